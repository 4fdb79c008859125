package elboroom.model.onnx;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** An ONNX file of a few nodes without weights, put together by hand; it takes N×D or more dimensions. */
final class TinyGraph {
    private static final int FLOAT32 = 1;
    private static final int INT64 = 7;
    private static final int OPSET = 17;

    private final Message graph = new Message();
    private int version = 8;

    TinyGraph(String input, int... sizes) {
        graph.add(11, port(input, sizes));
    }

    TinyGraph node(String operation, String output, String... inputs) {
        Message node = new Message();
        for (String input : inputs) {
            node.add(1, input);
        }
        graph.add(1, node.add(2, output).add(4, operation));
        return this;
    }

    /** A weight of one whole number. */
    TinyGraph constant(String name, int value) {
        graph.add(5, new Message().add(1, 1).add(2, INT64).add(7, value).add(8, name));
        return this;
    }

    TinyGraph output(String name, int... sizes) {
        graph.add(12, port(name, sizes));
        return this;
    }

    /** Of the format; those of the future are not known. */
    TinyGraph version(int number) {
        version = number;
        return this;
    }

    byte[] bytes() {
        return new Message()
                .add(1, version)
                .add(7, graph)
                .add(8, new Message().add(2, OPSET))
                .bytes();
    }

    OnnxGraph graph(String file) {
        return OnnxGraph.parse(Path.of(file), bytes());
    }

    void write(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.write(file, bytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Message port(String name, int... sizes) {
        Message shape = new Message().add(1, new Message().add(2, "n"));
        for (int size : sizes) {
            shape.add(1, new Message().add(1, size));
        }
        Message tensor = new Message().add(1, FLOAT32).add(2, shape);
        return new Message().add(1, name).add(2, new Message().add(1, tensor));
    }

    /** A protobuf message; sizes and numbers below 128 only need one byte each, larger ones two. */
    private static final class Message {
        private final ByteArrayOutputStream out = new ByteArrayOutputStream();

        Message add(int field, int number) {
            varint(field << 3);
            varint(number);
            return this;
        }

        Message add(int field, String text) {
            return add(field, text.getBytes(StandardCharsets.UTF_8));
        }

        Message add(int field, Message message) {
            return add(field, message.bytes());
        }

        private Message add(int field, byte[] content) {
            varint(field << 3 | 2);
            varint(content.length);
            out.writeBytes(content);
            return this;
        }

        private void varint(int value) {
            int rest = value;
            for (; rest > 0x7f; rest >>>= 7) {
                out.write(rest & 0x7f | 0x80);
            }
            out.write(rest);
        }

        byte[] bytes() {
            return out.toByteArray();
        }
    }
}
