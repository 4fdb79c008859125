package elboroom.model.onnx;

import elboroom.data.InputException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An ONNX file: what it takes and gives, and which files it keeps weights in. */
final class OnnxGraph {
    /** Of the file itself; weights may lie in further files beside it. */
    static final long MAX_BYTES = 512L << 20;

    private static final int GRAPH = 7;
    private static final int OUTPUT = 12;
    /** Nodes that pass values on in the same order, whatever shape they give them. */
    private static final Set<String> RESHAPING =
            Set.of("Identity", "Reshape", "Flatten", "Squeeze", "Unsqueeze", "Cast");

    /** Nodes that pass on values as they are, all or some, in whatever order. */
    private static final Set<String> PASSING = Set.of(
            "Identity", "Reshape", "Flatten", "Squeeze", "Unsqueeze", "Cast", "Transpose", "Slice", "Split", "Gather");

    private static final String SOFTPLUS = "Softplus";
    /** Nodes whose values may be of either sign and of any size. */
    private static final Set<String> LINEAR = Set.of("Gemm", "MatMul", "Conv", "ConvTranspose", "BatchNormalization");

    private final Path file;
    private final byte[] bytes;
    private final GraphContent content;

    private OnnxGraph(Path file, byte[] bytes, GraphContent content) {
        this.file = file;
        this.bytes = bytes;
        this.content = content;
    }

    /**
     * Reads a file.
     *
     * @throws InputException if it is missing, too large, damaged, or keeps weights outside of its folder
     */
    static OnnxGraph read(Path file) {
        try {
            if (!Files.isRegularFile(file)) {
                throw new InputException(
                        file + ": missing; expected encoder.onnx and decoder.onnx in one folder or zip");
            }
            if (Files.size(file) > MAX_BYTES) {
                throw new InputException(
                        "%s: %,d bytes long; expected at most %,d, with larger weights in files beside it"
                                .formatted(file, Files.size(file), MAX_BYTES));
            }
            return parse(file, Files.readAllBytes(file));
        } catch (IOException e) {
            throw new InputException("%s: cannot be read (%s)".formatted(file, e.getMessage()), e);
        }
    }

    static OnnxGraph parse(Path file, byte[] bytes) {
        GraphContent content;
        try {
            content = GraphContent.of(bytes);
        } catch (IOException e) {
            throw new InputException(
                    "%s: not a whole ONNX file (%s); expected what torch.onnx.export writes: copy or export it again"
                            .formatted(file, e.getMessage()),
                    e);
        }
        OnnxGraph graph = new OnnxGraph(file, bytes, content);
        content.weightFiles().forEach(graph::checkWeights);
        return graph;
    }

    /** Weights outside of the folder could be any file of this computer. */
    private void checkWeights(String location) {
        Path folder = file.toAbsolutePath().normalize().getParent();
        try {
            Path weights = file.resolveSibling(location).toAbsolutePath().normalize();
            if (location.isEmpty() || folder == null || !folder.equals(weights.getParent())) {
                throw new InputException("%s: keeps weights in '%s'; expected a file in the same folder"
                        .formatted(file, oneLine(location)));
            }
            if (!Files.isRegularFile(weights)) {
                throw new InputException(
                        "%s: missing; %s keeps its weights there: copy it into the same folder or zip, or export with"
                                        .formatted(weights, file.getFileName())
                                + " external_data=False");
            }
            if (!folder.toRealPath().equals(weights.toRealPath().getParent())) {
                throw new InputException("%s: a link to %s; expected a file in the same folder"
                        .formatted(weights, weights.toRealPath()));
            }
        } catch (IOException | java.nio.file.InvalidPathException e) {
            throw new InputException(
                    "%s: keeps weights in '%s', which cannot be read (%s)"
                            .formatted(file, oneLine(location), oneLine(String.valueOf(e.getMessage()))),
                    e);
        }
    }

    Path file() {
        return file;
    }

    byte[] bytes() {
        return bytes;
    }

    String producer() {
        return content.producer();
    }

    /** The only input. */
    OnnxPort input() {
        if (content.inputs().size() != 1) {
            throw new InputException("%s: takes %d inputs, %s; expected one"
                    .formatted(file, content.inputs().size(), content.inputs()));
        }
        return checked(content.inputs().get(0), "input");
    }

    /** All outputs of float32 numbers, at least one. */
    List<OnnxPort> outputs() {
        if (content.outputs().isEmpty()) {
            throw new InputException(file + ": gives no output; expected at least one");
        }
        content.outputs().forEach(port -> checked(port, "output"));
        return content.outputs();
    }

    private OnnxPort checked(OnnxPort port, String role) {
        if (!port.isFloat()) {
            throw new InputException("%s: %s %s is of %s; expected float32: export the model with .float()"
                    .formatted(file, role, port, port.typeName()));
        }
        return port;
    }

    /** The last operation behind an output that changes values, such as {@code Sigmoid}; empty if it is not known. */
    String lastOperation(String output) {
        GraphContent.Node node = last(output, PASSING);
        if (node == null) {
            return "";
        }
        // PyTorch's softplus takes x itself where it is large.
        boolean softplus = node.operation().equals("Where")
                && node.inputs().stream().map(content.nodes()::get).anyMatch(OnnxGraph::isSoftplus);
        return softplus ? SOFTPLUS : node.operation();
    }

    private static boolean isSoftplus(GraphContent.@Nullable Node node) {
        return node != null && node.operation().equals(SOFTPLUS);
    }

    /** Whether an output is what a linear layer gives: then it is no probability and no deviation, whatever its name. */
    boolean linear(String output) {
        GraphContent.Node node = last(output, PASSING);
        return node != null
                && (LINEAR.contains(node.operation())
                        || node.operation().equals("Add")
                                && node.inputs().stream().anyMatch(input -> LINEAR.contains(lastOperation(input))));
    }

    /** What goes into the sigmoid that an output is made by, if it is: the same values in the same order, as logits. */
    Optional<String> sigmoidInput(String output) {
        GraphContent.Node node = last(output, RESHAPING);
        return node == null || !node.operation().equals("Sigmoid") ? Optional.empty() : Optional.of(node.input());
    }

    private GraphContent.@Nullable Node last(String output, Set<String> passing) {
        Map<String, GraphContent.Node> nodes = new HashMap<>(content.nodes());
        GraphContent.Node node = nodes.remove(output);
        while (node != null && passing.contains(node.operation())) {
            // Removed on the way, so that a graph that goes in circles ends.
            node = nodes.remove(node.input());
        }
        return node;
    }

    /** The file's bytes with one more of the graph's values as output. */
    byte[] bytesWithOutput(String name) {
        byte[] text = name.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream port = new ByteArrayOutputStream();
        tag(port, 1);
        varint(port, text.length);
        port.writeBytes(text);
        ByteArrayOutputStream added = new ByteArrayOutputStream();
        tag(added, OUTPUT);
        varint(added, port.size());
        added.writeBytes(port.toByteArray());
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length + added.size() + 16);
        out.write(bytes, 0, content.graphTag());
        tag(out, GRAPH);
        varint(out, content.graphEnd() - content.graphStart() + added.size());
        out.write(bytes, content.graphStart(), content.graphEnd() - content.graphStart());
        out.writeBytes(added.toByteArray());
        out.write(bytes, content.graphEnd(), bytes.length - content.graphEnd());
        return out.toByteArray();
    }

    private static void tag(ByteArrayOutputStream out, int field) {
        varint(out, field << 3 | 2);
    }

    private static void varint(ByteArrayOutputStream out, int value) {
        int rest = value;
        while (rest > 0x7f) {
            out.write(rest & 0x7f | 0x80);
            rest >>>= 7;
        }
        out.write(rest);
    }

    /** A text from a file, fit for a message: short and in one line. */
    static String oneLine(String text) {
        String line = text.strip().replaceAll("[\\p{Cntrl}\\s]+", " ");
        return line.length() <= 160 ? line : line.substring(0, 160) + " …";
    }
}
