package elboroom.app.trick;

import elboroom.app.widget.Numbers;
import elboroom.measure.GradientEstimators;
import elboroom.measure.GradientEstimators.Kind;

/** What the Variance page says of the numbers of now. */
final class VarianceTexts {
    private VarianceTexts() {}

    /** Average with its standard error, standard deviation, and how many times as much variance as with the trick. */
    static String caption(GradientEstimators now, Kind kind, int j) {
        double error = now.standardError(kind, j);
        int known = decimals(now, kind, j);
        return "average %s ± %s · one draw ± %s%s"
                .formatted(
                        Numbers.fixed(now.mean(kind, j), known),
                        Numbers.fixed(error, known),
                        Numbers.fixed(error * Math.sqrt(now.draws()), decimals(error * 10)),
                        kind == Kind.PATHWISE ? "" : " · variance × " + ratio(now.varianceRatio(kind)));
    }

    /** Decimals that are known of an average. */
    static int decimals(GradientEstimators now, Kind kind, int j) {
        return decimals(now.standardError(kind, j));
    }

    /** The lesson of all four. */
    static String verdict(GradientEstimators now, int j) {
        return "%s draws of one minibatch of %d images. All four averages estimate the same gradient: the one farthest from pathwise is %s standard errors off. But one draw of the bare score function varies %s times as much as one of the trick: as good an average takes as many times the draws. With the image's own average taken off, %s times are left."
                .formatted(
                        Numbers.fixed(now.draws(), 0),
                        VarianceModel.BATCH,
                        Numbers.fixed(farthest(now, j), 1),
                        ratio(now.varianceRatio(Kind.SCORE)),
                        ratio(now.varianceRatio(Kind.SCORE_IMAGE_BASELINE)));
    }

    /** Of the averages by score functions from the pathwise one, in standard errors of the difference. */
    static double farthest(GradientEstimators now, int j) {
        double farthest = 0;
        for (Kind kind : Kind.values()) {
            double error = Math.hypot(now.standardError(kind, j), now.standardError(Kind.PATHWISE, j));
            double off = Math.abs(now.mean(kind, j) - now.mean(Kind.PATHWISE, j));
            farthest = Math.max(farthest, error > 0 ? off / error : 0);
        }
        return farthest;
    }

    private static String ratio(double value) {
        return Numbers.fixed(value, value < 100 ? 1 : 0);
    }

    /** So that an error is seen with two digits. */
    private static int decimals(double error) {
        return error > 0 ? (int) Math.max(0, Math.min(6, 1 - Math.floor(Math.log10(error)))) : 2;
    }
}
