package elboroom.model.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import elboroom.data.InputException;
import elboroom.data.Processors;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** A graph that is run by ONNX Runtime, in portions of rows. Not safe to share between threads. */
final class OnnxNetwork implements AutoCloseable {
    /** More gains nothing, and takes memory for all that lies between. */
    private static final int ROWS = 128;

    private static final int MAX_THREADS = 4;
    /** Where in ONNX Runtime's own sources an error arose, before what it was: a file, a line, a function of C++. */
    private static final Pattern SOURCE =
            Pattern.compile("^\\s*\\S+\\.(?:cc|h|cpp):\\d+ .*?\\)(?: const)? (?=[A-Z])", Pattern.DOTALL);

    private final Path file;
    private final OnnxPort input;
    private final long[] sizes;
    private final int width;
    private final List<String> outputs;
    /** Rows of one call, and whether it must be exactly so many. */
    private final int rows;

    private final boolean fixed;
    private final OrtEnvironment environment;
    private final OrtSession session;
    private final FloatBuffer buffer;

    /** Puts the values of one row into the buffer. */
    interface RowWriter {
        void put(int row, FloatBuffer to);
    }

    /** Takes what a portion gave: for each output the values of {@code count} rows from {@code first} on. */
    interface Taker {
        void take(int first, int count, float[][] values);
    }

    /**
     * @param bytes of the graph; those of its file, or changed
     * @param sizes of the input after its first dimension
     * @param outputs that are wanted, in this order
     */
    OnnxNetwork(OnnxGraph graph, byte[] bytes, long[] sizes, List<String> outputs) {
        this.file = graph.file();
        this.input = graph.input();
        this.sizes = sizes;
        this.outputs = List.copyOf(outputs);
        long size = 1;
        for (long one : sizes) {
            size = Math.multiplyExact(size, one);
        }
        width = Math.toIntExact(size);
        long batch = input.sizes().isEmpty() ? OnnxPort.ANY : input.sizes().get(0);
        fixed = batch > 0;
        if (batch > 4L * ROWS) {
            throw new InputException(
                    "%s: takes batches of %,d; expected any number of rows, or at most %d: export with a"
                                    .formatted(file, batch, 4 * ROWS)
                            + " dynamic first dimension");
        }
        rows = fixed ? (int) batch : ROWS;
        buffer = ByteBuffer.allocateDirect(Math.multiplyExact(rows * Float.BYTES, width))
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer();
        try {
            environment = Runtime.environment();
            session = open(bytes);
        } catch (OrtException e) {
            throw new InputException(
                    "%s: ONNX Runtime cannot open it (%s); expected a whole model of an opset it knows"
                            .formatted(file, reason(e)),
                    e);
        } catch (UnsatisfiedLinkError | NoClassDefFoundError e) {
            throw new InputException(
                    "%s: ONNX Runtime does not run on this computer (%s); other models open as before"
                            .formatted(file, OnnxGraph.oneLine(String.valueOf(e.getMessage()))),
                    e);
        }
    }

    /** One for the whole process, as ONNX Runtime wants it; its native code is loaded by the first use. */
    private static final class Runtime {
        static OrtEnvironment environment() throws OrtException {
            OrtEnvironment environment =
                    OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL, "elbo-room");
            environment.setTelemetry(false);
            return environment;
        }
    }

    private OrtSession open(byte[] bytes) throws OrtException {
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(Math.min(MAX_THREADS, Processors.used()));
            options.setInterOpNumThreads(1);
            // Threads that wait by spinning would take the time that drawing needs.
            options.addConfigEntry("session.intra_op.allow_spinning", "0");
            // Its arena keeps what it once took.
            options.setCPUArenaAllocator(false);
            options.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL);
            options.addConfigEntry(
                    "session.model_external_initializers_file_folder_path",
                    String.valueOf(file.toAbsolutePath().getParent()));
            return environment.createSession(bytes, options);
        }
    }

    private static String reason(OrtException e) {
        String message = String.valueOf(e.getMessage()).replaceFirst("Error code - [A-Z_]+ - message:", "");
        return OnnxGraph.oneLine(SOURCE.matcher(message).replaceFirst(""));
    }

    /**
     * Runs {@code count} rows.
     *
     * @throws InputException if the graph fails, or does not give a row of values for every row
     */
    void run(int count, RowWriter writer, Taker taker) {
        for (int first = 0; first < count; first += rows) {
            int some = Math.min(rows, count - first);
            int given = fixed ? rows : some;
            buffer.clear();
            for (int i = 0; i < given; i++) {
                // A graph for batches of one size has the last row again in place of those that are missing.
                writer.put(first + Math.min(i, some - 1), buffer);
            }
            buffer.flip();
            taker.take(first, some, call(given));
        }
    }

    private float[][] call(int given) {
        long[] shape = new long[sizes.length + 1];
        shape[0] = given;
        System.arraycopy(sizes, 0, shape, 1, sizes.length);
        float[][] values = new float[outputs.size()][];
        try (OnnxTensor tensor = OnnxTensor.createTensor(environment, buffer, shape);
                OrtSession.Result result = session.run(Map.of(input.name(), tensor), Set.copyOf(outputs))) {
            for (int i = 0; i < values.length; i++) {
                String name = outputs.get(i);
                FloatBuffer floats =
                        result.get(name).orElse(null) instanceof OnnxTensor found ? found.getFloatBuffer() : null;
                if (floats == null || floats.remaining() % given != 0) {
                    throw new InputException("%s: output '%s' is no array of float32 with a row for each of %d inputs"
                            .formatted(file, name, given));
                }
                values[i] = new float[floats.remaining()];
                floats.get(values[i]);
            }
            return values;
        } catch (OrtException e) {
            throw new InputException(
                    "%s: ONNX Runtime fails for an input of %d×%d (%s); expected it to take any number of rows"
                            .formatted(file, given, width, reason(e)),
                    e);
        }
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException(file + ": cannot be closed", e);
        }
    }
}
