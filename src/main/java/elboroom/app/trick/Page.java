package elboroom.app.trick;

/** Parts of the Trick tab, of which one is seen at a time. */
public enum Page {
    DRAW("One draw", "How z comes from mean, σ and chance, and which way the gradient comes back"),
    VARIANCE("Variance", "How much the gradient varies from draw to draw, with the trick and without it"),
    RACE("Train with each", "The same network trained by each estimator of the gradient, side by side");

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
