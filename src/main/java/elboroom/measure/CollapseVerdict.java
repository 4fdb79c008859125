package elboroom.measure;

import elboroom.model.VaeConfig;
import java.util.ArrayList;
import java.util.List;

/**
 * What the signs of collapse mean, in words.
 *
 * @param carrying number of dimensions that are active and not collapsed
 * @param collapsed number of (ε,δ)-collapsed dimensions
 * @param faint number of those in between: barely used, not quite collapsed
 * @param sentence what there is to say, such as "2 of 10 dimensions carry information; 8 have collapsed to the prior."
 * @param advice what to try against it, most promising first; empty if nothing has collapsed
 */
public record CollapseVerdict(int carrying, int collapsed, int faint, String sentence, List<String> advice) {
    public CollapseVerdict {
        advice = List.copyOf(advice);
    }

    /** @param config of the model, on which depends what there is left to try */
    public static CollapseVerdict of(Collapse collapse, VaeConfig config) {
        int total = collapse.dimensions().size();
        if (config.autoencoder()) {
            return new CollapseVerdict(total, 0, 0, autoencoder(total), List.of());
        }
        int collapsed = 0;
        int carrying = 0;
        for (Collapse.Dimension dimension : collapse.dimensions()) {
            collapsed += dimension.collapsed() ? 1 : 0;
            carrying += dimension.active() && !dimension.collapsed() ? 1 : 0;
        }
        int faint = total - carrying - collapsed;
        List<String> advice = carrying == total ? List.of() : advice(config);
        return new CollapseVerdict(carrying, collapsed, faint, sentence(total, carrying, collapsed, faint), advice);
    }

    private static String autoencoder(int total) {
        return total == 1
                ? "A plain autoencoder has no prior that its dimension could collapse to."
                : "A plain autoencoder has no prior that its %d dimensions could collapse to.".formatted(total);
    }

    private static String sentence(int total, int carrying, int collapsed, int faint) {
        if (carrying == total) {
            return switch (total) {
                case 1 -> "The one dimension carries information; it has not collapsed.";
                case 2 -> "Both dimensions carry information; none has collapsed.";
                default -> "All %d dimensions carry information; none has collapsed.".formatted(total);
            };
        }
        StringBuilder text = new StringBuilder();
        if (carrying == 0) {
            text.append("No dimension carries information: the decoder makes the same image of every input");
        } else {
            text.append("%d of %d dimensions %s information"
                    .formatted(carrying, total, verb(carrying, "carries", "carry")));
        }
        if (faint > 0) {
            text.append("; %d %s next to none".formatted(faint, verb(faint, "carries", "carry")));
        }
        if (collapsed > 0) {
            text.append("; %d %s collapsed to the prior".formatted(collapsed, verb(collapsed, "has", "have")));
        }
        return text.append('.').toString();
    }

    private static String verb(int count, String one, String several) {
        return count == 1 ? one : several;
    }

    private static List<String> advice(VaeConfig config) {
        List<String> advice = new ArrayList<>();
        if (config.beta() > 1) {
            advice.add(("Lower β: at β = %s a nat of rate costs as much as %1$s nats of distortion, so a dimension that"
                            + " saves less than that is given up. β = 1 is the ELBO.")
                    .formatted(plain(config.beta())));
        }
        advice.add(
                "Warm up: let β rise from 0 over the first epochs, so that the decoder learns to use z before the rate"
                        + " weighs on it.");
        advice.add(
                config.freeBits() > 0
                        ? "More free bits: each dimension may spend %s nats without cost now; allow it more."
                                .formatted(plain(config.freeBits()))
                        : "Free bits: let each dimension spend some nats of rate, such as 0.25, without cost.");
        if (config.beta() <= 1) {
            advice.add(
                    "Fewer dimensions: if the ELBO is as good as that of a smaller model, nothing is wrong; the images"
                            + " need no more.");
        }
        return advice;
    }

    private static String plain(double value) {
        return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
    }
}
