package elboroom.data;

/**
 * Turns a drawing into an image like those of MNIST: its ink's bounding box scaled to fit 20×20 pixels, the aspect kept,
 * and placed in 28×28 by its centre of mass (LeCun et al. 1998; the MNIST page).
 */
public final class DigitCentring {
    private static final int SIDE = 28;
    private static final double BOX = 20;

    /**
     * Where the centre of mass goes, in pixels from the left and from the top. MNIST's digits were shifted by whole
     * pixels: over its test set their centres lie evenly between 14 and 15, 14.5 on average, not at 14.
     */
    private static final double CENTRE = 14.5;

    private DigitCentring() {}

    /**
     * Centres a drawing. Every pixel of the result is the mean of the drawing over the area that it covers.
     *
     * @param drawing ink in [0,1], row-major [side][side], 0 where there is none
     * @param side of the drawing in pixels, any
     * @return [28][28], row-major; all zeros if there is no ink
     */
    public static float[] centre(float[] drawing, int side) {
        if (side < 1 || drawing.length != (long) side * side) {
            throw new InputException(
                    "drawing: %,d values; expected a square of side %d".formatted(drawing.length, side));
        }
        float[] image = new float[SIDE * SIDE];
        Ink ink = Ink.of(drawing, side);
        if (ink.isEmpty()) {
            return image;
        }
        double scale = BOX / Math.max(ink.right - ink.left, ink.bottom - ink.top);
        double left = start(ink.left, ink.right, ink.x, scale);
        double top = start(ink.top, ink.bottom, ink.y, scale);
        double[] sums = sums(drawing, side);
        for (int row = 0; row < SIDE; row++) {
            double y0 = top + row / scale;
            for (int column = 0; column < SIDE; column++) {
                double x0 = left + column / scale;
                double mean = scale * scale * integral(sums, side, x0, y0, x0 + 1 / scale, y0 + 1 / scale);
                image[row * SIDE + column] = (float) Math.min(1, Math.max(0, mean));
            }
        }
        return image;
    }

    /**
     * The coordinate in the drawing of the image's left (or upper) border. A very lopsided drawing is centred only as
     * far as its box stays inside.
     */
    private static double start(double low, double high, double centreOfMass, double scale) {
        double centred = centreOfMass - CENTRE / scale;
        return Math.min(low, Math.max(high - SIDE / scale, centred));
    }

    /** Sums over the rectangles from the upper left corner, [side+1][side+1]. */
    private static double[] sums(float[] drawing, int side) {
        int stride = side + 1;
        double[] sums = new double[stride * stride];
        for (int row = 0; row < side; row++) {
            double line = 0;
            for (int column = 0; column < side; column++) {
                line += drawing[row * side + column];
                sums[(row + 1) * stride + column + 1] = sums[row * stride + column + 1] + line;
            }
        }
        return sums;
    }

    private static double integral(double[] sums, int side, double x0, double y0, double x1, double y1) {
        return sum(sums, side, x1, y1) - sum(sums, side, x0, y1) - sum(sums, side, x1, y0) + sum(sums, side, x0, y0);
    }

    /** Ink from the upper left corner to (x, y); within a pixel it grows bilinearly, which is exact. */
    private static double sum(double[] sums, int side, double x, double y) {
        double cx = Math.min(side, Math.max(0, x));
        double cy = Math.min(side, Math.max(0, y));
        int column = Math.min(side - 1, (int) cx);
        int row = Math.min(side - 1, (int) cy);
        int at = row * (side + 1) + column;
        double fx = cx - column;
        double upper = sums[at] + fx * (sums[at + 1] - sums[at]);
        double lower = sums[at + side + 1] + fx * (sums[at + side + 2] - sums[at + side + 1]);
        return upper + (cy - row) * (lower - upper);
    }

    /** Bounding box (right and bottom exclusive) and centre of mass of the ink, in the drawing's pixels. */
    private record Ink(int left, int top, int right, int bottom, double x, double y) {
        static Ink of(float[] drawing, int side) {
            int left = side;
            int top = side;
            int right = 0;
            int bottom = 0;
            double mass = 0;
            double x = 0;
            double y = 0;
            for (int row = 0; row < side; row++) {
                for (int column = 0; column < side; column++) {
                    float value = drawing[row * side + column];
                    if (value > 0) {
                        left = Math.min(left, column);
                        right = Math.max(right, column + 1);
                        top = Math.min(top, row);
                        bottom = row + 1;
                        mass += value;
                        x += value * (column + 0.5);
                        y += value * (row + 0.5);
                    }
                }
            }
            return new Ink(left, top, right, bottom, x / mass, y / mass);
        }

        boolean isEmpty() {
            return right == 0;
        }
    }
}
