package elboroom.data.own;

import elboroom.data.ImageShape;

/**
 * Whether colour images in rows of numbers have red, green and blue of each pixel together, or all of red first, as CIFAR
 * comes. Neighbouring pixels of an image are alike: the order in which they are more so is the right one.
 */
final class ColourOrder {
    /** So much less alike is no chance. */
    private static final double CLEARLY = 0.9;

    /** Images that are looked at. */
    static final int ENOUGH = 20;

    private final int width;
    private double together;
    private double planes;

    ColourOrder(ImageShape shape) {
        width = shape.width();
    }

    /** Takes note of an image, of which a few are enough. */
    void add(float[] row) {
        together += steps(row, 3) + steps(row, 3 * width);
        planes += steps(row, 1) + steps(row, width);
    }

    /** Average difference of values that lie so far from each other in the row. */
    private static double steps(float[] row, int distance) {
        double sum = 0;
        for (int i = distance; i < row.length; i++) {
            sum += Math.abs(row[i] - row[i - distance]);
        }
        return sum / Math.max(1, row.length - distance);
    }

    boolean isPlanes() {
        return planes < CLEARLY * together;
    }

    /** What was assumed, a sentence. */
    String note(ImageShape shape) {
        return "Rows of %,d numbers are taken as %d×%d colour images, %s."
                .formatted(
                        shape.size(),
                        shape.height(),
                        shape.width(),
                        isPlanes()
                                ? "all of red, then green, then blue: so neighbouring pixels are most alike"
                                : "red, green and blue of each pixel together");
    }

    /** Puts the planes of an image into the order pixel by pixel. */
    static float[] interleave(float[] planes, float[] target, int channels) {
        int area = planes.length / channels;
        for (int channel = 0; channel < channels; channel++) {
            for (int i = 0; i < area; i++) {
                target[i * channels + channel] = planes[channel * area + i];
            }
        }
        return target;
    }
}
