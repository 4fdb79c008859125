package elboroom.app.geometry;

/** Where latent samples are drawn from. */
public enum Source {
    PRIOR(
            "Prior p(z)",
            "N(0, I), which the VAE was trained to be sampled from; of a plain autoencoder, which has no prior, the"
                    + " Gaussian with the mean and covariance of its codes"),
    AGGREGATE(
            "Posteriors q(z)", "An image at random, then a point of its posterior: where the decoder has been trained"),
    MIXTURE(
            "Fitted mixture",
            "Ten Gaussians fitted to the codes: a prior of one's own for a trained model, which avoids"
                    + " most holes");

    private final String title;
    private final String explanation;

    Source(String title, String explanation) {
        this.title = title;
        this.explanation = explanation;
    }

    /** What it is called; of an autoencoder the first is no prior. */
    String title(boolean autoencoder) {
        return autoencoder && this == PRIOR
                ? "Gaussian of codes"
                : autoencoder && this == AGGREGATE ? "Codes, smoothed" : title;
    }

    String explanation() {
        return explanation;
    }
}
