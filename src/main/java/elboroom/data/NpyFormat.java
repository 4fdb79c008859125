package elboroom.data;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** NumPy's {@code .npy} file, version 1.0: magic, length of the header, the header in Python's syntax, the values. */
final class NpyFormat {
    /** What can be stored, for messages. */
    static final String KNOWN = "float32, int32 or uint8 (little-endian, row-major, 1 to 4 dimensions, format 1.0)";

    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0};
    private static final int PREFIX = MAGIC.length + Short.BYTES;

    /** The values begin at a multiple of this, so that they can be mapped into memory. */
    private static final int ALIGNMENT = 64;

    private static final Pattern HEADER = Pattern.compile("\\{'descr': '([<>|=a-zA-Z0-9]{1,16})', "
            + "'fortran_order': (True|False), 'shape': \\((\\d{1,10},|\\d{1,10}(?:, \\d{1,10}){1,3})\\), \\} *\n");

    private NpyFormat() {}

    /** What is wrong with the bytes, as the end of a sentence that begins with their name. */
    static final class FormatException extends Exception {
        private static final long serialVersionUID = 1L;

        FormatException(String message) {
            super(message);
        }
    }

    static byte[] write(NpyArray array) {
        String shape = array.shape().stream().map(String::valueOf).collect(Collectors.joining(", "));
        String fields = "{'descr': '%s', 'fortran_order': False, 'shape': (%s%s), }"
                .formatted(array.descr(), shape, array.shape().size() == 1 ? "," : "");
        int start = (PREFIX + fields.length() + 1 + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
        String header = fields + " ".repeat(start - PREFIX - fields.length() - 1) + "\n";
        ByteBuffer file = ByteBuffer.allocate(Math.addExact(start, array.length()))
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(MAGIC)
                .putShort((short) header.length())
                .put(header.getBytes(StandardCharsets.US_ASCII));
        array.put(file);
        return file.array();
    }

    /** @throws FormatException if the bytes are anything but one array of a known type */
    static NpyArray parse(byte[] file) throws FormatException {
        if (file.length < PREFIX || !Arrays.equals(file, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
            throw new FormatException("does not begin as an array of format 1.0");
        }
        ByteBuffer in = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).position(MAGIC.length);
        int headerLength = Short.toUnsignedInt(in.getShort());
        if (headerLength > in.remaining()) {
            throw new FormatException("is cut short within its header");
        }
        String header = new String(file, PREFIX, headerLength, StandardCharsets.ISO_8859_1);
        Matcher fields = HEADER.matcher(header);
        if (!fields.matches()) {
            throw new FormatException("has the header " + printable(header));
        }
        if (fields.group(2).equals("True")) {
            throw new FormatException("is in Fortran order");
        }
        in.position(PREFIX + headerLength);
        return values(fields.group(1), shape(fields.group(3)), in);
    }

    private static NpyArray values(String descr, List<Integer> shape, ByteBuffer in) throws FormatException {
        int width = switch (descr) {
            case "<f4", "<i4" -> 4;
            case "|u1" -> 1;
            default -> throw new FormatException("is of type " + descr);
        };
        long count = count(shape);
        if (count * width != in.remaining()) {
            throw new FormatException("holds %,d bytes of values where its shape %s and type %s make it %,d"
                    .formatted(in.remaining(), shape, descr, count * width));
        }
        switch (descr) {
            case "<f4" -> {
                float[] values = new float[(int) count];
                in.asFloatBuffer().get(values);
                return new NpyArray.Floats(shape, values);
            }
            case "<i4" -> {
                int[] values = new int[(int) count];
                in.asIntBuffer().get(values);
                return new NpyArray.Ints(shape, values);
            }
            default -> {
                byte[] values = new byte[(int) count];
                in.get(values);
                return new NpyArray.Bytes(shape, values);
            }
        }
    }

    private static List<Integer> shape(String text) throws FormatException {
        try {
            return Stream.of(text.split(","))
                    .map(String::strip)
                    .map(Integer::valueOf)
                    .toList();
        } catch (NumberFormatException e) {
            throw new FormatException("has the shape (" + text + ")");
        }
    }

    /** Product of the dimensions, or a number beyond every array's length if it is anywhere beyond. */
    static long count(List<Integer> shape) {
        long count = 1;
        for (int n : shape) {
            count = Math.min(count * n, 1L + Integer.MAX_VALUE);
        }
        return count;
    }

    private static String printable(String header) {
        String line = header.strip().replaceAll("[^ -~]", "?");
        return line.length() <= 100 ? line : line.substring(0, 100) + "…";
    }
}
