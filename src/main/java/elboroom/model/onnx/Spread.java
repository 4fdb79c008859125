package elboroom.model.onnx;

/** What an encoder gives beside the mean, and how it becomes a log variance. */
enum Spread {
    LOG_VARIANCE,
    LOG_DEVIATION,
    DEVIATION,
    VARIANCE,
    SOFTPLUS,
    /** A plain autoencoder's: nothing. */
    NONE;

    /** Above it softplus(x) = x, and below its negative exp(x), in float32. */
    private static final float LARGE = 20;

    static Spread of(String text) {
        return switch (text) {
            case "logVariance" -> LOG_VARIANCE;
            case "logDeviation" -> LOG_DEVIATION;
            case "deviation" -> DEVIATION;
            case "variance" -> VARIANCE;
            case "softplus" -> SOFTPLUS;
            default -> NONE;
        };
    }

    /** log σ² from what the encoder gives; NaN where that cannot be, such as for a negative variance. */
    float logVariance(float value) {
        return switch (this) {
            case LOG_VARIANCE -> value;
            case LOG_DEVIATION -> 2 * value;
            case DEVIATION -> value > 0 ? (float) (2 * Math.log(value)) : Float.NaN;
            case VARIANCE -> value > 0 ? (float) Math.log(value) : Float.NaN;
            case SOFTPLUS ->
                value < -LARGE
                        ? 2 * value
                        : (float) (2 * Math.log(value > LARGE ? value : Math.log1p(Math.exp(value))));
            case NONE -> Float.NEGATIVE_INFINITY;
        };
    }
}
