package elboroom.model.layer;

/**
 * A transposed 4×4 convolution of stride 2, from pictures [in][n][h][w] to [out][n][2h][2w], W [in][out][4][4]: Wᵀ x are
 * the patches of the output, which are added where they overlap.
 */
public final class Deconvolution implements Layer {
    private final Patches geometry;
    private final int channels;
    private final boolean relu;
    private final Parameters parameters;
    private NativeFloats patches = new NativeFloats(0);

    /**
     * @param height of the input
     * @param width of the input
     */
    public Deconvolution(int inputChannels, int outputChannels, int height, int width, boolean relu) {
        this(
                new Patches(outputChannels, height, width),
                inputChannels,
                relu,
                new Parameters(inputChannels * outputChannels * Patches.AREA, outputChannels));
    }

    private Deconvolution(Patches geometry, int channels, boolean relu, Parameters parameters) {
        this.geometry = geometry;
        this.channels = channels;
        this.relu = relu;
        this.parameters = parameters;
    }

    @Override
    public Layer sibling() {
        return new Deconvolution(geometry, channels, relu, parameters);
    }

    @Override
    public Layer linear() {
        return new Deconvolution(geometry, channels, false, parameters.withoutBias());
    }

    @Override
    public int inputs() {
        return channels * geometry.columns(1);
    }

    @Override
    public int outputs() {
        return geometry.largeSize(1);
    }

    @Override
    public int fanIn() {
        return geometry.rows();
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
        int columns = geometry.columns(rows);
        if (patches.length() < geometry.rows() * columns) {
            patches = new NativeFloats(geometry.rows() * columns);
        }
        Blas.transposedMultiply(geometry.rows(), columns, channels, parameters.weights(), x, patches);
        geometry.scatter(patches, rows, y);
        Channels.addBias(y, parameters.bias(), geometry.largeSize(rows) / geometry.channels(), relu);
    }

    /** dL/dW = x · (patches of dy)ᵀ. */
    @Override
    public void parameterGradient(NativeFloats x, NativeFloats dy, int rows, Parameters gradient) {
        int columns = geometry.columns(rows);
        geometry.gather(dy, rows, patches);
        Blas.multiplyTransposed(channels, geometry.rows(), columns, x, patches, gradient.weights());
        Channels.sum(dy, geometry.largeSize(rows) / geometry.channels(), gradient.bias());
    }

    /** dL/dx = W · (patches of dy), which {@link #parameterGradient} has gathered. */
    @Override
    public void inputGradient(NativeFloats dy, int rows, NativeFloats dx) {
        Blas.multiply(channels, geometry.columns(rows), geometry.rows(), parameters.weights(), patches, dx);
    }
}
