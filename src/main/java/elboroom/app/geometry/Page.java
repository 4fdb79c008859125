package elboroom.app.geometry;

/** Parts of the Geometry tab, of which one is seen at a time. */
public enum Page {
    CONTINUITY("Continuity", "How much the image changes for a small step, at every place of the latent plane"),
    HOLES("Holes", "Where the prior's samples fall and no image is encoded, and what is decoded there"),
    SCORES("Scores", "Continuity and completeness in numbers, of a VAE and of a plain autoencoder side by side");

    private final String title;
    private final String explanation;

    Page(String title, String explanation) {
        this.title = title;
        this.explanation = explanation;
    }

    String title() {
        return title;
    }

    String explanation() {
        return explanation;
    }
}
