package elboroom.app.geometry;

import elboroom.app.widget.Numbers;
import elboroom.measure.GeometrySurvey;
import elboroom.measure.Holes;
import elboroom.measure.Unevenness;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** What models are compared by. */
enum Score {
    UNEVENNESS(
            true,
            "Unevenness, median",
            2,
            "Walk from the code of one test image straight to that of another in 100 equal steps: the image's greatest step"
                    + " over its average one. 1 is perfectly even. It does not depend on the latent units",
            false,
            survey -> survey.unevenness().median()),
    UNEVENNESS_95(
            true,
            "Unevenness, 95%",
            2,
            "The same of the one way in twenty that is most uneven",
            false,
            survey -> survey.unevenness().p95()),
    PER_DEVIATION(
            true,
            "σ_max per deviation, median",
            1,
            "Largest singular value of ∂x̂/∂z by standard deviations of what is sampled: how far the image moves at most",
            false,
            survey -> survey.perDeviation().median()),
    PER_DEVIATION_95(
            true,
            "σ_max per deviation, 95%",
            1,
            "The same at the steepest one in twenty of the places that are sampled",
            false,
            survey -> survey.perDeviation().p95()),
    PER_UNIT(
            true,
            "σ_max per unit of z, median",
            1,
            "By units of z as they are. Those of an autoencoder are arbitrary, so this cannot be compared between models",
            null,
            survey -> survey.perUnit().median()),
    HOLE_MASS(
            false,
            "Hole mass (%)",
            1,
            "Share of the samples of p(z) where q(z), all codes together, is less than a tenth of p(z)",
            false,
            survey -> 100 * survey.hole().mass()),
    PLAUSIBLE(
            false,
            "Plausible samples (%)",
            1,
            "Share of decoded samples whose nearest training image is no farther than a test image typically is from its"
                    + " reconstruction",
            true,
            survey -> 100 * survey.plausible()),
    MMD(
            false,
            "MMD of q(z) and p(z)",
            3,
            "Maximum mean discrepancy: how differently two samples are distributed. 0 is alike",
            false,
            survey -> survey.mmd().mmd()),
    MMD_P(
            false,
            "  p-value",
            3,
            "Share of random relabellings of both samples whose MMD is as large: below 0.05, q(z) is told from p(z)",
            null,
            survey -> survey.mmd().p());

    /** Standard errors by which two shares must differ. */
    private static final double SURELY = 2;
    /** Relative difference below which two other scores are a draw. */
    private static final double DRAW = 0.05;

    private final boolean continuity;
    private final String title;
    private final int decimals;
    private final String meaning;
    /** Null where neither is better. */
    private final @Nullable Boolean moreIsBetter;

    private final ToDoubleFunction<GeometrySurvey> value;

    Score(
            boolean continuity,
            String title,
            int decimals,
            String meaning,
            @Nullable Boolean moreIsBetter,
            ToDoubleFunction<GeometrySurvey> value) {
        this.continuity = continuity;
        this.title = title;
        this.decimals = decimals;
        this.meaning = meaning;
        this.moreIsBetter = moreIsBetter;
        this.value = value;
    }

    /** Whether it is about continuity; otherwise about completeness. */
    boolean continuity() {
        return continuity;
    }

    String title() {
        return title;
    }

    String meaning() {
        return meaning;
    }

    double of(GeometrySurvey survey) {
        return value.applyAsDouble(survey);
    }

    String text(GeometrySurvey survey) {
        return Numbers.fixed(of(survey), decimals);
    }

    /** Whether one model is better by this: 1 the first, −1 the second, 0 neither, or not surely. */
    int better(GeometrySurvey first, GeometrySurvey second) {
        Boolean more = moreIsBetter;
        if (more == null) {
            return 0;
        }
        double difference = of(first) - of(second);
        double least = SURELY * Math.hypot(error(first), error(second));
        if (Math.abs(difference) <= (least > 0 ? least : DRAW * Math.abs(of(first)))) {
            return 0;
        }
        return difference > 0 == more ? 1 : -1;
    }

    /** Standard error in the score's unit; 0 where it is not a share. */
    private double error(GeometrySurvey survey) {
        return switch (this) {
            case HOLE_MASS -> 100 * survey.hole().standardError();
            case PLAUSIBLE -> 100 * survey.plausibleError();
            default -> 0;
        };
    }

    /** With the numbers of a model in it. */
    String formula(ScoreCard card) {
        GeometrySurvey survey = card.survey();
        boolean autoencoder = card.model().autoencoder();
        String prior = autoencoder ? "the Gaussian of its codes" : "the prior";
        return switch (this) {
            case UNEVENNESS, UNEVENNESS_95 ->
                "max step / average step of %d steps\n%d pairs of test images: median %s, 95th percentile %s"
                        .formatted(
                                Unevenness.STEPS,
                                survey.unevenness().ways(),
                                Numbers.fixed(survey.unevenness().median(), 3),
                                Numbers.fixed(survey.unevenness().p95(), 3));
            case PER_DEVIATION, PER_DEVIATION_95, PER_UNIT ->
                "σ_max at %s samples of %s\nper unit of z: median %s, 95th percentile %s\nper standard deviation (of J L, covariance L Lᵀ): median %s, 95th percentile %s"
                        .formatted(
                                Numbers.fixed(GeometrySurvey.POINTS, 0),
                                prior,
                                Numbers.fixed(survey.perUnit().median(), 2),
                                Numbers.fixed(survey.perUnit().p95(), 2),
                                Numbers.fixed(survey.perDeviation().median(), 2),
                                Numbers.fixed(survey.perDeviation().p95(), 2));
            case HOLE_MASS ->
                "∫ p(z) 1[q(z)/p(z) < %s] dz, p(z): %s\n%s of %s samples = %s%% ± %s%%"
                        .formatted(
                                Holes.THRESHOLD,
                                prior,
                                Numbers.fixed(
                                        survey.hole().mass() * survey.hole().samples(), 0),
                                Numbers.fixed(survey.hole().samples(), 0),
                                Numbers.fixed(100 * survey.hole().mass(), 1),
                                Numbers.fixed(100 * survey.hole().standardError(), 1));
            case PLAUSIBLE ->
                "distance to the nearest training image ≤ %s, the median distance of a test image to its reconstruction\n%s of %s samples of %s = %s%% ± %s%%"
                        .formatted(
                                Numbers.fixed(survey.typical(), 2),
                                Numbers.fixed(survey.plausible() * survey.decoded(), 0),
                                Numbers.fixed(survey.decoded(), 0),
                                prior,
                                Numbers.fixed(100 * survey.plausible(), 1),
                                Numbers.fixed(100 * survey.plausibleError(), 1));
            case MMD, MMD_P ->
                "√(mean k(q,q′) + mean k(p,p′) − 2 mean k(q,p)), k = exp(−|a − b|²/2h²), h = %s\n%d samples each: MMD %s, p = %s"
                        .formatted(
                                Numbers.fixed(survey.mmd().bandwidth(), 2),
                                GeometrySurvey.TEST_SAMPLES,
                                Numbers.fixed(survey.mmd().mmd(), 4),
                                Numbers.fixed(survey.mmd().p(), 3));
        };
    }
}
