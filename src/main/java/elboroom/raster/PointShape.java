package elboroom.raster;

/** What a class looks like besides its colour; told apart from about 6 pixels on. */
public enum PointShape {
    CIRCLE {
        @Override
        boolean covers(double x, double y) {
            return x * x + y * y <= 1;
        }
    },
    SQUARE {
        @Override
        boolean covers(double x, double y) {
            return Math.max(Math.abs(x), Math.abs(y)) <= 0.86;
        }
    },
    TRIANGLE {
        @Override
        boolean covers(double x, double y) {
            return y <= 0.8 && y >= 1.85 * Math.abs(x) - 1.1;
        }
    },
    DIAMOND {
        @Override
        boolean covers(double x, double y) {
            return Math.abs(x) + Math.abs(y) <= 1.15;
        }
    },
    CROSS {
        @Override
        boolean covers(double x, double y) {
            double least = Math.min(Math.abs(x), Math.abs(y));
            return least <= 0.34 && Math.max(Math.abs(x), Math.abs(y)) <= 1.05;
        }
    };

    private static final int SAMPLES = 4;

    /**
     * Whether a place belongs to the shape.
     *
     * @param x rightwards, in units of the radius; shapes reach at most 1.15
     * @param y downwards
     */
    abstract boolean covers(double x, double y);

    /** How far the shape reaches from its middle along either axis, in units of the radius. */
    double reach() {
        return this == CIRCLE ? 1 : 1.15;
    }

    /**
     * Share of a pixel that the shape covers, by 4×4 samples.
     *
     * @param x of the pixel's middle from the shape's, in pixels
     * @param y downwards
     * @param radius of the shape in pixels
     */
    double coverage(double x, double y, double radius) {
        int hits = 0;
        for (int i = 0; i < SAMPLES * SAMPLES; i++) {
            double sampleX = x + (i % SAMPLES + 0.5) / SAMPLES - 0.5;
            double sampleY = y + (i / SAMPLES + 0.5) / SAMPLES - 0.5;
            hits += covers(sampleX / radius, sampleY / radius) ? 1 : 0;
        }
        return hits / (double) (SAMPLES * SAMPLES);
    }
}
