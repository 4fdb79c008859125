package elboroom.app.train;

/**
 * Something about the runs that the user has to know, and what can be done about it.
 *
 * @param text a sentence or two
 * @param remedy on the button
 * @param action of the button
 */
public record Notice(String text, String remedy, Runnable action) {}
