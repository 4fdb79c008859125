package elboroom.app.evidence;

/** Parts of the Evidence tab, of which one is seen at a time. */
enum Page {
    IMAGE("One image", "image", "The true posterior of one image, its evidence, and the gap down to its ELBO"),
    SURVEY("Many images", "survey", "ELBO against log p(x) over the data, and the images with the largest gaps");

    private final String title;
    private final String id;
    private final String explanation;

    Page(String title, String id, String explanation) {
        this.title = title;
        this.id = id;
        this.explanation = explanation;
    }

    String title() {
        return title;
    }

    String id() {
        return id;
    }

    String explanation() {
        return explanation;
    }
}
