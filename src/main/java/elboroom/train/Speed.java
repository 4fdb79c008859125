package elboroom.train;

/** Moving averages of the losses and of the time that steps take, for the status line. */
final class Speed {
    /** Of the moving averages: about the last 50 steps. */
    private static final double SMOOTHING = 0.02;
    /** After so many steps they no longer speak of the first few. */
    private static final int SETTLED = 50;

    private double distortion = Double.NaN;
    private double rate = Double.NaN;
    private double seconds;
    private long images;
    private int steps;

    /**
     * Takes one step in.
     *
     * @param taken seconds that it took, with all that was done between it and the next
     */
    void add(double stepDistortion, double stepRate, int count, double taken) {
        distortion = smooth(distortion, stepDistortion);
        rate = smooth(rate, stepRate);
        images += count;
        steps++;
        seconds += taken;
    }

    private static double smooth(double average, double value) {
        return Double.isNaN(average) ? value : average + SMOOTHING * (value - average);
    }

    double distortion() {
        return distortion;
    }

    double rate() {
        return rate;
    }

    /** Whether the distortion has settled above so much. */
    boolean isSettledAbove(double bound) {
        return steps >= SETTLED && distortion > bound;
    }

    /** Seconds of running, pauses left out. */
    double seconds() {
        return seconds;
    }

    /** 0 before the first step. */
    double imagesPerSecond() {
        return seconds > 0 ? images / seconds : 0;
    }
}
