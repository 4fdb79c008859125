package elboroom.app.trick;

/** Which weights a measurement is of. */
public enum Weights {
    TRAINED("trained", "The model as it is"),
    UNTRAINED("untrained", "The same network before its first step of training");

    private final String title;
    private final String explanation;

    Weights(String title, String explanation) {
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
