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

    /** As ONNX's own list of types has it. */
    String typeName() {
        return switch (type) {
            case 2 -> "uint8";
            case 6 -> "int32";
            case 7 -> "int64";
            case 10 -> "float16";
            case 11 -> "float64";
            case 16 -> "bfloat16";
            default -> "ONNX's type " + type;
        };
    }

    int rank() {
        return sizes.size();
    }

    /** Size of the last dimension; {@link #ANY} if there is none. */
    long last() {
        return sizes.isEmpty() ? ANY : sizes.get(sizes.size() - 1);
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
