package elboroom.app;

/**
 * How quick the window was, in milliseconds.
 *
 * @param firstPaint from the start of the process until the window with its points had been drawn
 * @param engineReady from the start of the process until the first decoded picture was there
 * @param pointerToPicture of each movement of the pointer, from its event until the pixels that it asked for were on the
 *     screen
 * @param unseen movements after which the picture did not change on the screen
 */
public record WindowFigures(double firstPaint, double engineReady, double[] pointerToPicture, int unseen) {}
