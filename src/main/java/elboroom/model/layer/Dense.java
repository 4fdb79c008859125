package elboroom.model.layer;

import java.util.Arrays;

/** A fully connected layer, y = x Wᵀ + b, with W [out][in]. */
public final class Dense implements Layer {
    private final int inputs;
    private final int outputs;
    private final boolean relu;
    private final Parameters parameters;

    public Dense(int inputs, int outputs, boolean relu) {
        this(inputs, outputs, relu, new Parameters(new float[Math.multiplyExact(inputs, outputs)], new float[outputs]));
    }

    private Dense(int inputs, int outputs, boolean relu, Parameters parameters) {
        this.inputs = inputs;
        this.outputs = outputs;
        this.relu = relu;
        this.parameters = parameters;
    }

    @Override
    public Layer sibling() {
        return this; // It keeps nothing between the passes.
    }

    @Override
    public int inputs() {
        return inputs;
    }

    @Override
    public int outputs() {
        return outputs;
    }

    @Override
    public boolean relu() {
        return relu;
    }

    @Override
    public Parameters parameters() {
        return parameters;
    }

    @Override
    public void forward(float[] x, int rows, float[] y) {
        // The bias first: the product adds to it, which saves a pass, and what remains is a loop that the JIT
        // vectorises.
        for (int row = 0; row < rows; row++) {
            System.arraycopy(parameters.bias(), 0, y, row * outputs, outputs);
        }
        Blas.addMultiplyTransposed(rows, outputs, inputs, x, parameters.weights(), y);
        if (relu) {
            for (int i = 0; i < rows * outputs; i++) {
                y[i] = Math.max(0, y[i]);
            }
        }
    }

    @Override
    public OneImage forOneImage() {
        return new DenseColumns(parameters, inputs, outputs, relu);
    }

    /** dL/dW = dyᵀ x and dL/db = Σ dy. */
    @Override
    public void parameterGradient(float[] x, float[] dy, int rows, Parameters gradient) {
        Blas.transposedMultiply(outputs, inputs, rows, dy, x, gradient.weights());
        float[] sum = gradient.bias();
        Arrays.fill(sum, 0);
        // Copied out, as the JIT does not vectorise a sum over two arrays at different offsets.
        float[] error = new float[outputs];
        for (int row = 0; row < rows; row++) {
            System.arraycopy(dy, row * outputs, error, 0, outputs);
            for (int j = 0; j < outputs; j++) {
                sum[j] += error[j];
            }
        }
    }

    /** dL/dx = dy W. */
    @Override
    public void inputGradient(float[] dy, int rows, float[] dx) {
        Blas.multiply(rows, inputs, outputs, dy, parameters.weights(), dx);
    }
}
