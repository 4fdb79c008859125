package elboroom.golden;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import elboroom.data.ImageShape;
import elboroom.model.Architecture;
import elboroom.model.Likelihood;
import elboroom.model.VaeConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One file of golden vectors: a small network's weights, inputs and noise with every quantity of the objective, computed
 * independently in float64. {@code -Dgolden.dir=DIR} puts other networks of the same format to the same tests.
 */
public record GoldenNetwork(String name, JsonNode root) {
    private static final Pattern BETA = Pattern.compile("beta=([0-9.eE+-]+)");
    private static final Pattern FREE_BITS = Pattern.compile("freeBits=([0-9.eE+-]+).*");
    private static final Pattern GAUSSIAN = Pattern.compile("gaussian likelihood variance=([0-9.eE+-]+)");

    public static List<GoldenNetwork> all() {
        Path folder = Path.of(System.getProperty("golden.dir", "src/test/resources/golden"));
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> paths =
                    files.filter(f -> f.toString().endsWith(".json")).sorted().toList();
            List<GoldenNetwork> networks = new ArrayList<>();
            ObjectMapper mapper = new ObjectMapper();
            for (Path path : paths) {
                networks.add(new GoldenNetwork(String.valueOf(path.getFileName()), mapper.readTree(path.toFile())));
            }
            if (networks.isEmpty()) {
                throw new IllegalStateException("no golden vectors (*.json) in " + folder.toAbsolutePath());
            }
            return networks;
        } catch (IOException e) {
            throw new UncheckedIOException("golden vectors in " + folder.toAbsolutePath(), e);
        }
    }

    /** An objective of the file: the name of its entry under {@code expected} and the configuration that it means. */
    public record Objective(GoldenNetwork network, String key, VaeConfig config) {
        public JsonNode expected() {
            return network.expected(key);
        }

        @Override
        public String toString() {
            return network.name() + ", " + key;
        }
    }

    public List<Objective> objectives() {
        List<Objective> objectives = new ArrayList<>();
        root.get("expected").fieldNames().forEachRemaining(key -> {
            Matcher beta = BETA.matcher(key);
            Matcher freeBits = FREE_BITS.matcher(key);
            Matcher gaussian = GAUSSIAN.matcher(key);
            if (beta.matches()) {
                objectives.add(objective(key, Likelihood.BERNOULLI, Double.parseDouble(beta.group(1)), 0, false));
            } else if (freeBits.matches()) {
                objectives.add(objective(key, Likelihood.BERNOULLI, 1, Double.parseDouble(freeBits.group(1)), false));
            } else if (gaussian.matches()) {
                double variance = Double.parseDouble(gaussian.group(1));
                objectives.add(objective(key, new Likelihood.Gaussian(variance), 1, 0, false));
            } else if (key.startsWith("autoencoder")) {
                objectives.add(objective(key, Likelihood.BERNOULLI, 1, 0, true));
            }
        });
        return objectives;
    }

    private Objective objective(String key, Likelihood likelihood, double beta, double freeBits, boolean autoencoder) {
        return new Objective(this, key, config(likelihood, beta, freeBits, autoencoder));
    }

    public VaeConfig config() {
        return config(Likelihood.BERNOULLI, 1, 0, false);
    }

    private VaeConfig config(Likelihood likelihood, double beta, double freeBits, boolean autoencoder) {
        JsonNode sizes = root.get("sizes");
        List<Integer> hidden = new ArrayList<>();
        for (int i = 1; i < sizes.size() - 1; i++) {
            hidden.add(sizes.get(i).asInt());
        }
        return new VaeConfig(
                new ImageShape(1, sizes.get(0).asInt(), 1),
                new Architecture.Mlp(hidden),
                sizes.get(sizes.size() - 1).asInt(),
                likelihood,
                beta,
                freeBits,
                autoencoder,
                0);
    }

    public JsonNode expected(String key) {
        JsonNode value = root.get("expected").get(key);
        if (value == null) {
            throw new IllegalStateException(name + " has no expected '" + key + "'");
        }
        return value;
    }

    public JsonNode parameters() {
        return root.get("parameters");
    }

    /** Number of images. */
    public int count() {
        return root.get("x").size();
    }

    /** The numbers of a nested array, row-major. */
    public static double[] flat(JsonNode node) {
        List<Double> values = new ArrayList<>();
        collect(node, values);
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static void collect(JsonNode node, List<Double> values) {
        if (node.isArray()) {
            node.forEach(child -> collect(child, values));
        } else {
            values.add(node.doubleValue());
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
