package elboroom.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import elboroom.data.Npz;
import elboroom.model.EncodedSet;
import elboroom.model.ModelCard;
import elboroom.model.ModelStore;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the commands give on right input. */
class CommandsTest {
    private static final List<String> KEYS = List.of(
            "model",
            "dataset",
            "n",
            "latent",
            "elbo",
            "distortion",
            "rate",
            "ratePerDimension",
            "reconstructionAtMean",
            "varianceOfMeans",
            "activeUnits",
            "collapsedDimensions");

    @TempDir
    static Path folder;

    private static Path vae;
    private static Path autoencoder;
    private static Path wide;

    @BeforeAll
    static void train() {
        vae = TinyModels.train(folder.resolve("vae"));
        autoencoder = TinyModels.train(folder.resolve("ae"), "--autoencoder");
        wide = TinyModels.train(folder.resolve("wide"), "--latent", 4, "--likelihood", "gaussian:0.1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "tour", "train", "evaluate", "encode", "render", "interpolate"})
    void everyCommandExplainsItself(String command) {
        String out = (command.isEmpty() ? Program.run("--help") : Program.run(command, "--help"))
                .succeeded()
                .out();
        assertThat(out).startsWith("Usage: elbo-room").contains("--help");
    }

    @Test
    void evaluatePrintsOneObjectWithTheFiguresOfTheCard() throws IOException {
        JsonNode json = evaluate(vae);
        assertThat(json.fieldNames()).toIterable().containsExactlyElementsOf(KEYS);
        JsonNode figures =
                new ObjectMapper().readTree(vae.resolve("card.json").toFile()).get("figures");
        assertThat(json.get("dataset").asText()).isEqualTo("shapes-test");
        assertThat(json.get("n").asInt()).isEqualTo(5000);
        for (String key : List.of("elbo", "distortion", "rate", "reconstructionAtMean")) {
            assertThat(json.get(key).doubleValue())
                    .as(key)
                    .isCloseTo(figures.get(key).doubleValue(), within(1e-3));
        }
        assertThat(json.get("elbo").doubleValue())
                .isCloseTo(
                        -json.get("distortion").doubleValue() - json.get("rate").doubleValue(), within(1e-9));
        assertThat(json.get("ratePerDimension")).hasSize(2);
        assertThat(json.get("varianceOfMeans")).hasSize(2);
    }

    @Test
    void anAutoencoderHasNoRate() throws IOException {
        JsonNode json = evaluate(autoencoder, "--limit", 100);
        assertThat(json.fieldNames()).toIterable().containsExactlyElementsOf(KEYS);
        for (String key : List.of("elbo", "rate", "ratePerDimension", "collapsedDimensions")) {
            assertThat(json.get(key).isNull()).as(key).isTrue();
        }
        assertThat(json.get("distortion")).isEqualTo(json.get("reconstructionAtMean"));
        assertThat(Program.run("evaluate", autoencoder, "--limit", 100)
                        .succeeded()
                        .out())
                .contains("distortion at the code")
                .doesNotContain("ELBO");
    }

    @Test
    void measuresAddTheirKeysAfterTheUsualOnes() throws IOException {
        JsonNode json = evaluate(wide, "--limit", 300, "--measures", "collapse,elbo,surgery");
        List<String> keys = new ArrayList<>(KEYS);
        keys.addAll(List.of("mutualInformation", "marginalKl", "logN", "collapse"));
        assertThat(json.fieldNames()).toIterable().containsExactlyElementsOf(keys);
        double sum = json.get("mutualInformation").doubleValue()
                + json.get("marginalKl").doubleValue();
        assertThat(sum).isCloseTo(json.get("rate").doubleValue(), within(0.5));
        assertThat(json.get("logN").doubleValue()).isCloseTo(Math.log(300), within(1e-9));
        assertThat(json.get("collapse")).hasSize(4);
        for (int j = 0; j < 4; j++) {
            JsonNode dimension = json.get("collapse").get(j);
            assertThat(dimension.fieldNames())
                    .toIterable()
                    .containsExactly(
                            "dimension",
                            "kl",
                            "varianceOfMeans",
                            "meanPosteriorVariance",
                            "epsilonDelta",
                            "shuffleEffect",
                            "active");
            assertThat(dimension.get("dimension").asInt()).isEqualTo(j + 1);
            assertThat(dimension.get("kl"))
                    .isEqualTo(json.get("ratePerDimension").get(j));
            assertThat(dimension.get("shuffleEffect").doubleValue()).isBetween(0.0, 1.0);
            assertThat(dimension.get("active").isBoolean()).isTrue();
        }
        assertThat(Program.run("evaluate", wide, "--limit", 50, "--measures", "surgery,collapse")
                        .succeeded()
                        .out())
                .contains("ELBO surgery", "mutual information", "at most log N = 3.91", "Collapse: ", "shuffle effect");
    }

    @Test
    void evidenceIsExactForTwoDimensionsAndABoundForMore() throws IOException {
        JsonNode exact = evaluate(vae, "--limit", 4, "--measures", "evidence").get("evidence");
        assertThat(exact.fieldNames())
                .toIterable()
                .containsExactly(
                        "n",
                        "meanLogEvidence",
                        "meanElbo",
                        "meanGap",
                        "medianGap",
                        "meanGapDirect",
                        "maxDisagreement",
                        "gridCells",
                        "seconds");
        assertThat(exact.get("n").asInt()).isEqualTo(4);
        assertThat(exact.get("meanGap").doubleValue())
                .isPositive()
                .isCloseTo(exact.get("meanGapDirect").doubleValue(), within(0.05));
        JsonNode bound = evaluate(wide, "--limit", 2, "--measures", "evidence").get("evidence");
        assertThat(bound.get("meanGap").doubleValue()).isPositive();
        assertThat(bound.get("meanGapDirect").isNull()).isTrue();
        assertThat(Program.run("evaluate", wide, "--limit", 2, "--measures", "evidence")
                        .succeeded()
                        .out())
                .contains("not exact with 4 latent dimensions: the IWAE bound of 1,000 draws");
    }

    @Test
    void geometryIsForAutoencodersToo() throws IOException {
        for (Path model : List.of(vae, autoencoder)) {
            JsonNode geometry =
                    evaluate(model, "--limit", 200, "--measures", "geometry").get("geometry");
            assertThat(geometry.fieldNames())
                    .toIterable()
                    .containsExactly(
                            "medianSigmaMax", "p95SigmaMax", "holeMass", "mmd", "mmdP", "priorSamplePlausible");
            assertThat(geometry.get("p95SigmaMax").doubleValue())
                    .isGreaterThan(geometry.get("medianSigmaMax").doubleValue());
            for (String share : List.of("holeMass", "mmdP", "priorSamplePlausible")) {
                assertThat(geometry.get(share).doubleValue()).as(share).isBetween(0.0, 1.0);
            }
        }
    }

    @Test
    void ofAnAutoencoderWhatHasNoMeaningIsNull() throws IOException {
        JsonNode json = evaluate(autoencoder, "--limit", 100, "--measures", "elbo,collapse,surgery");
        assertThat(json.get("mutualInformation").isNull()).isTrue();
        assertThat(json.get("marginalKl").isNull()).isTrue();
        JsonNode first = json.get("collapse").get(0);
        for (String key : List.of("kl", "meanPosteriorVariance", "epsilonDelta")) {
            assertThat(first.get(key).isNull()).as(key).isTrue();
        }
        assertThat(first.get("varianceOfMeans").doubleValue()).isPositive();
        assertThat(Program.run("evaluate", autoencoder, "--limit", 9, "--measures", "surgery,collapse")
                        .succeeded()
                        .out())
                .contains("has no posterior", "has no prior");
    }

    @Test
    void aLimitBeyondTheSetMeansAll() throws IOException {
        assertThat(evaluate(vae, "--limit", 100_000).get("n").asInt()).isEqualTo(5000);
        assertThat(evaluate(vae, "--limit", 7).get("n").asInt()).isEqualTo(7);
    }

    @Test
    void aDatasetAloneMeansItsTestSplit() throws IOException {
        JsonNode json = evaluate(vae, "--limit", 7, "--data", "mnist");
        assertThat(json.get("dataset").asText()).isEqualTo("mnist-test");
    }

    @Test
    void theTableIsForPeople() {
        String out = Program.run("evaluate", wide, "--limit", 50).succeeded().out();
        assertThat(out).contains("wide on shapes-test: 50 images, 4 latent dimensions", "ELBO", "nats per image");
        assertThat(out.lines()).hasSize(14);
    }

    private static JsonNode evaluate(Path model, Object... more) throws IOException {
        Object[] arguments = new Object[more.length + 3];
        arguments[0] = "evaluate";
        arguments[1] = model;
        arguments[2] = "--json";
        System.arraycopy(more, 0, arguments, 3, more.length);
        Program.Result result = Program.run(arguments).succeeded();
        assertThat(result.out()).doesNotContain("NaN", "Infinity");
        assertThat(result.err()).isEmpty();
        return new ObjectMapper().readTree(result.out());
    }

    @Test
    void csvNumbersReadBackAsTheSameFloats() throws IOException {
        Path file = folder.resolve("new/vae.csv");
        Program.run("encode", vae, "--out", file).succeeded();
        List<String> lines = Files.readAllLines(file);
        assertThat(lines).hasSize(5001);
        assertThat(lines.get(0))
                .isEqualTo("index,label,mean_1,mean_2,logVariance_1,logVariance_2,"
                        + "factor_kind,factor_x,factor_y,factor_size,factor_angle");
        EncodedSet stored = new ModelStore(List.of())
                .find(vae.toString())
                .encodedSet("shapes-test")
                .orElseThrow();
        for (int i : new int[] {0, 999, 1000, 4999}) {
            String[] cells = lines.get(i + 1).split(",");
            assertThat(cells).hasSize(11);
            assertThat(cells[0]).isEqualTo(Integer.toString(i));
            assertThat(cells[1]).isEqualTo(Integer.toString(stored.labels()[i]));
            assertThat(Float.parseFloat(cells[3])).isCloseTo(stored.posterior().mean(i, 1), within(1e-5f));
            assertThat(Float.parseFloat(cells[4])).isCloseTo(stored.posterior().logVariance(i, 0), within(1e-5f));
        }
    }

    @Test
    void npzHoldsTheSameAsCsv() throws IOException {
        Path csv = folder.resolve("ae.csv");
        Path npz = folder.resolve("ae.npz");
        Program.run("encode", autoencoder, "--out", csv, "--limit", 3).succeeded();
        Program.run("encode", autoencoder, "--out", npz, "--limit", 3).succeeded();
        Npz arrays = Npz.read(npz);
        String[] cells = Files.readAllLines(csv).get(3).split(",");
        assertThat(arrays.ints("labels", 3)[2]).isEqualTo(Integer.parseInt(cells[1]));
        assertThat(arrays.floats("mean", 3, 2)[5]).isEqualTo(Float.parseFloat(cells[3]));
        assertThat(arrays.floats("logVariance", 3, 2)).containsOnly(Float.NEGATIVE_INFINITY);
        assertThat(cells[5]).isEqualTo("-inf");
        assertThat(arrays.floats("factor_size", 3)[2]).isEqualTo(Float.parseFloat(cells[9]));
    }

    @ParameterizedTest
    @CsvSource({
        "vae, map, 300", "vae, mosaic, 300", "vae, traversal, 400",
        "ae, map, 300", "ae, mosaic, 300", "ae, traversal, 400",
        "wide, map, 300", "wide, mosaic, 300", "wide, traversal, 400"
    })
    void picturesHaveTheSizeAskedFor(String model, String what, int width) throws IOException {
        Path file = folder.resolve(model + what + ".png");
        Program.run("render", folder.resolve(model), "--what", what, "--out", file, "--size", width)
                .succeeded();
        BufferedImage image = ImageIO.read(file.toFile());
        assertThat(image.getWidth()).isEqualTo(width);
        int height = image.getHeight();
        long drawn = java.util.Arrays.stream(image.getRGB(0, 0, width, height, null, 0, width))
                .filter(pixel -> pixel != 0xFFFFFFFF)
                .count();
        assertThat(drawn).isGreaterThan(200);
    }

    @Test
    void theCardIsPrintedAsItIsStored() throws IOException {
        Path model = folder.resolve("conv");
        String out = Program.run(
                        "train",
                        "--data",
                        "shapes",
                        "--images",
                        64,
                        "--conv",
                        "--epochs",
                        1,
                        "--latent",
                        1,
                        "--out",
                        model,
                        "--json",
                        "--title",
                        "β")
                .succeeded()
                .out();
        ObjectMapper mapper = new ObjectMapper();
        assertThat(mapper.readTree(out))
                .isEqualTo(mapper.readTree(model.resolve("card.json").toFile()));
        assertThat(mapper.readTree(out).at("/config/architecture").asText()).isEqualTo("conv");
        Program.run("render", model, "--what", "mosaic", "--out", folder.resolve("conv.png"))
                .succeeded();
    }

    @Test
    void aRunKeepsItsScheduleItsCurvesAndItsSnapshots() throws IOException {
        Path model = TinyModels.train(
                folder.resolve("schedule"), "--epochs", 2, "--beta-schedule", "warmup:1", "--snapshot-every", 3);
        ModelCard card = new ModelStore(List.of()).find(model.toString()).card();
        assertThat(card.training().betaSchedule()).isEqualTo("warmup:1");
        List<String> curves = Files.readAllLines(model.resolve("history.csv"));
        // Four steps an epoch: the weight of the rate rises by a quarter each.
        assertThat(curves.get(1)).startsWith("train,1,1,").contains(",0.0,0.001,");
        assertThat(curves.get(4)).startsWith("train,4,1,").contains(",0.75,0.001,");
        assertThat(curves.get(5)).startsWith("train,5,1,").contains(",1.0,0.001,");
        try (Stream<Path> snapshots = Files.list(model.resolve("snapshots"))) {
            assertThat(snapshots.map(file -> file.getFileName().toString()))
                    .contains("000000000.npz", "000000003.npz", "000000006.npz", "000000008.npz")
                    .doesNotContain("000000004.npz");
        }
    }

    @ParameterizedTest
    @CsvSource({"line", "slerp", "geodesic"})
    void interpolateWritesFilmStripAndNumbers(String kind) throws IOException {
        for (String name : List.of("way.gif", "way.png", "way.csv")) {
            Path out = folder.resolve(kind + name);
            Program.run("interpolate", vae, "--from", 0, "--to", 5, "--path", kind, "--frames", 9, "--out", out)
                    .succeeded();
            if (name.endsWith(".csv")) {
                List<String> lines = Files.readAllLines(out);
                assertThat(lines).hasSize(10);
                assertThat(lines.get(0)).isEqualTo("frame,z_1,z_2,imageStep");
            } else {
                BufferedImage image = ImageIO.read(out.toFile());
                assertThat((double) image.getWidth() / image.getHeight()).isEqualTo(name.endsWith(".gif") ? 1 : 9);
            }
        }
    }
}
