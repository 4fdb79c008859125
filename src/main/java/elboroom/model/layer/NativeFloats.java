package elboroom.model.layer;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.util.Objects;
import org.bytedeco.javacpp.FloatPointer;

/**
 * float32 numbers outside the Java heap, 0 at first. Native code works on them in place; heap arrays it is handed as copies,
 * of all operands and back, which took a third of the time of a product of a minibatch.
 *
 * <p>Java's own loops copy a block at a time to a heap array that stays in the first-level cache: those the JIT vectorises.
 */
public final class NativeFloats {
    /** Numbers in a block, 4 KB: five of them fit in the first-level cache. */
    private static final int BLOCK = 1024;

    private final FloatBuffer buffer;
    /** The same memory. */
    private final IntBuffer bits;

    private final FloatPointer pointer;

    public NativeFloats(int length) {
        this(ByteBuffer.allocateDirect(Math.multiplyExact(length, Float.BYTES)).order(ByteOrder.nativeOrder()));
    }

    private NativeFloats(ByteBuffer bytes) {
        this(bytes.asFloatBuffer(), bytes.asIntBuffer());
    }

    private NativeFloats(FloatBuffer buffer, IntBuffer bits) {
        this.buffer = buffer;
        this.bits = bits;
        this.pointer = new FloatPointer(buffer);
    }

    public static NativeFloats of(float[] values) {
        NativeFloats floats = new NativeFloats(values.length);
        floats.put(0, values, 0, values.length);
        return floats;
    }

    /** The same numbers without the first {@code from}. */
    public NativeFloats from(int from) {
        int rest = length() - from;
        return from == 0 ? this : new NativeFloats(buffer.slice(from, rest), bits.slice(from, rest));
    }

    public int length() {
        return buffer.capacity();
    }

    /** Where native code finds them, of which it takes the first {@code count}. */
    FloatPointer pointer(int count) {
        Objects.checkFromIndexSize(0, count, length());
        return pointer;
    }

    /** Copies {@code count} numbers, the first of them number {@code from}, to {@code target[at..]}. */
    public void get(int from, float[] target, int at, int count) {
        buffer.get(from, target, at, count);
    }

    /** Replaces {@code count} numbers, the first of them number {@code from}, by {@code source[at..]}. */
    public void put(int from, float[] source, int at, int count) {
        buffer.put(from, source, at, count);
    }

    public float[] toArray() {
        float[] values = new float[length()];
        get(0, values, 0, values.length);
        return values;
    }

    /** A loop over the first {@code length} numbers of blocks. */
    interface Loop {
        void run(float[] block, int length);
    }

    /** A loop over two blocks. */
    public interface LoopOfTwo {
        void run(float[] block, float[] other, int length);
    }

    /** A loop over the bits, by {@link Float#floatToRawIntBits}, of two blocks. */
    interface LoopOverBits {
        void run(int[] block, int[] other, int length);
    }

    /** Replaces the numbers {@code from} (inclusive) to {@code to} (exclusive) by what {@code loop} makes of them. */
    void update(int from, int to, Loop loop) {
        float[] block = new float[Math.min(BLOCK, to - from)];
        for (int start = from; start < to; start += BLOCK) {
            int length = Math.min(BLOCK, to - start);
            get(start, block, 0, length);
            loop.run(block, length);
            put(start, block, 0, length);
        }
    }

    /** Replaces the first {@code count} numbers by what {@code loop} makes of them and of those at the same places elsewhere. */
    public void update(int count, NativeFloats other, LoopOfTwo loop) {
        float[] block = new float[Math.min(BLOCK, count)];
        float[] beside = new float[block.length];
        for (int start = 0; start < count; start += BLOCK) {
            int length = Math.min(BLOCK, count - start);
            get(start, block, 0, length);
            other.get(start, beside, 0, length);
            loop.run(block, beside, length);
            put(start, block, 0, length);
        }
    }

    /** The same, with the numbers' bits. */
    void updateBits(int count, NativeFloats other, LoopOverBits loop) {
        int[] block = new int[Math.min(BLOCK, count)];
        int[] beside = new int[block.length];
        for (int start = 0; start < count; start += BLOCK) {
            int length = Math.min(BLOCK, count - start);
            bits.get(start, block, 0, length);
            other.bits.get(start, beside, 0, length);
            loop.run(block, beside, length);
            bits.put(start, block, 0, length);
        }
    }
}
