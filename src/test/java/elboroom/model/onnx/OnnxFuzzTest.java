package elboroom.model.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import elboroom.data.InputException;
import elboroom.model.Vae;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Damaged files give a message in one line or a right result: nothing else escapes, and nothing is written elsewhere. */
class OnnxFuzzTest {
    private static final int MANY = 12_000;

    private static final String SIDE = """
            {"title": "A", "dataset": "mnist", "image": "8x8x1", "order": "chw", "range": "0..1", "mean": "out_a",
             "spread": "out_b", "spreadIs": "deviation", "output": "out", "outputIs": "logits",
             "likelihood": "gaussian:0.5", "of others": [1, {"a": null}]}""";

    @TempDir
    Path temp;

    @Test
    void sidecars() {
        Path folder = Exports.folder("nameless");
        OnnxGraph encoder = OnnxGraph.read(folder.resolve("encoder.onnx"));
        OnnxGraph decoder = OnnxGraph.read(folder.resolve("decoder.onnx"));
        Map<Boolean, Integer> outcomes = many(SIDE.getBytes(StandardCharsets.UTF_8), MANY, bytes -> {
            Sidecar sidecar = Sidecar.parse(Path.of("model.json"), bytes);
            Recognition recognition = new Recognition(encoder, decoder, sidecar);
            assertThat(recognition.spec() == null)
                    .isEqualTo(!recognition.questions().isEmpty());
        });
        assertThat(outcomes.get(true)).isGreaterThan(300);
        assertThat(outcomes.get(false)).isGreaterThan(500);
    }

    @Test
    void graphs() throws IOException {
        Path file = Exports.folder("halves").resolve("decoder.onnx");
        Map<Boolean, Integer> outcomes = many(Files.readAllBytes(file), MANY, bytes -> {
            OnnxGraph graph = OnnxGraph.parse(file, bytes);
            graph.input();
            graph.outputs().forEach(port -> graph.sigmoidInput(port.name()));
        });
        assertThat(outcomes.get(true)).isGreaterThan(300);
        assertThat(outcomes.get(false)).isGreaterThan(500);
    }

    @Test
    void zips() throws IOException {
        Path whole = Exports.zip(Exports.copy("colour-one", temp.resolve("small")), "", temp.resolve("whole.zip"));
        byte[] bytes = Files.readAllBytes(whole);
        Path zip = temp.resolve("damaged.zip");
        Path user = temp.resolve("user");
        many(bytes, Integer.getInteger("fuzz.inputs", 2_000), mutated -> {
            Files.write(zip, mutated);
            OnnxModel.read(OnnxFolder.of(zip, user));
        });
        assertThat(Exports.files(temp))
                .allMatch(file -> file.startsWith(user.resolve("models")) || !file.startsWith(user))
                .noneMatch(file -> file.toString().endsWith(".tmp"));
    }

    /** Graphs that this program takes for whole go on to native code, which must refuse them or run them. */
    @Test
    void graphsInOnnxRuntime() throws IOException {
        Path folder = Exports.copy("colour-one", temp.resolve("native"));
        Path file = folder.resolve("decoder.onnx");
        Map<Boolean, Integer> outcomes = many(Files.readAllBytes(file), 400, bytes -> {
            Files.write(file, bytes);
            try (Vae vae = OnnxModel.read(folder).open()) {
                assertThat(vae.decode(new float[2], 1)).hasSize(8 * 8 * 3);
            }
        });
        assertThat(outcomes.get(false)).isGreaterThan(50);
    }

    private interface Reader {
        void read(byte[] bytes) throws IOException;
    }

    /** How many were read, and how many refused. */
    private static Map<Boolean, Integer> many(byte[] right, int count, Reader reader) {
        Map<Boolean, Integer> outcomes = new HashMap<>(Map.of(true, 0, false, 0));
        for (int seed = 0; seed < count; seed++) {
            boolean read;
            try {
                reader.read(mutated(right, new SplittableRandom(seed)));
                read = true;
            } catch (InputException e) {
                assertThat(e.getMessage())
                        .as("seed %d", seed)
                        .isNotBlank()
                        .doesNotContain("\n")
                        .hasSizeLessThan(1500);
                read = false;
            } catch (Exception | Error e) {
                throw new AssertionError("seed " + seed, e);
            }
            outcomes.merge(read, 1, Integer::sum);
        }
        return outcomes;
    }

    private static byte[] mutated(byte[] right, SplittableRandom random) {
        byte[] bytes = right.clone();
        int changes = 1 + random.nextInt(4);
        for (int i = 0; i < changes; i++) {
            int at = random.nextInt(bytes.length);
            switch (random.nextInt(5)) {
                case 0 -> bytes[at] = (byte) random.nextInt(256);
                case 1 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
                case 2 -> bytes = Arrays.copyOf(bytes, 1 + at);
                case 3 ->
                    bytes[at] = List.of((byte) 0xff, (byte) 0, (byte) '"', (byte) '{')
                            .get(random.nextInt(4));
                default -> {
                    byte[] longer = new byte[bytes.length + 1 + random.nextInt(8)];
                    System.arraycopy(bytes, 0, longer, 0, at);
                    System.arraycopy(bytes, at, longer, at + longer.length - bytes.length, bytes.length - at);
                    bytes = longer;
                }
            }
        }
        return bytes;
    }
}
