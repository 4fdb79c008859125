package elboroom.app;

/**
 * A state of the window worth a picture.
 *
 * @param name of the picture's file, such as {@code explore-points}
 * @param enter brings the window into this state, whatever state it was in
 */
public record TourStep(String name, Runnable enter) {}
