package elboroom.data.own;

import java.nio.charset.StandardCharsets;

/** One row of a CSV file, cell by cell. */
final class CsvCells {
    private final byte separator;
    private byte[] row = {};
    private int end;
    private int position;
    private int from;
    private int to;
    private boolean more;

    /** @param separator between cells; a space stands for any number of them */
    CsvCells(byte separator) {
        this.separator = separator;
    }

    void start(byte[] bytes, int length) {
        row = bytes;
        end = length;
        position = 0;
        more = true;
        if (separator == ' ') {
            skipSpaces();
            while (end > position && row[end - 1] == ' ') {
                end--;
            }
        }
    }

    private void skipSpaces() {
        while (position < end && row[position] == ' ') {
            position++;
        }
    }

    /** Moves to the next cell; false after the last one. */
    boolean next() {
        if (!more) {
            return false;
        }
        from = position;
        if (position < end && row[position] == '"') {
            do {
                position++;
            } while (position < end && row[position] != '"');
        }
        while (position < end && row[position] != separator) {
            position++;
        }
        to = position;
        more = position < end;
        position++;
        if (separator == ' ') {
            skipSpaces();
        }
        trim();
        return true;
    }

    private void trim() {
        while (from < to && blank(row[from])) {
            from++;
        }
        while (from < to && blank(row[to - 1])) {
            to--;
        }
        if (to - from >= 2 && row[from] == '"' && row[to - 1] == '"') {
            from++;
            to--;
        }
    }

    private static boolean blank(byte b) {
        return b == ' ' || b == '\t';
    }

    /** The cell as text; a quote within quotes is written twice. */
    String text() {
        String text = new String(row, from, to - from, StandardCharsets.UTF_8);
        return from > 0 && row[from - 1] == '"' ? text.replace("\"\"", "\"") : text;
    }

    /** A text as a number, NaN if it is none. */
    static float number(String text) {
        CsvCells cells = new CsvCells((byte) 0);
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        cells.start(bytes, bytes.length);
        return cells.next() ? cells.number() : Float.NaN;
    }

    /** The cell as a number, NaN if it is none. A comma within a number is a decimal comma. */
    float number() {
        int length = to - from;
        if (length > 0 && length < 10) {
            int value = 0;
            int at = from;
            while (at < to && row[at] >= '0' && row[at] <= '9') {
                value = 10 * value + row[at++] - '0';
            }
            if (at == to) {
                return value;
            }
        }
        return length == 0 || length > 40 ? Float.NaN : general(length);
    }

    private float general(int length) {
        char[] text = new char[length];
        for (int i = 0; i < length; i++) {
            char c = (char) row[from + i];
            text[i] = c == ',' ? '.' : c;
            if ("0123456789+-.eE".indexOf(text[i]) < 0) {
                return Float.NaN;
            }
        }
        try {
            return Float.parseFloat(new String(text));
        } catch (NumberFormatException e) {
            return Float.NaN;
        }
    }
}
