package elboroom.app.chart;

/** The average of a value and those before it. */
final class MovingAverage {
    private MovingAverage() {}

    /**
     * Averages; where there are fewer than {@code window} values yet, of those there are. A value that is not finite stays
     * as it is, and the averages begin anew after it.
     */
    static double[] of(double[] values, int count, int window) {
        double[] averages = new double[count];
        double sum = 0;
        int start = 0;
        for (int i = 0; i < count; i++) {
            if (!Double.isFinite(values[i])) {
                averages[i] = values[i];
                sum = 0;
                start = i + 1;
                continue;
            }
            sum += values[i];
            if (i - start >= window) {
                sum -= values[start++];
            }
            averages[i] = sum / (i - start + 1);
        }
        return averages;
    }
}
