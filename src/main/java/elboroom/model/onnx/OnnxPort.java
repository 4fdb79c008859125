package elboroom.model.onnx;

import java.util.List;
import java.util.stream.Collectors;

/**
 * An input or output of a graph.
 *
 * @param name in the graph
 * @param type element type by ONNX's number, 1 for float32; 0 if the graph does not say
 * @param sizes of its dimensions, {@link #ANY} for one that is not fixed; empty if the graph does not say
 */
record OnnxPort(String name, int type, List<Long> sizes) {
    static final long ANY = -1;
    private static final int FLOAT32 = 1;

    OnnxPort {
        sizes = List.copyOf(sizes);
    }

    boolean isFloat() {
        return type == FLOAT32 || type == 0;
    }

    int rank() {
        return sizes.size();
    }

    /** Values for one image or latent point: the product of all sizes but the first; {@link #ANY} if one is not fixed. */
    long size() {
        long size = sizes.isEmpty() ? ANY : 1;
        for (int i = 1; i < sizes.size(); i++) {
            if (sizes.get(i) < 1 || size > Integer.MAX_VALUE) {
                return ANY;
            }
            size *= sizes.get(i);
        }
        return size;
    }

    /** Such as {@code 'x' (N×784)}. */
    @Override
    public String toString() {
        String shape =
                sizes.stream().map(s -> s == ANY ? "N" : String.valueOf(s)).collect(Collectors.joining("×"));
        return "'%s' (%s)".formatted(name, sizes.isEmpty() ? "shape not said" : shape);
    }
}
