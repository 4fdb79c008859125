package elboroom.measure;

/**
 * How code may add up the two losses, and which β it trains with without saying so. With D pixels, d latent dimensions and
 * averages over the batch in every case, a loss a·distortion + b·rate has the minimum of distortion + (b/a)·rate: its β is
 * b/a times the factor that the code itself puts before the KL.
 */
public enum LossConvention {
    /** distortion + rate: the negative ELBO, β = 1. */
    SUM_OVER_PIXELS(
            "sum over pixels",
            "Both losses are sums, over pixels and over latent dimensions: this is the negative ELBO.",
            "bce(x_hat, x, reduction='none').sum(1).mean() + kl.sum(1).mean()"),
    /** distortion/D + rate, β = D: what comes of a library's default 'mean' for the reconstruction alone. */
    MEAN_OVER_PIXELS(
            "mean over pixels",
            "The reconstruction loss is an average over the D pixels, the KL a sum: the rate weighs D times as much.",
            "bce(x_hat, x, reduction='mean') + kl.sum(1).mean()"),
    /** distortion/D + rate/d, β = D/d. */
    MEAN_OVER_EVERYTHING(
            "mean over everything",
            "Both losses are averages, over D pixels and over d latent dimensions: the rate weighs D/d times as much.",
            "bce(x_hat, x, reduction='mean') + kl.mean()");

    private final String title;
    private final String explanation;
    private final String code;

    LossConvention(String title, String explanation, String code) {
        this.title = title;
        this.explanation = explanation;
        this.code = code;
    }

    public String title() {
        return title;
    }

    /** One sentence. */
    public String explanation() {
        return explanation;
    }

    /** How it looks in PyTorch, {@code bce} the binary cross-entropy and {@code kl} of shape [batch, d]. */
    public String code() {
        return code;
    }

    /** Factor of the distortion in this loss. */
    private double distortionWeight(int pixels) {
        return this == SUM_OVER_PIXELS ? 1 : 1.0 / pixels;
    }

    /** Factor of the rate in this loss. */
    private double rateWeight(int latent) {
        return this == MEAN_OVER_EVERYTHING ? 1.0 / latent : 1;
    }

    /**
     * The β of the β-objective that has the same minimum.
     *
     * @param factor that the code puts before the KL; 1 for none
     * @param pixels D
     * @param latent d
     */
    public double beta(double factor, int pixels, int latent) {
        return factor * rateWeight(latent) / distortionWeight(pixels);
    }

    /** The factor that the code would have to put before the KL for a given β; of β = 1, for the ELBO. */
    public double factorFor(double beta, int pixels, int latent) {
        return beta / beta(1, pixels, latent);
    }

    /** What the code would print as its loss for a model of this distortion and rate (nats per image). */
    public double loss(double distortion, double rate, double factor, int pixels, int latent) {
        return distortionWeight(pixels) * distortion + factor * rateWeight(latent) * rate;
    }
}
