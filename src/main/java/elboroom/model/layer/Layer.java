package elboroom.model.layer;

import elboroom.model.Sigmoid;

/**
 * One layer, used by one thread at a time. A backward pass follows the forward pass of the same rows, as a layer may keep
 * what it computed there.
 */
public interface Layer {
    /** Values per image that go in. */
    int inputs();

    /** Values per image that come out. */
    int outputs();

    /** Weights per output channel, or per input channel of a transposed convolution: what bounds the initial ones. */
    int fanIn();

    /** Whether the output is max(0, ·); the passes back through it are {@link Relu}'s. */
    boolean relu();

    Parameters parameters();

    /** The same layer on the same parameters, for another thread. */
    Layer sibling();

    /** The layer without bias and ReLU, on the same weights: the derivative of what goes into the ReLU. */
    Layer linear();

    /** Computes y [n][outputs] from x [n][inputs]. */
    void forward(NativeFloats x, int rows, NativeFloats y);

    /** The same map with the present parameters, made for one image at a time. */
    default OneImage forOneImage() {
        Layer layer = sibling();
        NativeFloats input = new NativeFloats(inputs());
        NativeFloats output = new NativeFloats(outputs());
        return (x, y) -> {
            input.put(0, x, 0, x.length);
            layer.forward(input, 1, output);
            output.get(0, y, 0, y.length);
        };
    }

    /** A layer's forward pass for one image. */
    interface OneImage {
        /** Computes y [outputs] from x [inputs]. */
        void forward(float[] x, float[] y);
    }

    /**
     * The same map with the present parameters, made for many images at a time, for one thread at a time.
     *
     * @param x [rows][inputs], where it finds the images
     * @param y [rows][outputs], where it leaves the results
     * @param logistic whether the results are to be the logistic function of what the layer computes
     */
    default ManyImages forManyImages(NativeFloats x, NativeFloats y, boolean logistic) {
        Layer layer = sibling();
        return rows -> {
            layer.forward(x, rows, y);
            if (logistic) {
                y.update(0, rows * outputs(), (block, length) -> Sigmoid.apply(block, 0, length));
            }
        };
    }

    /** A layer's forward pass from one fixed place to another. */
    interface ManyImages {
        /** Computes the first {@code rows} of y; what is behind them may be lost. */
        void forward(int rows);
    }

    /** Writes dL/d(parameters) to {@code gradient}, from the input x and dL/dy. */
    void parameterGradient(NativeFloats x, NativeFloats dy, int rows, Parameters gradient);

    /** Writes dL/dx to {@code dx}, from dL/dy; after {@link #parameterGradient}. */
    void inputGradient(NativeFloats dy, int rows, NativeFloats dx);
}
