package elboroom.raster;

/**
 * A square of one pixel's size that lies across 2×2 pixels, each of which takes as much of it as it covers: what a point is where
 * there are so many that a shape would not be seen.
 */
final class Dot {
    private static final int PARTS = 256;

    /** Of the four pixels, upper left to lower right, for each position between pixels; 0 to {@value #PARTS}. */
    private final int[] weights = new int[4 * Notes.PHASES * Notes.PHASES];

    /**
     * Spreads the paint of a circle.
     *
     * @param diameter of the circle in pixels
     * @param opacity of the circle, 0 to 1
     */
    Dot(double diameter, double opacity) {
        double paint = Math.min(1, Math.PI / 4 * diameter * diameter * opacity) * PARTS;
        for (int y = 0; y < Notes.PHASES; y++) {
            for (int x = 0; x < Notes.PHASES; x++) {
                double right = (x + 0.5) / Notes.PHASES;
                double below = (y + 0.5) / Notes.PHASES;
                int at = 4 * (y * Notes.PHASES + x);
                weights[at] = (int) Math.round(paint * (1 - right) * (1 - below));
                weights[at + 1] = (int) Math.round(paint * right * (1 - below));
                weights[at + 2] = (int) Math.round(paint * (1 - right) * below);
                weights[at + 3] = (int) Math.round(paint * right * below);
            }
        }
    }

    /**
     * Draws what of the dots falls into the rows from {@code first} to before {@code end}.
     *
     * @param points noted half a pixel to the left of and above their middle
     */
    void draw(int[] target, int width, int first, int end, Notes points, int[] colours) {
        int[] weight = weights;
        int count = points.count();
        for (int i = 0; i < count; i++) {
            long note = points.at(i);
            int x = Notes.x(note);
            int y = Notes.y(note);
            int column = x >> Notes.PHASE_BITS;
            int row = y >> Notes.PHASE_BITS;
            int phase = 4 * ((y & Notes.PHASES - 1) * Notes.PHASES + (x & Notes.PHASES - 1));
            int colour = colours[Notes.kind(note)];
            int at = row * width + column;
            if (column >= 0 && column < width - 1 && row >= first && row < end - 1) {
                target[at] = Pixels.mix(target[at], colour, weight[phase]);
                target[at + 1] = Pixels.mix(target[at + 1], colour, weight[phase + 1]);
                target[at + width] = Pixels.mix(target[at + width], colour, weight[phase + 2]);
                target[at + width + 1] = Pixels.mix(target[at + width + 1], colour, weight[phase + 3]);
            } else {
                for (int part = 0; part < 4; part++) {
                    int besides = column + part % 2;
                    int below = row + part / 2;
                    if (besides >= 0 && besides < width && below >= first && below < end) {
                        int pixel = below * width + besides;
                        target[pixel] = Pixels.mix(target[pixel], colour, weight[phase + part]);
                    }
                }
            }
        }
    }
}
