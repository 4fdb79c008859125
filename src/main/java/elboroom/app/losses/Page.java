package elboroom.app.losses;

/** Parts of the Losses tab, of which one is seen at a time. */
enum Page {
    BALANCE("Balance", "The two losses, what bounds them, and what the rate is spent on"),
    COLLAPSE("Collapse", "Which latent dimensions carry information, and which have collapsed to the prior"),
    MODELS("Models", "All models of this data set by rate and distortion"),
    IMAGES("Images", "Each image by its ELBO: the worst and the most typical, beside what the model makes of them");

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
