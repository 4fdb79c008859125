package elboroom.model.onnx;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** What the names that people give to outputs tell: {@code z_log_var}, {@code logVar}, {@code q/mu}. */
final class Words {
    private static final Set<String> MEAN = Set.of("mu", "mean", "means", "loc", "location", "zmean", "zmu");
    private static final Pattern COMPOUND = Pattern.compile("log|ln|raw|pre|softplus");
    private static final Set<String> PROBABILITY =
            Set.of("prob", "probs", "probability", "probabilities", "bernoulli", "sigmoid");

    /** In this order: a later one is part of an earlier one. */
    private static final List<String[]> SPREADS = List.of(
            new String[] {
                "logVariance",
                "logvar",
                "lnvar",
                "logsigma2",
                "logsigmasq",
                "logsigmasquared",
                "logcov",
                "lnsigma2",
                "lnsigmasq"
            },
            new String[] {"logDeviation", "logsigma", "lnsigma", "logstd", "logsd", "logscale", "logdev"},
            new String[] {"softplus", "softplus", "rho", "rawsigma", "rawscale", "rawstd", "presigma"},
            new String[] {"variance", "var", "variance", "sigma2", "sigmasq"},
            new String[] {"deviation", "sigma", "std", "stddev", "scale", "sd", "deviation"});

    private final List<String> words;
    private final String joined;

    Words(String name) {
        words = Arrays.stream(name.replaceAll("([a-z])([A-Z])", "$1 $2")
                        .toLowerCase(Locale.ROOT)
                        .split("[^a-z0-9]+"))
                .filter(word -> !word.isEmpty())
                .toList();
        joined = String.join("", words);
    }

    boolean mean() {
        return spread().isEmpty() && words.stream().anyMatch(MEAN::contains);
    }

    /** A value of {@link OnnxKey#SPREAD_IS}. */
    Optional<String> spread() {
        if (words.contains("lv")) {
            return Optional.of("logVariance");
        }
        for (String[] spread : SPREADS) {
            for (String word : Arrays.asList(spread).subList(1, spread.length)) {
                // Names of logarithms are put together in many ways; others may be part of a word by chance.
                if (words.contains(word) || COMPOUND.matcher(word).lookingAt() && joined.contains(word)) {
                    return Optional.of(spread[0]);
                }
            }
        }
        return Optional.empty();
    }

    /** Whether the name of both in one output has the spread before the mean, as in {@code logvar_mu}. */
    boolean spreadFirst() {
        return words.size() > 1
                && IntStream.range(1, words.size())
                        .anyMatch(i -> MEAN.contains(words.get(i))
                                && new Words(String.join("_", words.subList(0, i)))
                                        .spread()
                                        .isPresent());
    }

    /** A value of {@link OnnxKey#OUTPUT_IS}. */
    Optional<String> output() {
        boolean logits = words.stream().anyMatch(word -> word.startsWith("logit")) || joined.endsWith("logits");
        boolean probabilities = words.stream().anyMatch(PROBABILITY::contains) && !words.contains("log");
        if (logits == probabilities) {
            return mean() ? Optional.of("pixels") : Optional.empty();
        }
        return Optional.of(logits ? "logits" : "probabilities");
    }
}
