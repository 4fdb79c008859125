package elboroom.data.own;

import elboroom.data.InputException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands before the numbers in NumPy's {@code .npy} file, versions 1.0 to 3.0. Only plain numbers are known: an array
 * of Python objects would have to be unpickled, which can run any program.
 *
 * @param element type of the numbers
 * @param text whether they are the characters of texts, the last dimension being their length
 * @param order of their bytes
 * @param dims sizes of the dimensions
 * @param length of the header in bytes, where the numbers begin
 */
record NpyHeader(Element element, boolean text, ByteOrder order, List<Integer> dims, int length) {
    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
    private static final int MAX_LENGTH = 10_000;
    private static final Pattern DESCR = Pattern.compile("'descr'\\s*:\\s*'([<>|=])([a-zA-Z]\\d{1,4})'");
    private static final Pattern ORDER = Pattern.compile("'fortran_order'\\s*:\\s*(True|False)");
    private static final Pattern SHAPE = Pattern.compile("'shape'\\s*:\\s*\\(([\\d, ]{0,200})\\)");

    static boolean isMagic(byte[] start) {
        return start.length >= MAGIC.length && Arrays.equals(start, 0, MAGIC.length, MAGIC, 0, MAGIC.length);
    }

    /**
     * Reads the header, and leaves the stream at the first number.
     *
     * @param name for messages
     * @throws InputException if it is not such a file, or one of another type
     */
    static NpyHeader read(InputStream in, String name) throws IOException {
        byte[] start = in.readNBytes(8);
        if (start.length < 8 || !isMagic(start) || start[6] < 1 || start[6] > 3) {
            throw wrong(name, "does not begin as one");
        }
        int lengthBytes = start[6] == 1 ? 2 : 4;
        byte[] length = Arrays.copyOf(in.readNBytes(lengthBytes), 4);
        int size = ByteBuffer.wrap(length).order(ByteOrder.LITTLE_ENDIAN).getInt();
        if (size < 0 || size > MAX_LENGTH) {
            throw wrong(name, "has a header of %s bytes".formatted(Integer.toUnsignedString(size)));
        }
        byte[] text = in.readNBytes(size);
        if (text.length < size) {
            throw wrong(name, "is cut short within its header");
        }
        return parse(new String(text, StandardCharsets.ISO_8859_1), name, start.length + lengthBytes + size);
    }

    /** The array that follows. */
    StoredArray array(Path file, String name, StoredArray.Opener values) {
        return new StoredArray(file, name, element, text, order, dims, values);
    }

    private static NpyHeader parse(String header, String name, int length) {
        Matcher descr = DESCR.matcher(header);
        Matcher fortran = ORDER.matcher(header);
        Matcher shape = SHAPE.matcher(header);
        if (!descr.find() || !fortran.find() || !shape.find()) {
            throw wrong(name, "has the header " + printable(header));
        }
        String type = descr.group(2);
        boolean text = type.matches("[SU][1-9]\\d{0,3}");
        // A text is so many characters of 4 bytes each, or of one.
        Element element = Element.ofNumPy(type.startsWith("U") && text ? "u4" : text ? "u1" : type)
                .orElseThrow(() -> wrong(name, "is of type '" + descr.group(1) + type + "'"));
        List<Integer> dims = dims(shape.group(1), name);
        if (text) {
            dims.add(Integer.parseInt(type.substring(1)));
        }
        if (fortran.group(1).equals("True") && dims.size() > 1) {
            throw wrong(name, "is in Fortran order (numpy.ascontiguousarray turns it round)");
        }
        ByteOrder order = descr.group(1).equals(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        return new NpyHeader(element, text, order, dims, length);
    }

    private static List<Integer> dims(String text, String name) {
        List<Integer> dims = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            String digits = part.strip();
            if (digits.isEmpty()) {
                continue;
            }
            try {
                dims.add(Integer.parseInt(digits));
            } catch (NumberFormatException e) {
                throw wrong(name, "has the shape (" + text + ")");
            }
        }
        if (dims.isEmpty() || dims.size() > 8 || dims.contains(0)) {
            throw wrong(name, "has the shape (" + text + ")");
        }
        return dims;
    }

    private static String printable(String header) {
        String line = header.strip().replaceAll("[^ -~]", "?");
        return line.length() <= 100 ? line : line.substring(0, 100) + "…";
    }

    private static InputException wrong(String name, String found) {
        return new InputException("%s: %s; expected a NumPy array of numbers (bool, int, uint or float, row-major)"
                .formatted(name, found));
    }
}
