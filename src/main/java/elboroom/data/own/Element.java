package elboroom.data.own;

import java.nio.ByteBuffer;
import java.util.Locale;
import java.util.Optional;

/** Types of numbers in arrays on disk. */
enum Element {
    UINT8(1),
    INT8(1),
    UINT16(2),
    INT16(2),
    UINT32(4),
    INT32(4),
    UINT64(8),
    INT64(8),
    FLOAT16(2),
    FLOAT32(4),
    FLOAT64(8);

    private static final int HALF_BIAS = 15;
    private static final int HALF_MANTISSA = 10;

    private final int width;

    Element(int width) {
        this.width = width;
    }

    /** Bytes of one number. */
    int width() {
        return width;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Reads numbers from the buffer's position on, in its byte order. */
    void read(ByteBuffer in, float[] target, int count) {
        for (int i = 0; i < count; i++) {
            target[i] = switch (this) {
                case UINT8 -> in.get() & 0xff;
                case INT8 -> in.get();
                case UINT16 -> in.getShort() & 0xffff;
                case INT16 -> in.getShort();
                case UINT32 -> Integer.toUnsignedLong(in.getInt());
                case INT32 -> in.getInt();
                case UINT64, INT64 -> in.getLong();
                case FLOAT16 -> half(in.getShort() & 0xffff);
                case FLOAT32 -> in.getFloat();
                case FLOAT64 -> (float) in.getDouble();
            };
        }
    }

    /** IEEE 754 half precision: sign, 5 bits of exponent, 10 of mantissa. */
    static float half(int bits) {
        int exponent = bits >> HALF_MANTISSA & 0x1f;
        int mantissa = bits & 0x3ff;
        float magnitude;
        if (exponent == 0x1f) {
            magnitude = mantissa == 0 ? Float.POSITIVE_INFINITY : Float.NaN;
        } else if (exponent == 0) {
            magnitude = Math.scalb((float) mantissa, 1 - HALF_BIAS - HALF_MANTISSA);
        } else {
            magnitude = Math.scalb((float) (mantissa | 0x400), exponent - HALF_BIAS - HALF_MANTISSA);
        }
        return bits >> HALF_BIAS == 1 ? -magnitude : magnitude;
    }

    /** NumPy's name without its byte order, such as {@code f4}. */
    static Optional<Element> ofNumPy(String code) {
        return Optional.ofNullable(
                switch (code) {
                    case "u1", "b1" -> UINT8;
                    case "i1" -> INT8;
                    case "u2" -> UINT16;
                    case "i2" -> INT16;
                    case "u4" -> UINT32;
                    case "i4" -> INT32;
                    case "u8" -> UINT64;
                    case "i8" -> INT64;
                    case "f2" -> FLOAT16;
                    case "f4" -> FLOAT32;
                    case "f8" -> FLOAT64;
                    default -> null;
                });
    }

    /** The third byte of an IDX file. */
    static Optional<Element> ofIdx(int code) {
        return Optional.ofNullable(
                switch (code) {
                    case 0x08 -> UINT8;
                    case 0x09 -> INT8;
                    case 0x0b -> INT16;
                    case 0x0c -> INT32;
                    case 0x0d -> FLOAT32;
                    case 0x0e -> FLOAT64;
                    default -> null;
                });
    }
}
