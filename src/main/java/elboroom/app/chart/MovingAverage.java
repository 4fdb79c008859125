package elboroom.app.chart;

import java.util.Arrays;

/** The average of each value and those before it; of values that are added at the end, only the new ones are worked out. */
final class MovingAverage {
    private final int window;
    private double[] averages = new double[0];
    private int count;
    private double sum;
    /** First value of those in the sum. */
    private int start;

    /** @param window values that are averaged, 1 or more */
    MovingAverage(int window) {
        this.window = window;
    }

    int window() {
        return window;
    }

    /**
     * Averages; where there are fewer than {@code window} values yet, of those there are. A value that is not finite stays
     * as it is, and the averages begin anew after it.
     *
     * @param values the same as before, and perhaps more of them
     * @return of which the first {@code size} count
     */
    double[] of(double[] values, int size) {
        if (averages.length < size) {
            averages = Arrays.copyOf(averages, values.length);
        }
        for (; count < size; count++) {
            double value = values[count];
            if (!Double.isFinite(value)) {
                averages[count] = value;
                sum = 0;
                start = count + 1;
                continue;
            }
            sum += value;
            if (count - start >= window) {
                sum -= values[start++];
            }
            averages[count] = sum / (count - start + 1);
        }
        return averages;
    }
}
