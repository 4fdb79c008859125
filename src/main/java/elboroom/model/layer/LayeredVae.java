package elboroom.model.layer;

import elboroom.data.ImageShape;
import elboroom.data.Processors;
import elboroom.model.Architecture;
import elboroom.model.DifferentiableDecoder;
import elboroom.model.Likelihood;
import elboroom.model.Posterior;
import elboroom.model.Sigmoid;
import elboroom.model.Vae;
import elboroom.model.VaeConfig;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A VAE for use: its network's layers, forward only, in memory outside the heap. Few rows go through one at a time, in plain Java; many
 * in chunks that stay in a core's cache, as matrices, shared out among the cores. A row's result does not depend on the
 * number of cores.
 */
public final class LayeredVae implements Vae, DifferentiableDecoder {
    /**
     * Rows of a chunk at most: with fewer, the library spends more of its time on rearranging the weights, once a product; with
     * more, 784 numbers of each row no longer stay in a core's cache.
     */
    private static final int CHUNK = 256;
    /** The same where the patches of a picture, 100 KB in the second convolution, have to stay there. */
    private static final int CONVOLUTIONAL_CHUNK = 64;
    /** Up to so many rows go one at a time: a row takes 20 to 40 µs, the product of a chunk has read all weights by then. */
    private static final int FEW = 4;

    private final VaeConfig config;
    private final int chunk;
    private final Half encoder;
    private final Half toLogits;
    private final Half toPixels;
    private final List<Layer> decoderLayers;
    /** One for each worker, made when first needed. */
    private final @Nullable Tangents[] tangents;

    private final Workers workers;

    /** The network of a configuration with given parameters, which are copied, in the flat order; works on {@link Processors#used} threads. */
    public static LayeredVae of(VaeConfig config, float[] parameters) {
        return of(config, parameters, Processors.used());
    }

    /** The same, with so many threads. */
    public static LayeredVae of(VaeConfig config, float[] parameters, int threads) {
        LayeredNetwork network = new LayeredNetwork(config);
        network.write(parameters, network.parameters());
        return new LayeredVae(network, threads);
    }

    /** Works on {@link Processors#used} threads. */
    public LayeredVae(LayeredNetwork network) {
        this(network, Processors.used());
    }

    /**
     * @param network whose parameters stay as they are from now on
     * @param threads how many may work at once
     */
    public LayeredVae(LayeredNetwork network, int threads) {
        config = network.config();
        chunk = config.architecture() instanceof Architecture.Mlp ? CHUNK : CONVOLUTIONAL_CHUNK;
        List<Layer> layers = network.layers();
        decoderLayers = layers.subList(network.heads() + 1, layers.size());
        encoder = new Half(layers.subList(0, network.heads() + 1), chunk, threads, false);
        toLogits = new Half(decoderLayers, chunk, threads, false);
        toPixels = new Half(decoderLayers, chunk, threads, true);
        tangents = new Tangents[threads];
        workers = new Workers(threads);
    }

    /** Loads the native library that all instances use, some 150 ms, once. On any thread: what comes meanwhile waits for it. */
    public static void loadNativeCode() {
        Blas.load();
    }

    @Override
    public ImageShape shape() {
        return config.shape();
    }

    @Override
    public int latentSize() {
        return config.latentSize();
    }

    @Override
    public Likelihood likelihood() {
        return config.likelihood();
    }

    @Override
    public boolean autoencoder() {
        return config.autoencoder();
    }

    @Override
    public Posterior encode(float[] images, int count) {
        int latent = latentSize();
        float[] heads = run(encoder, images, count);
        float[] mean = new float[count * latent];
        float[] logVariance = new float[mean.length];
        for (int row = 0; row < count; row++) {
            System.arraycopy(heads, 2 * row * latent, mean, row * latent, latent);
            System.arraycopy(heads, (2 * row + 1) * latent, logVariance, row * latent, latent);
        }
        if (autoencoder()) {
            Arrays.fill(logVariance, Float.NEGATIVE_INFINITY);
        }
        return new Posterior(count, latent, mean, logVariance);
    }

    @Override
    public float[] decodeLogits(float[] latents, int count) {
        return run(toLogits, latents, count);
    }

    @Override
    public float[] decode(float[] latents, int count) {
        return run(toPixels, latents, count);
    }

    @Override
    public float[] logitJacobian(float[] latents, int count) {
        float[] jacobian = new float[Math.multiplyExact(count, latentSize() * shape().size())];
        int chunks = (count + Tangents.ROWS - 1) / Tangents.ROWS;
        workers.share(chunks, (number, worker) -> {
            int from = number * Tangents.ROWS;
            Tangents own = tangents[worker];
            if (own == null) {
                own = new Tangents(decoderLayers);
                tangents[worker] = own;
            }
            own.jacobian(latents, from, Math.min(Tangents.ROWS, count - from), jacobian);
        });
        return jacobian;
    }

    private float[] run(Half half, float[] values, int count) {
        float[] results = new float[Math.multiplyExact(count, half.outputs())];
        if (count <= FEW) {
            for (int row = 0; row < count; row++) {
                half.one(values, row, results);
            }
            return results;
        }
        // An even number of them, so that two cores are done at the same time.
        int chunks = 2 * ((count + 2 * chunk - 1) / (2 * chunk));
        workers.share(chunks, (number, worker) -> {
            int from = (int) ((long) count * number / chunks);
            int to = (int) ((long) count * (number + 1) / chunks);
            half.some(worker, values, from, to, results);
        });
        return results;
    }

    @Override
    public void close() {
        workers.close();
    }

    /**
     * Encoder, or decoder up to logits or up to the pixels expected of them, with what each worker needs of its own, made
     * when first needed.
     */
    private static final class Half {
        private final List<Layer> layers;
        /** Made when first needed: 6 ms for a million weights, which are copied. */
        private @Nullable List<Layer.OneImage> forOneImage;

        private final float[][] single;
        private final int chunk;
        private final boolean logistic;
        private final Pass[] passes;

        Half(List<Layer> layers, int chunk, int workers, boolean logistic) {
            this.chunk = chunk;
            this.layers = layers;
            this.logistic = logistic;
            single = layers.stream().map(layer -> new float[layer.outputs()]).toArray(float[][]::new);
            passes = new Pass[workers];
        }

        int outputs() {
            return layers.get(layers.size() - 1).outputs();
        }

        void one(float[] values, int row, float[] target) {
            List<Layer.OneImage> oneByOne = forOneImage;
            if (oneByOne == null) {
                oneByOne = layers.stream().map(Layer::forOneImage).toList();
                forOneImage = oneByOne;
            }
            int width = layers.get(0).inputs();
            float[] x = Arrays.copyOfRange(values, row * width, (row + 1) * width);
            for (int i = 0; i < single.length; i++) {
                oneByOne.get(i).forward(x, single[i]);
                x = single[i];
            }
            System.arraycopy(x, 0, target, row * x.length, x.length);
            if (logistic) {
                Sigmoid.apply(target, row * x.length, (row + 1) * x.length);
            }
        }

        void some(int worker, float[] values, int from, int to, float[] target) {
            if (passes[worker] == null) {
                passes[worker] = new Pass(layers, chunk, logistic);
            }
            passes[worker].run(values, from, to, target);
        }
    }

    /** The layers' forward pass by one worker. */
    private static final class Pass {
        private final int inputs;
        private final int outputs;
        private final NativeFloats input;
        private final NativeFloats result;
        private final List<Layer.ManyImages> steps = new ArrayList<>();

        Pass(List<Layer> layers, int rows, boolean logistic) {
            inputs = layers.get(0).inputs();
            outputs = layers.get(layers.size() - 1).outputs();
            input = new NativeFloats(rows * inputs);
            NativeFloats x = input;
            for (int i = 0; i < layers.size(); i++) {
                Layer layer = layers.get(i);
                NativeFloats y = new NativeFloats(rows * layer.outputs());
                steps.add(layer.forManyImages(x, y, logistic && i == layers.size() - 1));
                x = y;
            }
            result = x;
        }

        void run(float[] values, int from, int to, float[] target) {
            int rows = to - from;
            input.put(0, values, from * inputs, rows * inputs);
            for (Layer.ManyImages step : steps) {
                step.forward(rows);
            }
            result.get(0, target, from * outputs, rows * outputs);
        }
    }
}
