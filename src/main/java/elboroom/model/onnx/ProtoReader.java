package elboroom.model.onnx;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Steps through the fields of one Protocol Buffers message: as much of the wire format as ONNX files use. */
final class ProtoReader {
    private static final int VARINT = 0;
    private static final int FIXED64 = 1;
    private static final int BYTES = 2;
    private static final int FIXED32 = 5;
    /** A varint of 64 bits takes no more. */
    private static final int MAX_VARINT = 10;

    private final byte[] bytes;
    private final int end;
    private int at;
    private int start;
    private int field;
    private int wire;
    private long number;
    private int from;
    private int to;

    /** Reads {@code bytes[from..to)}. */
    ProtoReader(byte[] bytes, int from, int to) {
        this.bytes = bytes;
        this.at = from;
        this.end = to;
    }

    /**
     * Goes on to the next field.
     *
     * @return false at the message's end
     * @throws IOException if the message is damaged; it says at which byte
     */
    boolean next() throws IOException {
        if (at == end) {
            return false;
        }
        start = at;
        long tag = varint();
        field = (int) (tag >>> 3);
        wire = (int) (tag & 7);
        if (field <= 0 || tag >>> 3 > Integer.MAX_VALUE) {
            throw new IOException("byte %,d does not start a field".formatted(start));
        }
        switch (wire) {
            case VARINT -> number = varint();
            case FIXED64 -> skip(Long.BYTES);
            case FIXED32 -> skip(Integer.BYTES);
            case BYTES -> skip(varint());
            default -> throw new IOException("byte %,d does not start a field".formatted(start));
        }
        return true;
    }

    int field() {
        return field;
    }

    /** Where the present field starts, with its tag. */
    int start() {
        return start;
    }

    /** Where the present field ends. */
    int end() {
        return at;
    }

    long number() throws IOException {
        require(VARINT);
        return number;
    }

    String text() throws IOException {
        require(BYTES);
        return new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }

    /** The message that the present field holds. */
    ProtoReader message() throws IOException {
        require(BYTES);
        return new ProtoReader(bytes, from, to);
    }

    /** Where the present field's content starts. */
    int contentStart() {
        return from;
    }

    private void require(int expected) throws IOException {
        if (wire != expected) {
            throw new IOException("the field at byte %,d is of another kind than ONNX says".formatted(start));
        }
    }

    private void skip(long length) throws IOException {
        if (length < 0 || length > end - at) {
            throw new IOException(
                    "it ends at byte %,d in the middle of a field that starts at byte %,d".formatted(end, start));
        }
        from = at;
        at += (int) length;
        to = at;
    }

    private long varint() throws IOException {
        long value = 0;
        for (int i = 0; i < MAX_VARINT; i++) {
            if (at == end) {
                throw new IOException("it ends at byte %,d in the middle of a number".formatted(end));
            }
            byte next = bytes[at++];
            value |= (long) (next & 0x7f) << 7 * i;
            if (next >= 0) {
                return value;
            }
        }
        throw new IOException("byte %,d does not start a number".formatted(at - MAX_VARINT));
    }
}
