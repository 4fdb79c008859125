package elboroom.app.geometry;

import elboroom.app.widget.Numbers;
import java.util.ArrayList;
import java.util.List;

/** The formulas of the Continuity page with the numbers of now in them. */
final class ContinuityTexts {
    private static final String UNKNOWN = "not worked out yet";
    private static final int MOST_COORDINATES = 6;

    private final GeometryModel model;

    ContinuityTexts(GeometryModel model) {
        this.model = model;
    }

    private static String formula(Stretch stretch, int latentSize) {
        return switch (stretch) {
            case SIGMA_MAX -> "σ_max(J), largest singular value of J = ∂x̂/∂z";
            case MAGNIFICATION ->
                latentSize > 2
                        ? "√det(UᵀJᵀJU), J = ∂x̂/∂z, U the two directions of the plane"
                        : "√det(JᵀJ), J = ∂x̂/∂z";
            case FISHER_MAX -> "√λ_max(Jᵀ diag(1/(x̂(1 − x̂))) J), J = ∂x̂/∂z";
            case FISHER_MAGNIFICATION -> "√det(Jᵀ diag(1/(x̂(1 − x̂))) J), J = ∂x̂/∂z";
        };
    }

    /** Of a percentile under the prior. */
    String usual(double share) {
        Ranks ranks = model.continuity().ranksProperty().get();
        Ground ground = model.groundProperty().get();
        if (ranks == null || ground == null) {
            return UNKNOWN;
        }
        Stretch stretch = model.continuity().stretchProperty().get();
        boolean autoencoder = ground.model().autoencoder();
        double[] values = ranks.of(stretch);
        return "%s\nat %s samples of %s, in all %d dimensions\nfrom %s to %s; %s%% of them lie below\n= %s %s"
                .formatted(
                        formula(stretch, ground.latentSize()),
                        Numbers.fixed(ranks.count(), 0),
                        autoencoder ? "the Gaussian of the codes (an autoencoder has no prior)" : "the prior N(0, I)",
                        ground.latentSize(),
                        Numbers.fixed(values[0], 2),
                        Numbers.fixed(values[values.length - 1], 2),
                        Numbers.fixed(100 * share, 0),
                        Numbers.fixed(ranks.percentile(stretch, share), 2),
                        stretch.unit(autoencoder));
    }

    /** Of the number at the marker. */
    String here() {
        PointStretch point = model.continuity().pointProperty().get();
        Ground ground = model.groundProperty().get();
        if (point == null || ground == null) {
            return UNKNOWN;
        }
        Stretch stretch = model.continuity().stretchProperty().get();
        List<String> lines = new ArrayList<>();
        lines.add(formula(stretch, ground.latentSize()));
        lines.add("at z = " + vector(model.explored().state().latent()));
        if (point.metric().length == 4) {
            lines.add("JᵀJ%s = ( %s  %s ; %s  %s )"
                    .formatted(
                            ground.latentSize() > 2 ? " on the plane" : "",
                            Numbers.fixed(point.metric()[0], 1),
                            Numbers.fixed(point.metric()[1], 1),
                            Numbers.fixed(point.metric()[2], 1),
                            Numbers.fixed(point.metric()[3], 1)));
        }
        lines.add("singular values of J: "
                + Numbers.fixed(point.stretches()[0], 2)
                + (point.stretches().length > 1 ? ", " + Numbers.fixed(point.stretches()[1], 2) : "")
                + (ground.latentSize() > 2 ? ", …" : ""));
        if (stretch == Stretch.MAGNIFICATION && ground.latentSize() == 2) {
            lines.add("their product");
        }
        lines.add("= %s %s"
                .formatted(
                        Numbers.fixed(point.value(stretch), 2),
                        stretch.unit(ground.model().autoencoder())));
        return String.join("\n", lines);
    }

    private static String vector(List<Double> z) {
        List<String> words = new ArrayList<>();
        for (double value : z.subList(0, Math.min(MOST_COORDINATES, z.size()))) {
            words.add(Numbers.fixed(value, 2));
        }
        return "(" + String.join(", ", words) + (z.size() > MOST_COORDINATES ? ", …)" : ")");
    }
}
