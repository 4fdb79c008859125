package elboroom.model.onnx;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What this program needs to know of an ONNX file, read from its bytes; field numbers are those of the format's onnx.proto.
 *
 * @param producer the program that wrote it
 * @param inputs that are not weights
 * @param outputs in the file's order
 * @param nodes of the graph's top level, by each of their outputs
 * @param weightFiles names of the files in which further weights are kept
 * @param graphTag where the graph's field starts
 * @param graphStart where its content starts
 * @param graphEnd where it ends
 */
record GraphContent(
        String producer,
        List<OnnxPort> inputs,
        List<OnnxPort> outputs,
        Map<String, Node> nodes,
        Set<String> weightFiles,
        int graphTag,
        int graphStart,
        int graphEnd) {
    /** Graphs within graphs; real ones have two or three levels. */
    private static final int MAX_DEPTH = 16;

    /** An operation and its inputs. */
    record Node(String operation, List<String> inputs) {
        /** The first; empty if there is none. */
        String input() {
            return inputs.isEmpty() ? "" : inputs.get(0);
        }
    }

    static GraphContent of(byte[] bytes) throws IOException {
        Reading reading = new Reading();
        ProtoReader model = new ProtoReader(bytes, 0, bytes.length);
        int tag = -1;
        int start = 0;
        int end = 0;
        String producer = "";
        while (model.next()) {
            switch (model.field()) {
                case 2 -> producer = OnnxGraph.oneLine(model.text());
                case 7 -> {
                    if (tag >= 0) {
                        throw new IOException("it holds two graphs");
                    }
                    tag = model.start();
                    reading.graph(model.message(), 0);
                    start = model.contentStart();
                    end = model.end();
                }
                case 25 -> reading.function(model.message());
                default -> {} // Versions and descriptions.
            }
        }
        if (tag < 0) {
            throw new IOException("it holds no graph");
        }
        reading.inputs.removeIf(port -> reading.weights.contains(port.name()));
        return new GraphContent(
                producer,
                List.copyOf(reading.inputs),
                List.copyOf(reading.outputs),
                Map.copyOf(reading.nodes),
                reading.files,
                tag,
                start,
                end);
    }

    private static final class Reading {
        final List<OnnxPort> inputs = new ArrayList<>();
        final List<OnnxPort> outputs = new ArrayList<>();
        final Map<String, Node> nodes = new HashMap<>();
        final Set<String> weights = new HashSet<>();
        final Set<String> files = new LinkedHashSet<>();

        void graph(ProtoReader graph, int depth) throws IOException {
            if (depth > MAX_DEPTH) {
                throw new IOException("it holds graphs within graphs, more than %d deep".formatted(MAX_DEPTH));
            }
            boolean top = depth == 0;
            while (graph.next()) {
                switch (graph.field()) {
                    case 1 -> node(graph.message(), depth);
                    case 5 -> weights.add(tensor(graph.message()));
                    case 11 -> addIf(top, inputs, graph.message());
                    case 12 -> addIf(top, outputs, graph.message());
                    case 15 -> sparse(graph.message());
                    default -> {} // Names and descriptions.
                }
            }
        }

        private static void addIf(boolean top, List<OnnxPort> ports, ProtoReader message) throws IOException {
            if (top) {
                ports.add(port(message));
            }
        }

        /** A function of the model's own is made of nodes. */
        void function(ProtoReader function) throws IOException {
            while (function.next()) {
                if (function.field() == 7) {
                    node(function.message(), 1);
                }
            }
        }

        private void node(ProtoReader node, int depth) throws IOException {
            List<String> results = new ArrayList<>();
            String operation = "";
            List<String> inputs = new ArrayList<>();
            while (node.next()) {
                switch (node.field()) {
                    case 1 -> inputs.add(node.text());
                    case 2 -> results.add(node.text());
                    case 4 -> operation = node.text();
                    case 5 -> attribute(node.message(), depth);
                    default -> {} // Names and descriptions.
                }
            }
            if (depth == 0) {
                Node what = new Node(operation, List.copyOf(inputs));
                results.forEach(result -> nodes.put(result, what));
            }
        }

        private void attribute(ProtoReader attribute, int depth) throws IOException {
            while (attribute.next()) {
                switch (attribute.field()) {
                    case 5, 10 -> tensor(attribute.message());
                    case 6, 11 -> graph(attribute.message(), depth + 1);
                    case 22, 23 -> sparse(attribute.message());
                    default -> {} // Numbers and texts.
                }
            }
        }

        private void sparse(ProtoReader sparse) throws IOException {
            while (sparse.next()) {
                if (sparse.field() == 1 || sparse.field() == 2) {
                    tensor(sparse.message());
                }
            }
        }

        /** Notes the file in which a tensor's values are; gives its name. */
        private String tensor(ProtoReader tensor) throws IOException {
            String name = "";
            while (tensor.next()) {
                switch (tensor.field()) {
                    case 8 -> name = tensor.text();
                    case 13 -> location(tensor.message());
                    default -> {} // Values.
                }
            }
            return name;
        }

        private void location(ProtoReader entry) throws IOException {
            String key = "";
            String value = "";
            while (entry.next()) {
                switch (entry.field()) {
                    case 1 -> key = entry.text();
                    case 2 -> value = entry.text();
                    default -> {} // None that is known.
                }
            }
            if (key.equals("location")) {
                files.add(value);
            }
        }

        private static OnnxPort port(ProtoReader info) throws IOException {
            String name = "";
            int type = 0;
            List<Long> sizes = new ArrayList<>();
            while (info.next()) {
                if (info.field() == 1) {
                    name = info.text();
                } else if (info.field() == 2) {
                    ProtoReader kinds = info.message();
                    while (kinds.next()) {
                        if (kinds.field() != 1) {
                            throw new IOException("'%s' is not a tensor".formatted(OnnxGraph.oneLine(name)));
                        }
                        ProtoReader tensor = kinds.message();
                        while (tensor.next()) {
                            if (tensor.field() == 1) {
                                type = (int) tensor.number();
                            } else if (tensor.field() == 2) {
                                shape(tensor.message(), sizes);
                            }
                        }
                    }
                }
            }
            return new OnnxPort(name, type, sizes);
        }

        private static void shape(ProtoReader shape, List<Long> sizes) throws IOException {
            while (shape.next()) {
                if (shape.field() == 1) {
                    long size = OnnxPort.ANY;
                    ProtoReader dimension = shape.message();
                    while (dimension.next()) {
                        if (dimension.field() == 1 && dimension.number() > 0) {
                            size = dimension.number();
                        }
                    }
                    sizes.add(size);
                }
            }
        }
    }
}
