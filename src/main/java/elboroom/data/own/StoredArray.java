package elboroom.data.own;

import elboroom.data.InputException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * An array of numbers on disk, row-major, read from front to back.
 *
 * @param file that it is in
 * @param name for messages: the file, and the array's name in it
 * @param element type of its numbers
 * @param text whether they are the characters of texts, the last dimension being their length
 * @param order of their bytes
 * @param dims sizes of the dimensions, each 1 or more
 * @param values opens a stream that begins at the first number and ends after the last
 */
record StoredArray(
        Path file, String name, Element element, boolean text, ByteOrder order, List<Integer> dims, Opener values) {
    /** Sets with more images are refused, before memory is taken for their labels and order. */
    static final int MAX_IMAGES = 16_000_000;

    /** Opens the values. */
    @FunctionalInterface
    interface Opener {
        InputStream open() throws IOException;
    }

    StoredArray {
        dims = List.copyOf(dims);
    }

    /** Size of the first dimension. */
    int count() {
        return dims.get(0);
    }

    /** Numbers in one entry of the first dimension, or {@link Long#MAX_VALUE} if there are more than that. */
    long rowSize() {
        long size = 1;
        for (int n : dims.subList(1, dims.size())) {
            size = size > Long.MAX_VALUE / n ? Long.MAX_VALUE : size * n;
        }
        return size;
    }

    /** Whether it has one number, or one text, for each entry, as labels have. */
    boolean single() {
        return rowSize() == (text ? dims.get(dims.size() - 1) : 1);
    }

    String describe() {
        if (text) {
            return dims.subList(0, dims.size() - 1).stream()
                            .map(String::valueOf)
                            .collect(Collectors.joining("×")) + " texts";
        }
        return dims.stream().map(String::valueOf).collect(Collectors.joining("×")) + " " + element;
    }

    /** Takes one entry of the first dimension, valid during the call; answers whether more is wanted. */
    interface RowTaker {
        boolean take(int index, float[] values);
    }

    /**
     * Reads row by row.
     *
     * @throws InputException if the values end too early or go on after the last
     */
    boolean rows(RowTaker taker) throws IOException {
        int size = Math.toIntExact(rowSize());
        byte[] bytes = new byte[Math.multiplyExact(size, element.width())];
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(order);
        float[] row = new float[size];
        int index = 0;
        try (InputStream in = values.open()) {
            for (; index < count(); index++) {
                int got = in.readNBytes(bytes, 0, bytes.length);
                if (got < bytes.length) {
                    throw new EOFException();
                }
                element.read(buffer.rewind(), row, size);
                if (!taker.take(index, row)) {
                    return false;
                }
            }
            if (in.read() >= 0) {
                throw new InputException(
                        "%s: goes on after its %,d entries; expected it to end there".formatted(name, count()));
            }
            return true;
        } catch (EOFException e) {
            throw new InputException(
                    "%s: ends in entry %,d; expected %,d entries of %,d bytes"
                            .formatted(name, index + 1, count(), bytes.length),
                    e);
        }
    }
}
