package elboroom.data.own;

import elboroom.data.InputException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What the columns of a CSV file are, by its first rows.
 *
 * @param header whether the first row names them
 * @param count of all columns
 * @param index column that numbers or names the rows, -1 for none
 * @param label column of the classes, -1 for none
 * @param guessed whether nothing but its numbers tells that column
 * @param layout of the others
 * @param colours the order of colours in them; null if they are grey
 */
record CsvColumns(
        boolean header,
        int count,
        int index,
        int label,
        boolean guessed,
        Layout layout,
        @Nullable ColourOrder colours) {
    private static final Set<String> LABELS =
            Set.of("label", "labels", "class", "target", "y", "digit", "category", "species");
    private static final Set<String> INDICES = Set.of("", "index", "id", "unnamed: 0");
    /** What programs write for a number that is missing. */
    private static final Set<String> MISSING = Set.of("", "nan", "na", "n/a", "null", "none", "inf", "-inf", "?");

    /** So many different texts and no other are names of the rows, such as of files, and not of classes. */
    private static final int MANY = 10;

    /**
     * Decides what they are.
     *
     * @param sample the first rows, cell by cell, at least one
     * @throws InputException if what is left without label and index is no image
     */
    static CsvColumns of(String name, List<List<String>> sample, ImportOptions options) {
        List<List<String>> rows = closed(sample);
        List<String> first = rows.get(0);
        int count = first.size();
        boolean header = isHeader(rows);
        List<List<String>> body = header ? rows.subList(1, rows.size()) : rows;
        if (body.isEmpty()) {
            throw new InputException(name + ": has a header and no rows; expected a row for each image");
        }
        int numbers = header && count > 2 && INDICES.contains(lower(first.get(0))) ? 0 : -1;
        int named = header ? last(count, i -> i != numbers && LABELS.contains(lower(first.get(i)))) : -1;
        int names = last(count, i -> (i == 0 || i == count - 1) && i != named && namesRows(body, i));
        int index = numbers >= 0 ? numbers : names;
        int pixels = count - (index < 0 ? 0 : 1);
        int low = index == 0 ? 1 : 0;
        int high = index == count - 1 ? count - 2 : count - 1;
        int label = named >= 0 ? named : last(count, i -> (i == low || i == high) && i != index && isText(body, i));
        boolean guessed = label < 0 && pixels > 1 && isLabelled(pixels, options);
        if (guessed) {
            label = LabelColumn.of(body, low, high);
        }
        Layout layout = Layout.of(name, pixels - (label < 0 ? 0 : 1), options);
        return new CsvColumns(header, count, index, label, guessed, layout, colours(body, index, label, layout));
    }

    private static @Nullable ColourOrder colours(List<List<String>> body, int index, int label, Layout layout) {
        if (layout.shape().channels() == 1) {
            return null;
        }
        ColourOrder order = new ColourOrder(layout.shape());
        for (List<String> row : body.subList(0, Math.min(ColourOrder.ENOUGH, body.size()))) {
            float[] values = new float[layout.shape().size()];
            int value = 0;
            for (int i = 0; i < row.size() && value < values.length; i++) {
                if (i != index && i != label) {
                    values[value++] = CsvCells.number(row.get(i));
                }
            }
            order.add(values);
        }
        return order;
    }

    /** Whether colours lie in planes, one after the other. */
    boolean planes() {
        return colours != null && colours.isPlanes();
    }

    /** Without the empty last cell of rows that all end with a separator. */
    private static List<List<String>> closed(List<List<String>> rows) {
        int longest = rows.stream().mapToInt(List::size).max().orElse(0);
        boolean open = longest > 1
                && rows.stream()
                        .filter(row -> row.size() == longest)
                        .allMatch(row -> row.get(longest - 1).isBlank());
        return !open
                ? rows
                : rows.stream()
                        .map(row -> row.size() == longest ? row.subList(0, longest - 1) : row)
                        .toList();
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

    /** Whether a column holds texts in most rows: in a few, it is numbers of which some are damaged. */
    private static boolean isText(List<List<String>> body, int column) {
        return 2 * texts(body, column).size() > body.size();
    }

    private static boolean namesRows(List<List<String>> body, int column) {
        List<String> texts = texts(body, column);
        return texts.size() >= MANY
                && texts.size() == body.size()
                && Set.copyOf(texts).size() == texts.size();
    }

    private static List<String> texts(List<List<String>> body, int column) {
        return body.stream()
                .filter(row -> column < row.size() && isName(row.get(column)))
                .map(row -> row.get(column))
                .toList();
    }

    /** Not merely a number that is missing. */
    private static boolean isName(String cell) {
        return !MISSING.contains(lower(cell)) && !isNumber(cell);
    }

    private static boolean isNumber(String cell) {
        return !Float.isNaN(CsvCells.number(cell));
    }

    private static String lower(String cell) {
        return cell.strip().toLowerCase(Locale.ROOT);
    }

    /** For people: which column is what. */
    List<String> notes() {
        List<String> notes = new ArrayList<>();
        if (colours != null) {
            notes.add(colours.note(layout.shape()));
        }
        if (index >= 0) {
            notes.add("Column %,d numbers or names the rows and is left out.".formatted(index + 1));
        }
        notes.add(
                label < 0
                        ? "No column of labels."
                        : guessed
                                ? "Column %,d is taken for the labels; a first row that names a column \"label\" would tell."
                                        .formatted(label + 1)
                                : "Column %,d holds the labels.".formatted(label + 1));
        return notes;
    }
}
