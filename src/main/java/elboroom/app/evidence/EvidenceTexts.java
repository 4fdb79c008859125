package elboroom.app.evidence;

import elboroom.app.widget.Numbers;
import elboroom.measure.GaussianFit.Step;

/** Formulas with the values of now in them. */
final class EvidenceTexts {
    private static final String UNKNOWN = "not known yet";

    private final EvidenceModel model;

    EvidenceTexts(EvidenceModel model) {
        this.model = model;
    }

    private static String fixed(double value) {
        return Numbers.fixed(value, 3);
    }

    String evidence() {
        ImageEvidence known = model.lookProperty().get();
        if (known == null) {
            return UNKNOWN;
        }
        return known.exact() != null
                ? "log p(x) = log ∫ p(x|z) p(z) dz\nmidpoint rule on %s squares of the plane, small where it matters\n= %s nats, to 0.01"
                        .formatted(Numbers.fixed(known.exact().cells(), 0), fixed(known.logEvidence()))
                : "With %d latent dimensions there is no exact log p(x).\nIWAE: log p(x) ≥ E log (1/k) Σ p(x,zᵢ)/q(zᵢ|x), k = %s\n= %s ± %s nats (standard error)"
                        .formatted(
                                known.mean().length,
                                Numbers.fixed(ImageEvidence.DRAWS, 0),
                                fixed(known.logEvidence()),
                                fixed(known.standardError()));
    }

    String elbo() {
        ImageEvidence known = model.lookProperty().get();
        return known == null
                ? UNKNOWN
                : "ELBO = E[log p(x|z)] − KL(q(z|x) ‖ p(z)), z from q(z|x)\n= %s − %s\n= %s nats"
                        .formatted(fixed(known.elbo() + known.rate()), fixed(known.rate()), fixed(known.elbo()));
    }

    String gap() {
        ImageEvidence known = model.lookProperty().get();
        return known == null
                ? UNKNOWN
                : "gap = log p(x) − ELBO\n= %s − (%s)\n= %s nats%s"
                        .formatted(
                                fixed(known.logEvidence()),
                                fixed(known.elbo()),
                                fixed(known.gap()),
                                known.isExact() ? "" : "; at least, as log p(x) is a lower bound here");
    }

    String direct() {
        ImageEvidence known = model.lookProperty().get();
        if (known == null) {
            return UNKNOWN;
        }
        return known.isExact()
                ? "KL(q(z|x) ‖ p(z|x)) = E[log q(z|x) − log p(z|x)], z from q(z|x)\nby quadrature at other points than the ELBO's, without the rate's closed form\n= %s nats; the gap is %s: they differ by %s"
                        .formatted(
                                fixed(known.gapDirect()),
                                fixed(known.gap()),
                                fixed(Math.abs(known.gap() - known.gapDirect())))
                : "It needs p(z|x), and so an exact log p(x): with two latent dimensions only.";
    }

    String split() {
        ImageEvidence known = model.lookProperty().get();
        Climb climb = model.climbProperty().get();
        if (known == null || climb == null) {
            return UNKNOWN;
        }
        double best = climb.best().elbo();
        return ("best Gaussian: the (mean, log variance) that gives this one image the highest ELBO\n"
                        + "amortisation = ELBO of the best Gaussian − ELBO = %s − (%s) = %s nats\n"
                        + "approximation = log p(x) − ELBO of the best Gaussian = %s − (%s) = %s nats")
                .formatted(
                        fixed(best),
                        fixed(known.elbo()),
                        fixed(best - known.elbo()),
                        fixed(known.logEvidence()),
                        fixed(best),
                        fixed(known.logEvidence() - best));
    }

    /** What the Gaussian that is shown has come to. */
    String step() {
        ImageEvidence known = model.lookProperty().get();
        Climb climb = model.climbProperty().get();
        Step shown = model.shownStep();
        if (known == null || climb == null || shown == null) {
            return "";
        }
        int index = model.stepProperty().get();
        int last = climb.steps().size() - 1;
        // The climb's own quadrature is coarser: a hundredth of a nat must not seem to be gained by nothing.
        double elbo = index == 0 ? known.elbo() : shown.elbo();
        String where = index == 0
                ? "the encoder's Gaussian"
                : index < last
                        ? "step %d of %d".formatted(index, last)
                        : climb.leaps() ? "best Gaussian, from the true mode" : "best Gaussian for this image";
        return "%s: ELBO %s, %s%s below log p(x)"
                .formatted(
                        where,
                        Numbers.fixed(elbo, 2),
                        known.isExact() ? "" : "at least ",
                        Numbers.fixed(known.logEvidence() - elbo, 2));
    }
}
