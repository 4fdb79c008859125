package elboroom.app.train;

/**
 * Something about the runs that the user has to know, and what can be done about it.
 *
 * @param text a sentence or two
 * @param remedy on the button; empty for no button
 * @param action of the button
 */
public record Notice(String text, String remedy, Runnable action) {
    /** Something that only has to be known. */
    static Notice of(String text) {
        return new Notice(text, "", () -> {});
    }
}
