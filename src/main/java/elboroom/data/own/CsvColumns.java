package elboroom.data.own;

import elboroom.data.InputException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * What the columns of a CSV file are, by its first rows.
 *
 * @param header whether the first row names them
 * @param count of all columns
 * @param index column that numbers the rows, -1 for none
 * @param label column of the classes, -1 for none
 * @param layout of the others
 */
record CsvColumns(boolean header, int count, int index, int label, Layout layout) {
    private static final Set<String> LABELS =
            Set.of("label", "labels", "class", "target", "y", "digit", "category", "species");
    private static final Set<String> INDICES = Set.of("", "index", "id", "unnamed: 0");

    /**
     * Decides what they are.
     *
     * @param rows the first rows, cell by cell, at least one
     * @throws InputException if what is left without label and index is no image
     */
    static CsvColumns of(String name, List<List<String>> rows, ImportOptions options) {
        List<String> first = rows.get(0);
        int count = first.size();
        boolean header = isHeader(rows);
        List<List<String>> body = header ? rows.subList(1, rows.size()) : rows;
        if (body.isEmpty()) {
            throw new InputException(name + ": has a header and no rows; expected a row for each image");
        }
        int index = header && count > 2 && INDICES.contains(lower(first.get(0))) ? 0 : -1;
        int label = header ? last(count, i -> i != index && LABELS.contains(lower(first.get(i)))) : -1;
        int pixels = count - (index < 0 ? 0 : 1);
        if (label < 0) {
            int text = last(count, i -> i != index && body.stream().anyMatch(r -> i < r.size() && !isNumber(r.get(i))));
            if (text >= 0 && (text == count - 1 || text == (index == 0 ? 1 : 0))) {
                label = text;
            } else if (pixels > 1 && isLabelled(pixels, options)) {
                label = varies(body, index + 1) || !varies(body, count - 1) ? index + 1 : count - 1;
            }
        }
        return new CsvColumns(header, count, index, label, Layout.of(name, pixels - (label < 0 ? 0 : 1), options));
    }

    /** Names, or, among numbers, a first or last cell that is a name where the next row has a number. */
    private static boolean isHeader(List<List<String>> rows) {
        List<String> first = rows.get(0);
        int last = first.size() - 1;
        if (IntStream.range(1, last).anyMatch(i -> isName(first.get(i)))) {
            return true;
        }
        return List.of(0, last).stream()
                .anyMatch(i -> isName(first.get(i))
                        && (LABELS.contains(lower(first.get(i)))
                                || (rows.size() > 1
                                        && i < rows.get(1).size()
                                        && isNumber(rows.get(1).get(i)))));
    }

    /** Whether so many numbers are rather an image and its label than an image. */
    private static boolean isLabelled(int count, ImportOptions options) {
        return Layout.fits(count, options)
                ? Layout.isWanted(count - 1, options) && !Layout.isWanted(count, options)
                : Layout.fits(count - 1, options);
    }

    private static int last(int count, IntPredicate column) {
        return IntStream.range(0, count).filter(column).reduce(-1, (a, b) -> b);
    }

    private static boolean varies(List<List<String>> body, int column) {
        Set<String> values = new HashSet<>();
        for (List<String> row : body) {
            if (column < row.size()) {
                values.add(row.get(column));
            }
        }
        return values.size() > 1;
    }

    /** Not merely a number that is missing. */
    private static boolean isName(String cell) {
        return !cell.isBlank() && !isNumber(cell);
    }

    private static boolean isNumber(String cell) {
        CsvCells cells = new CsvCells((byte) 0);
        byte[] bytes = cell.getBytes(java.nio.charset.StandardCharsets.UTF_8);
        cells.start(bytes, bytes.length);
        return cells.next() && !Float.isNaN(cells.number());
    }

    private static String lower(String cell) {
        return cell.strip().toLowerCase(Locale.ROOT);
    }

    /** For people: which column is what. */
    List<String> notes() {
        List<String> notes = new ArrayList<>();
        layout.note().ifPresent(notes::add);
        if (index >= 0) {
            notes.add("The first column numbers the rows and is left out.");
        }
        notes.add(label < 0 ? "No column of labels." : "Column %,d holds the labels.".formatted(label + 1));
        return notes;
    }
}
