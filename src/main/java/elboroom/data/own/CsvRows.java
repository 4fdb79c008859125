package elboroom.data.own;

import elboroom.data.ImageShape;
import elboroom.data.InputException;
import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** A text file with a row of numbers for each image, and a column of labels if there is one; gzipped or not. */
final class CsvRows implements RowSource {
    private static final byte[] SEPARATORS = {'\t', ';', '|', ',', ' '};
    private static final int SAMPLE_ROWS = 50;
    private static final int SAMPLE_CELLS = 200_000;
    /** An image's values, a label and a row number. */
    private static final int MAX_CELLS = ImportOptions.MAX_VALUES + 2;

    private static final int MAX_BLANK_LINES = 10_000;
    private static final int SHOWN = 40;

    private final Path file;
    private final boolean zipped;
    private final byte separator;
    private final CsvColumns columns;
    private final Fitter fitter;
    private final long estimate;

    /** @throws InputException if its first rows are no images */
    CsvRows(Path file, ImportOptions options) throws IOException {
        this.file = file;
        zipped = Gzip.is(file);
        List<List<String>> rows = new ArrayList<>();
        long bytes = 0;
        byte found = 0;
        try (LineReader lines = lines()) {
            for (int cells = 0; rows.size() < SAMPLE_ROWS && (cells < SAMPLE_CELLS || rows.size() < 3); ) {
                if (!next(lines)) {
                    break;
                }
                bytes += lines.length() + 1;
                found = found == 0 ? separator(lines) : found;
                rows.add(cells(lines, found));
                cells += rows.get(rows.size() - 1).size();
            }
        }
        if (rows.isEmpty()) {
            throw new InputException(file + ": holds blank lines only; expected a row of numbers for each image");
        }
        separator = found;
        columns = CsvColumns.of(file.toString(), rows, options);
        fitter =
                new Fitter(options.target(ImportOptions.checked(columns.layout().shape(), file)), options.fit());
        // Text of numbers is gzipped to about a quarter.
        estimate = Math.max(
                1, Files.size(file) * (zipped ? 4 : 1) * rows.size() / Math.max(1, bytes) - (columns.header() ? 1 : 0));
    }

    private LineReader lines() throws IOException {
        return new LineReader(open(Files.newInputStream(file)), file.toString());
    }

    private InputStream open(InputStream raw) throws IOException {
        InputStream in = zipped ? new GZIPInputStream(raw, 1 << 16) : new BufferedInputStream(raw, 1 << 16);
        InputStream buffered = zipped ? new BufferedInputStream(in) : in;
        // What some programs put before a text in UTF-8.
        buffered.mark(3);
        if (!Arrays.equals(buffered.readNBytes(3), new byte[] {(byte) 0xef, (byte) 0xbb, (byte) 0xbf})) {
            buffered.reset();
        }
        return buffered;
    }

    /**
     * Moves to the next line that is neither blank nor a remark; false at the end of the file.
     *
     * @throws InputException if very many are: a small file can unpack to blank lines without end
     */
    private boolean next(LineReader lines) throws IOException {
        for (int blank = 0; blank < MAX_BLANK_LINES; blank++) {
            if (!lines.next()) {
                return false;
            }
            if (!lines.isBlank() && !lines.isRemark()) {
                return true;
            }
        }
        throw new InputException("%s: row %,d is the last of %,d blank ones; expected a row of numbers for each image"
                .formatted(file, lines.number(), MAX_BLANK_LINES));
    }

    private static byte separator(LineReader line) {
        for (byte candidate : SEPARATORS) {
            for (int i = 0; i < line.length(); i++) {
                if (line.bytes()[i] == candidate) {
                    return candidate;
                }
            }
        }
        return ',';
    }

    private List<String> cells(LineReader line, byte between) {
        CsvCells cells = new CsvCells(between);
        cells.start(line.bytes(), line.length());
        List<String> texts = new ArrayList<>();
        while (cells.next()) {
            if (texts.size() == MAX_CELLS) {
                throw new InputException(
                        "%s: row %,d has more than %,d columns; expected an image of at most %,d values"
                                .formatted(file, line.number(), MAX_CELLS, ImportOptions.MAX_VALUES));
            }
            texts.add(cells.text());
        }
        return texts;
    }

    @Override
    public String kind() {
        String name = switch (separator) {
            case '\t' -> "tab";
            case ';' -> "semicolon";
            case '|' -> "bar";
            case ' ' -> "space";
            default -> "comma";
        };
        return "CSV, %s-separated, %s a header, %s labels"
                .formatted(name, columns.header() ? "with" : "without", columns.label() < 0 ? "without" : "with");
    }

    @Override
    public String found() {
        String labels = columns.label() < 0 ? "" : ", the labels in column %,d".formatted(columns.label() + 1);
        return "%,d columns%s%s".formatted(columns.count(), labels, columns.planes() ? ", planes of colour" : "");
    }

    @Override
    public ImageShape shape() {
        return fitter.target();
    }

    @Override
    public long count() {
        return -1;
    }

    @Override
    public long estimate() {
        return estimate;
    }

    @Override
    public List<String> notes() {
        return columns.notes();
    }

    @Override
    public void read(RowSink sink) throws IOException {
        long size = Math.max(1, Files.size(file));
        ImageShape stored = columns.layout().shape();
        float[] values = new float[stored.size()];
        float[] turned = new float[stored.size()];
        boolean planes = columns.planes();
        boolean fits = stored.equals(fitter.target());
        CsvCells cells = new CsvCells(separator);
        try (Counting raw = new Counting(Files.newInputStream(file));
                LineReader lines = new LineReader(open(raw), file.toString())) {
            boolean header = columns.header();
            while (next(lines)) {
                if (header) {
                    header = false;
                    continue;
                }
                cells.start(lines.bytes(), lines.length());
                String label = parse(cells, values, lines.number());
                long number = lines.number();
                float[] whole = planes ? ColourOrder.interleave(values, turned, stored.channels()) : values;
                float[] image = fits ? whole : fitter.fit(stored, whole);
                if (!sink.row(
                        image,
                        label,
                        Part.UNSPLIT,
                        value -> fits && !planes
                                ? place(number, column(value))
                                : "%s: row %,d".formatted(file, number))) {
                    return;
                }
                sink.progress((double) raw.count / size);
            }
        }
    }

    private @Nullable String parse(CsvCells cells, float[] values, long number) {
        String label = null;
        int value = 0;
        int column = 0;
        for (; cells.next(); column++) {
            if (column == columns.count() && cells.text().isBlank() && remaining(cells) == 0) {
                // Some programs end each row with a separator.
                break;
            }
            if (column == columns.label()) {
                label = label(cells);
            } else if (column != columns.index()) {
                if (value == values.length) {
                    throw wrongCount(number, column + 1 + remaining(cells));
                }
                float parsed = cells.number();
                if (Float.isNaN(parsed)) {
                    throw new InputException(
                            "%s: found '%s'; expected a number".formatted(place(number, column), shown(cells.text())));
                }
                values[value++] = parsed;
            }
        }
        if (column != columns.count()) {
            throw wrongCount(number, column);
        }
        return label;
    }

    private static int remaining(CsvCells cells) {
        int count = 0;
        while (cells.next()) {
            count++;
        }
        return count;
    }

    private InputException wrongCount(long row, int found) {
        return new InputException("%s: row %,d: found %,d columns; expected %,d as in the first row"
                .formatted(file, row, found, columns.count()));
    }

    /** Whole numbers without what some programs write behind them, as in 5.0. */
    private static String label(CsvCells cells) {
        float number = cells.number();
        if (number == Math.rint(number) && Math.abs(number) < 1 << 24) {
            return Integer.toString((int) number);
        }
        String text = cells.text().strip();
        return text.isEmpty() ? "(none)" : shown(text);
    }

    private static String shown(String text) {
        String line = text.replaceAll("\\p{Cntrl}", "?");
        return line.length() <= SHOWN ? line : line.substring(0, SHOWN) + "…";
    }

    private int column(int value) {
        int column = value;
        for (int taken : new int[] {Math.min(index(), label()), Math.max(index(), label())}) {
            column += taken <= column ? 1 : 0;
        }
        return column;
    }

    private int index() {
        return columns.index() < 0 ? Integer.MAX_VALUE : columns.index();
    }

    private int label() {
        return columns.label() < 0 ? Integer.MAX_VALUE : columns.label();
    }

    private String place(long row, int column) {
        return "%s: row %,d, column %,d".formatted(file, row, column + 1);
    }

    private static final class Counting extends FilterInputStream {
        private long count;

        Counting(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int b = super.read();
            count += b < 0 ? 0 : 1;
            return b;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int n = super.read(target, offset, length);
            count += Math.max(0, n);
            return n;
        }
    }
}
