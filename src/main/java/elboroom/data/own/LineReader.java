package elboroom.data.own;

import elboroom.data.InputException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Lines of a text file as bytes, ended by LF, CRLF or CR; with a bound on their length. */
final class LineReader implements AutoCloseable {
    /** A row of as many numbers as an image may have, each of up to 24 characters. */
    private static final int MAX_LINE = 24 * ImportOptions.MAX_VALUES;

    private static final String SEPARATORS = "\t;|,";

    private final InputStream in;
    private final String name;
    private final byte[] buffer = new byte[1 << 16];
    private int position;
    private int end;
    private byte[] line = new byte[1 << 12];
    private int length;
    private long number;
    private boolean afterReturn;

    LineReader(InputStream in, String name) {
        this.in = in;
        this.name = name;
    }

    /** Moves to the next line; false at the end of the file. */
    boolean next() throws IOException {
        length = 0;
        boolean any = false;
        while (true) {
            if (position == end) {
                position = 0;
                end = in.read(buffer);
                if (end <= 0) {
                    end = 0;
                    number += any ? 1 : 0;
                    return any;
                }
            }
            byte b = buffer[position++];
            if (b == '\n' && afterReturn) {
                afterReturn = false;
                continue;
            }
            afterReturn = b == '\r';
            if (b == '\n' || b == '\r') {
                number++;
                return true;
            }
            any = true;
            if (length == line.length) {
                if (length >= MAX_LINE) {
                    throw new InputException("%s: row %,d is longer than %,d bytes; expected a row for each image"
                            .formatted(name, number + 1, MAX_LINE));
                }
                line = Arrays.copyOf(line, Math.min(MAX_LINE, 2 * length));
            }
            line[length++] = b;
        }
    }

    /** The line's bytes, the first {@link #length()} of which count; valid until the next call. */
    byte[] bytes() {
        return line;
    }

    int length() {
        return length;
    }

    /** Whether the line holds nothing but spaces. */
    boolean isBlank() {
        for (int i = 0; i < length; i++) {
            if (line[i] != ' ' && line[i] != '\t') {
                return false;
            }
        }
        return true;
    }

    /** Whether the line is what numpy.savetxt puts above the rows, and no names of columns. */
    boolean isRemark() {
        for (int i = 0; i < length; i++) {
            if (SEPARATORS.indexOf(line[i]) >= 0) {
                return false;
            }
        }
        return length > 0 && line[0] == '#';
    }

    /** Of the line, from 1 on. */
    long number() {
        return number;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
