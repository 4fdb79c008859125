package elboroom.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What happened in a run so far, in bounded memory. When the points are full, every two become one, their average; when the
 * test evaluations are, every second is forgotten. May be read from any thread while the run goes on.
 */
public final class RunHistory {
    /** More than the pixels of a chart on a projector; 2,048 points of 10 dimensions take 120 kB. */
    static final int MAX_POINTS = 2_048;

    static final int MAX_TESTS = 512;
    private static final int DISTORTION = 0;
    private static final int RATE = 1;
    private static final int OBJECTIVE = 2;
    private static final int BETA = 3;
    private static final int LEARNING_RATE = 4;
    private static final int KL = 5;

    private final int latentSize;
    private final long[] step = new long[MAX_POINTS];
    private final int[] steps = new int[MAX_POINTS];
    /** [what][point]. */
    private final float[][] values;
    /** Sums of the point under way. */
    private final double[] sums;

    private final List<TestLosses> tests = new ArrayList<>();
    private int points;
    private int stride = 1;
    private long lastStep;
    private int summed;
    private long version;

    RunHistory(int latentSize) {
        this.latentSize = latentSize;
        values = new float[KL + latentSize][MAX_POINTS];
        sums = new double[KL + latentSize];
    }

    /** Number of latent dimensions. */
    public int latentSize() {
        return latentSize;
    }

    /** Grows whenever something is added: while it stays, nothing need be drawn again. */
    public synchronized long version() {
        return version;
    }

    /** Takes one step in; no garbage is made. */
    synchronized void add(
            long stepsTaken, double distortion, double[] klPerDimension, double objective, StepSettings settings) {
        double rate = 0;
        for (int j = 0; j < latentSize; j++) {
            rate += klPerDimension[j];
            sums[KL + j] += klPerDimension[j];
        }
        sums[DISTORTION] += distortion;
        sums[RATE] += rate;
        sums[OBJECTIVE] += objective;
        sums[BETA] += settings.beta();
        sums[LEARNING_RATE] += settings.learningRate();
        lastStep = stepsTaken;
        summed++;
        version++;
        if (summed == stride) {
            addPoint();
        }
    }

    private void addPoint() {
        if (points == MAX_POINTS) {
            merge();
            // The point under way is half of one now.
            return;
        }
        step[points] = lastStep;
        steps[points] = summed;
        for (int i = 0; i < sums.length; i++) {
            values[i][points] = (float) (sums[i] / summed);
        }
        points++;
        summed = 0;
        Arrays.fill(sums, 0);
    }

    /** Puts back a point of before, an average over so many steps. */
    synchronized void restore(
            long stepsTaken,
            int averaged,
            float distortion,
            float rate,
            float objective,
            StepSettings settings,
            List<Double> klPerDimension) {
        if (points == MAX_POINTS) {
            merge();
        }
        step[points] = stepsTaken;
        steps[points] = averaged;
        values[DISTORTION][points] = distortion;
        values[RATE][points] = rate;
        values[OBJECTIVE][points] = objective;
        values[BETA][points] = (float) settings.beta();
        values[LEARNING_RATE][points] = (float) settings.learningRate();
        for (int j = 0; j < latentSize; j++) {
            values[KL + j][points] = klPerDimension.get(j).floatValue();
        }
        points++;
        stride = Math.max(stride, averaged);
        version++;
    }

    private void merge() {
        for (int to = 0; to < MAX_POINTS / 2; to++) {
            int a = 2 * to;
            int b = a + 1;
            double shareOfB = (double) steps[b] / (steps[a] + steps[b]);
            for (float[] column : values) {
                column[to] = (float) (column[a] + shareOfB * (column[b] - column[a]));
            }
            step[to] = step[b];
            steps[to] = steps[a] + steps[b];
        }
        points = MAX_POINTS / 2;
        stride *= 2;
    }

    synchronized void add(TestLosses losses) {
        if (tests.size() == MAX_TESTS) {
            for (int i = MAX_TESTS - 2; i > 0; i -= 2) {
                tests.remove(i);
            }
        }
        tests.add(losses);
        version++;
    }

    /** Training losses, a copy. */
    public synchronized Curves curves() {
        int open = summed > 0 ? 1 : 0;
        long[] at = Arrays.copyOf(step, points + open);
        int[] counts = Arrays.copyOf(steps, points + open);
        float[][] columns = new float[values.length][];
        for (int i = 0; i < values.length; i++) {
            columns[i] = Arrays.copyOf(values[i], points + open);
            if (open > 0) {
                columns[i][points] = (float) (sums[i] / summed);
            }
        }
        if (open > 0) {
            at[points] = lastStep;
            counts[points] = summed;
        }
        return new Curves(
                at,
                counts,
                columns[DISTORTION],
                columns[RATE],
                columns[OBJECTIVE],
                columns[BETA],
                columns[LEARNING_RATE],
                Arrays.copyOfRange(columns, KL, columns.length));
    }

    /** Test losses before the first step; null if they were not measured. */
    synchronized @Nullable TestLosses atStart() {
        return tests.isEmpty() || tests.get(0).step() > 0 ? null : tests.get(0);
    }

    /** Test losses, in the order of their steps. */
    public synchronized List<TestLosses> tests() {
        return List.copyOf(tests);
    }
}
