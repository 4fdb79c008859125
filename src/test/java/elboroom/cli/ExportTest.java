package elboroom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import elboroom.data.Home;
import elboroom.data.Npz;
import elboroom.model.Vae;
import elboroom.model.file.ModelFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code docs/python.md} says of our models in NumPy: its commands are run, and its lines are done here by hand. */
final class ExportTest {
    private static final int IMAGES = 5;

    @TempDir
    private Path folder;

    @Test
    void theWeightsDecodeAsTheGuideForPythonSays() throws Exception {
        String guide = Files.readString(Path.of("docs", "python.md"));
        assertThat(guide)
                .contains("h = latents[\"mean\"][:5]")
                .contains("h = h @ w[f\"decoder.{i}.weight\"].T + w[f\"decoder.{i}.bias\"]")
                .contains("h = np.maximum(h, 0) if i < layers - 1 else h")
                .contains("pixels = (1 + np.tanh(h / 2)) / 2");
        Npz weights = Npz.read(run(guide, "export"));
        Npz latents = Npz.read(run(guide, "encode"));
        assertThat(folder.resolve("weights.txt")).exists();
        int size = latents.shape("mean")[1];
        float[] z = Arrays.copyOf(latents.floats("mean", latents.shape("mean")), IMAGES * size);
        double[][] h = new double[IMAGES][];
        for (int n = 0; n < IMAGES; n++) {
            h[n] = new double[size];
            for (int j = 0; j < size; j++) {
                h[n][j] = z[n * size + j];
            }
        }
        long layers = weights.names().stream()
                        .filter(name -> name.startsWith("decoder."))
                        .count()
                / 2;
        assertThat(layers).isEqualTo(3);
        for (int i = 0; i < layers; i++) {
            for (int n = 0; n < IMAGES; n++) {
                h[n] = layer(weights, "decoder." + i, h[n], i < layers - 1);
            }
        }
        try (Vae vae = ModelFiles.open(new ModelFiles(Home.locate()).find("mnist-vae-2d"))) {
            float[] decoded = vae.decode(z, IMAGES);
            for (int n = 0; n < IMAGES; n++) {
                for (int k = 0; k < h[n].length; k++) {
                    assertThat((1 + Math.tanh(h[n][k] / 2)) / 2)
                            .isCloseTo(decoded[n * h[n].length + k], Offset.offset(1e-4));
                }
            }
        }
    }

    /** The command of the guide, its file in a folder of the test's. */
    private Path run(String guide, String command) {
        Matcher found = Pattern.compile("`elbo-room (" + command + " [^`]*--out )([^`]*)`")
                .matcher(guide);
        assertThat(found.find()).as("the guide's " + command).isTrue();
        Path out = folder.resolve(found.group(2));
        List<String> words = List.of(found.group(1).strip().split(" "));
        Object[] arguments = Arrays.copyOf(words.toArray(), words.size() + 1);
        arguments[words.size()] = out;
        Program.run(arguments).succeeded();
        return out;
    }

    private static double[] layer(Npz weights, String name, double[] h, boolean relu) {
        int[] shape = weights.shape(name + ".weight");
        assertThat(shape[1]).as("columns of " + name).isEqualTo(h.length);
        float[] weight = weights.floats(name + ".weight", shape);
        float[] bias = weights.floats(name + ".bias", shape[0]);
        double[] out = new double[shape[0]];
        for (int k = 0; k < out.length; k++) {
            out[k] = bias[k];
            for (int j = 0; j < h.length; j++) {
                out[k] += weight[k * h.length + j] * h[j];
            }
            out[k] = relu ? Math.max(0, out[k]) : out[k];
        }
        return out;
    }
}
