package elboroom.model.layer;

/** A fully connected layer, y = x Wᵀ + b, with W [out][in]. */
public final class Dense implements Layer {
    private final int inputs;
    private final int outputs;
    private final boolean relu;
    private final Parameters parameters;

    public Dense(int inputs, int outputs, boolean relu) {
        this(inputs, outputs, relu, new Parameters(Math.multiplyExact(inputs, outputs), outputs));
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
    public Layer linear() {
        return new Dense(inputs, outputs, false, parameters.withoutBias());
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
    public int fanIn() {
        return inputs;
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
    public void forward(NativeFloats x, int rows, NativeFloats y) {
        Blas.multiplyTransposed(rows, outputs, inputs, x, parameters.weights(), y);
        float[] bias = parameters.bias().toArray();
        float[] row = new float[outputs];
        float least = relu ? 0 : Float.NEGATIVE_INFINITY;
        for (int i = 0; i < rows; i++) {
            y.get(i * outputs, row, 0, outputs);
            addBias(row, bias, least, outputs);
            y.put(i * outputs, row, 0, outputs);
        }
    }

    private static void addBias(float[] y, float[] bias, float least, int length) {
        for (int j = 0; j < length; j++) {
            y[j] = Math.max(least, y[j] + bias[j]);
        }
    }

    @Override
    public OneImage forOneImage() {
        return new DenseColumns(parameters, inputs, outputs, relu);
    }

    @Override
    public ManyImages forManyImages(NativeFloats x, NativeFloats y, boolean logistic) {
        return Blas.oneDnn() ? new OneDnnDense(this, x, y, logistic) : Layer.super.forManyImages(x, y, logistic);
    }

    @Override
    public void parameterGradient(NativeFloats x, NativeFloats dy, int rows, Parameters gradient) {
        parameterGradient(x, dy, rows, 0, outputs, gradient);
    }

    /**
     * dL/dW = dyᵀ x and dL/db = Σ dy, of the outputs {@code from} (inclusive) to {@code to} (exclusive).
     *
     * @param gradient whose first numbers receive it
     */
    public void parameterGradient(NativeFloats x, NativeFloats dy, int rows, int from, int to, Parameters gradient) {
        Blas.transposedMultiply(to - from, inputs, rows, dy.from(from), outputs, x, gradient.weights());
        float[] sum = new float[to - from];
        float[] row = new float[to - from];
        for (int i = 0; i < rows; i++) {
            dy.get(i * outputs + from, row, 0, row.length);
            add(row, sum, row.length);
        }
        gradient.bias().put(0, sum, 0, sum.length);
    }

    private static void add(float[] row, float[] sum, int length) {
        for (int j = 0; j < length; j++) {
            sum[j] += row[j];
        }
    }

    /** dL/dx = dy W. */
    @Override
    public void inputGradient(NativeFloats dy, int rows, NativeFloats dx) {
        Blas.multiply(rows, inputs, outputs, dy, parameters.weights(), dx);
    }
}
