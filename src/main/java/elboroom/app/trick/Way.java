package elboroom.app.trick;

import elboroom.measure.GradientEstimators.Kind;
import elboroom.measure.LatentDraw;

/** How z is come by. */
public enum Way {
    REPARAMETERISED(
            "z = mean + σ·ε", "The trick: chance enters as ε, beside the way from the encoder to z", Kind.PATHWISE),
    SAMPLED(
            "z drawn from q(z|x)",
            "Plain sampling: z comes out of a random number generator, and no gradient goes back through that",
            Kind.SCORE);

    private final String title;
    private final String explanation;
    private final Kind estimator;

    Way(String title, String explanation, Kind estimator) {
        this.title = title;
        this.explanation = explanation;
        this.estimator = estimator;
    }

    String title() {
        return title;
    }

    String explanation() {
        return explanation;
    }

    /** What estimates the gradient this way. */
    Kind estimator() {
        return estimator;
    }

    /** Gradient of the ELBO by one mean, from one draw. */
    double byMean(LatentDraw draw, int dimension) {
        return this == REPARAMETERISED ? draw.pathByMean(dimension) : draw.scoreByMean(dimension);
    }

    /** Gradient of the ELBO by one σ, from one draw. */
    double byDeviation(LatentDraw draw, int dimension) {
        return this == REPARAMETERISED ? draw.pathByDeviation(dimension) : draw.scoreByDeviation(dimension);
    }
}
