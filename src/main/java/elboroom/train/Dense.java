package elboroom.train;

import static org.bytedeco.openblas.global.openblas_nolapack.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_sgemm;

import java.util.Arrays;

/**
 * One fully connected layer, y = x Wᵀ + b, on heap arrays: rows x [n][in], y [n][out], weights W [out][in]. The matrix
 * products are OpenBLAS calls on the arrays themselves, without copies; everything else is loops that the JIT vectorises.
 */
final class Dense {
    /** Times the smallest float that a ReLU is likely to give, this still exceeds 1. */
    private static final float HUGE = Float.MAX_VALUE;

    final int inputs;
    final int outputs;
    final float[] weights;
    final float[] bias;

    Dense(int inputs, int outputs) {
        this.inputs = inputs;
        this.outputs = outputs;
        this.weights = new float[Math.multiplyExact(inputs, outputs)];
        this.bias = new float[outputs];
    }

    /** A gradient of this layer's shape. */
    Dense gradient() {
        return new Dense(inputs, outputs);
    }

    /** y = x Wᵀ + b, and then max(0, y) if {@code relu}. */
    void forward(float[] x, int rows, float[] y, boolean relu) {
        cblas_sgemm(
                CblasRowMajor,
                CblasNoTrans,
                CblasTrans,
                rows,
                outputs,
                inputs,
                1,
                x,
                inputs,
                weights,
                inputs,
                0,
                y,
                outputs);
        for (int row = 0; row < rows; row++) {
            int from = row * outputs;
            if (relu) {
                for (int j = 0; j < outputs; j++) {
                    y[from + j] = Math.max(0, y[from + j] + bias[j]);
                }
            } else {
                for (int j = 0; j < outputs; j++) {
                    y[from + j] += bias[j];
                }
            }
        }
    }

    /** dL/dW = dyᵀ x and dL/db = Σ dy, over {@code rows}, written to {@code gradient}. */
    void parameterGradient(float[] x, float[] dy, int rows, Dense gradient) {
        cblas_sgemm(
                CblasRowMajor,
                CblasTrans,
                CblasNoTrans,
                outputs,
                inputs,
                rows,
                1,
                dy,
                outputs,
                x,
                inputs,
                0,
                gradient.weights,
                inputs);
        float[] sum = gradient.bias;
        Arrays.fill(sum, 0);
        for (int row = 0; row < rows; row++) {
            int from = row * outputs;
            for (int j = 0; j < outputs; j++) {
                sum[j] += dy[from + j];
            }
        }
    }

    /** dL/dx = dy W. */
    void inputGradient(float[] dy, int rows, float[] dx) {
        cblas_sgemm(
                CblasRowMajor,
                CblasNoTrans,
                CblasNoTrans,
                rows,
                inputs,
                outputs,
                1,
                dy,
                outputs,
                weights,
                inputs,
                0,
                dx,
                inputs);
    }

    /** Passes a gradient through a ReLU whose result was {@code y}: 1 where y is positive, else 0, without a branch. */
    static void throughRelu(float[] dy, float[] y, int length) {
        for (int i = 0; i < length; i++) {
            dy[i] *= Math.min(1, y[i] * HUGE);
        }
    }
}
