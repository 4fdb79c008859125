package elboroom.model.layer;

import java.util.Arrays;

/**
 * A dense layer for one image: y = Σ x_i · column i of W, where a column holds what one input sends to every output. Inputs
 * that are 0, as half of what leaves a ReLU and most pixels of a digit, cost nothing.
 *
 * <p>784×512 with no input 0 takes 20 µs, 11 with half of them 0; OpenBLAS takes 50 for either. Columns are arrays of their
 * own and are taken four at a time, as the JIT then vectorises the loop; one array, or one column at a time, took 150 µs.
 */
final class DenseColumns implements Layer.OneImage {
    private final float[][] columns;
    private final float[] bias;
    private final boolean relu;
    /** Which inputs are not 0; padded with {@link #zero}. */
    private final int[] used;
    /** Index of a column of zeros, which fills up the last four. */
    private final int zero;

    /** Copies the weights [outputs][inputs]. */
    DenseColumns(Parameters parameters, int inputs, int outputs, boolean relu) {
        this.bias = parameters.bias().toArray();
        this.relu = relu;
        this.zero = inputs;
        this.used = new int[inputs + 3];
        this.columns = new float[inputs + 1][outputs];
        float[] weights = parameters.weights().toArray();
        for (int output = 0; output < outputs; output++) {
            for (int input = 0; input < inputs; input++) {
                columns[input][output] = weights[output * inputs + input];
            }
        }
    }

    @Override
    public void forward(float[] x, float[] y) {
        System.arraycopy(bias, 0, y, 0, bias.length);
        int count = 0;
        for (int i = 0; i < zero; i++) {
            if (x[i] != 0) {
                used[count++] = i;
            }
        }
        Arrays.fill(used, count, count + 3, zero);
        for (int i = 0; i < count; i += 4) {
            addFour(x, i, y);
        }
        if (relu) {
            for (int j = 0; j < bias.length; j++) {
                y[j] = Math.max(0, y[j]);
            }
        }
    }

    private void addFour(float[] x, int at, float[] y) {
        add(
                value(x, used[at]),
                columns[used[at]],
                value(x, used[at + 1]),
                columns[used[at + 1]],
                value(x, used[at + 2]),
                columns[used[at + 2]],
                value(x, used[at + 3]),
                columns[used[at + 3]],
                y,
                bias.length);
    }

    private float value(float[] x, int input) {
        return input == zero ? 0 : x[input];
    }

    private static void add(
            float a, float[] ca, float b, float[] cb, float c, float[] cc, float d, float[] cd, float[] y, int length) {
        for (int j = 0; j < length; j++) {
            y[j] += a * ca[j] + b * cb[j] + c * cc[j] + d * cd[j];
        }
    }
}
