package elboroom.app.compare;

/** How the axes of the two maps go together. */
public enum Axes {
    SAME(
            "Same axes",
            "Both maps at one scale, wide enough for all points of both: how far the codes spread is seen as it is"),
    PRIOR("Prior only", "Both maps at one scale, from −4 to 4: where new images are sampled from"),
    EACH("Fit each", "Each map just wide enough for its own points: the scales differ, and so do equal distances");

    private final String title;
    private final String explanation;

    Axes(String title, String explanation) {
        this.title = title;
        this.explanation = explanation;
    }

    String title() {
        return title;
    }

    String explanation() {
        return explanation;
    }

    /** Whether panning or zooming one map does the same to the other. */
    boolean linked() {
        return this != EACH;
    }
}
