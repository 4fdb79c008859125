package elboroom.data;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** A row-major array of one to four dimensions, of a type that {@link NpyFormat} can store. */
@SuppressWarnings("ArrayRecordComponent") // never compared
sealed interface NpyArray {
    List<Integer> shape();

    /** NumPy's name of the type, with the byte order. */
    String descr();

    /** Bytes of the values alone. */
    int length();

    /** Appends the values to a little-endian buffer. */
    void put(ByteBuffer target);

    /** float32 values. */
    record Floats(List<Integer> shape, float[] values) implements NpyArray {
        public Floats {
            require(shape, values.length);
        }

        @Override
        public String descr() {
            return "<f4";
        }

        @Override
        public int length() {
            return Math.multiplyExact(values.length, Float.BYTES);
        }

        @Override
        public void put(ByteBuffer target) {
            target.asFloatBuffer().put(values);
        }
    }

    /** int32 values. */
    record Ints(List<Integer> shape, int[] values) implements NpyArray {
        public Ints {
            require(shape, values.length);
        }

        @Override
        public String descr() {
            return "<i4";
        }

        @Override
        public int length() {
            return Math.multiplyExact(values.length, Integer.BYTES);
        }

        @Override
        public void put(ByteBuffer target) {
            target.asIntBuffer().put(values);
        }
    }

    /** uint8 values. */
    record Bytes(List<Integer> shape, byte[] values) implements NpyArray {
        public Bytes {
            require(shape, values.length);
        }

        @Override
        public String descr() {
            return "|u1";
        }

        @Override
        public int length() {
            return values.length;
        }

        @Override
        public void put(ByteBuffer target) {
            target.put(values);
        }
    }

    static List<Integer> shape(int... sizes) {
        return Arrays.stream(sizes).boxed().toList();
    }

    /** Whether the shape is the wanted one, in which -1 stands for any size and no dimensions for any shape. */
    default boolean matches(int... wanted) {
        if (wanted.length == 0) {
            return true;
        }
        if (wanted.length != shape().size()) {
            return false;
        }
        for (int i = 0; i < wanted.length; i++) {
            if (wanted[i] != -1 && wanted[i] != shape().get(i)) {
                return false;
            }
        }
        return true;
    }

    default String describe() {
        return descr() + describe(shape().stream().mapToInt(n -> n).toArray());
    }

    /** A shape such as {@code [10000, any]}, empty for any. */
    static String describe(int... shape) {
        return shape.length == 0
                ? ""
                : Arrays.stream(shape)
                        .mapToObj(n -> n == -1 ? "any" : Integer.toString(n))
                        .collect(Collectors.joining(", ", " [", "]"));
    }

    private static void require(List<Integer> shape, int count) {
        if (shape.isEmpty() || shape.size() > 4 || NpyFormat.count(shape) != count) {
            throw new IllegalArgumentException("shape " + shape + " for " + count + " values");
        }
    }
}
