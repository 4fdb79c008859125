package elboroom.app.trick;

import elboroom.measure.GradientEstimators.Kind;

/** What the ways to estimate the gradient are called. */
final class Estimator {
    private Estimator() {}

    static String title(Kind kind) {
        return switch (kind) {
            case PATHWISE -> "Pathwise: the trick";
            case SCORE -> "Score function, bare";
            case SCORE_BATCH_BASELINE -> "Score, less the other images' average";
            case SCORE_IMAGE_BASELINE -> "Score, less the image's own average";
        };
    }

    static String formula(Kind kind) {
        return switch (kind) {
            case PATHWISE -> "∂ log p(x|z)/∂z − mean";
            case SCORE -> "f · ε/σ";
            case SCORE_BATCH_BASELINE, SCORE_IMAGE_BASELINE -> "(f − b) · ε/σ";
        };
    }

    static String meaning(Kind kind) {
        return switch (kind) {
            case PATHWISE -> "Goes back through z = mean + σ·ε";
            case SCORE -> "Knows how large f = log p(x|z) + log p(z) − log q(z|x) is, not how it changes with z";
            case SCORE_BATCH_BASELINE -> "b: the average of f over the other images of the minibatch, in the same draw";
            case SCORE_IMAGE_BASELINE -> "b: the average of f over other draws of the same image";
        };
    }
}
