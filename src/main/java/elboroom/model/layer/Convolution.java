package elboroom.model.layer;

/**
 * A 4×4 convolution of stride 2, from pictures [in][n][2h][2w] to [out][n][h][w], W [out][in][4][4]: one product of W with
 * the patches of all pictures.
 */
public final class Convolution implements Layer {
    private final Patches geometry;
    private final int channels;
    private final boolean relu;
    private final Parameters parameters;
    private NativeFloats patches = new NativeFloats(0);

    /**
     * Followed by a ReLU.
     *
     * @param height of the output
     * @param width of the output
     */
    public Convolution(int inputChannels, int outputChannels, int height, int width) {
        this(
                new Patches(inputChannels, height, width),
                outputChannels,
                true,
                new Parameters(outputChannels * inputChannels * Patches.AREA, outputChannels));
    }

    private Convolution(Patches geometry, int channels, boolean relu, Parameters parameters) {
        this.geometry = geometry;
        this.channels = channels;
        this.relu = relu;
        this.parameters = parameters;
    }

    @Override
    public Layer sibling() {
        return new Convolution(geometry, channels, relu, parameters);
    }

    @Override
    public Layer linear() {
        return new Convolution(geometry, channels, false, parameters.withoutBias());
    }

    @Override
    public int inputs() {
        return geometry.largeSize(1);
    }

    @Override
    public int outputs() {
        return channels * geometry.columns(1);
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
        geometry.gather(x, rows, patches);
        Blas.multiply(channels, columns, geometry.rows(), parameters.weights(), patches, y);
        Channels.addBias(y, parameters.bias(), columns, relu);
    }

    /** dL/dW = dy · patchesᵀ. */
    @Override
    public void parameterGradient(NativeFloats x, NativeFloats dy, int rows, Parameters gradient) {
        int columns = geometry.columns(rows);
        Blas.multiplyTransposed(channels, geometry.rows(), columns, dy, patches, gradient.weights());
        Channels.sum(dy, columns, gradient.bias());
    }

    /** The patches of dL/dx are Wᵀ dy; they overwrite those of x, which are no longer needed. */
    @Override
    public void inputGradient(NativeFloats dy, int rows, NativeFloats dx) {
        int columns = geometry.columns(rows);
        Blas.transposedMultiply(geometry.rows(), columns, channels, parameters.weights(), dy, patches);
        geometry.scatter(patches, rows, dx);
    }
}
