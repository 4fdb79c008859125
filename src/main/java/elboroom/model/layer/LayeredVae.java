package elboroom.model.layer;

import elboroom.data.ImageShape;
import elboroom.model.Architecture;
import elboroom.model.DifferentiableDecoder;
import elboroom.model.Likelihood;
import elboroom.model.Posterior;
import elboroom.model.Sigmoid;
import elboroom.model.Vae;
import elboroom.model.VaeConfig;
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
    private final Half decoder;
    private final List<Layer> decoderLayers;
    /** One for each worker, made when first needed. */
    private final @Nullable Tangents[] tangents;

    private final Workers workers;

    /** The network of a configuration with given parameters, which are copied, in the flat order; all processors are used. */
    public static LayeredVae of(VaeConfig config, float[] parameters) {
        return of(config, parameters, Runtime.getRuntime().availableProcessors());
    }

    /** The same, with so many threads. */
    public static LayeredVae of(VaeConfig config, float[] parameters, int threads) {
        LayeredNetwork network = new LayeredNetwork(config);
        network.write(parameters, network.parameters());
        return new LayeredVae(network, threads);
    }

    /** Uses as many threads as there are processors. */
    public LayeredVae(LayeredNetwork network) {
        this(network, Runtime.getRuntime().availableProcessors());
    }

    /**
     * @param network whose parameters stay as they are from now on
     * @param threads how many may work at once
     */
    public LayeredVae(LayeredNetwork network, int threads) {
        config = network.config();
        chunk = config.architecture() instanceof Architecture.Mlp ? CHUNK : CONVOLUTIONAL_CHUNK;
        List<Layer> layers = network.layers();
        encoder = new Half(layers.subList(0, network.heads() + 1), chunk, threads);
        decoder = new Half(layers.subList(network.heads() + 1, layers.size()), chunk, threads);
        decoderLayers = layers.subList(network.heads() + 1, layers.size());
        tangents = new Tangents[threads];
        workers = new Workers(threads);
    }

    /**
     * Loads the native library that all instances use, 150 ms, once. To be called before a JavaFX toolkit starts: the loader
     * looks for symbols by walking the libraries of the process, and locks up for ever with a toolkit that loads one of its
     * own at that moment.
     */
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
        float[] heads = run(encoder, images, count, (results, from, to) -> {});
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
        return run(decoder, latents, count, (results, from, to) -> {});
    }

    @Override
    public float[] decode(float[] latents, int count) {
        return run(decoder, latents, count, Sigmoid::apply);
    }

    /** What is done, by the thread that computed them, with the results from one index to another. */
    private interface Finish {
        void run(float[] results, int from, int to);
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

    private float[] run(Half half, float[] values, int count, Finish finish) {
        int outputs = half.outputs();
        float[] results = new float[Math.multiplyExact(count, outputs)];
        if (count <= FEW) {
            for (int row = 0; row < count; row++) {
                half.one(values, row, results);
            }
            finish.run(results, 0, results.length);
            return results;
        }
        // An even number of them, so that two cores are done at the same time.
        int chunks = 2 * ((count + 2 * chunk - 1) / (2 * chunk));
        workers.share(chunks, (number, worker) -> {
            int from = (int) ((long) count * number / chunks);
            int to = (int) ((long) count * (number + 1) / chunks);
            half.some(worker, values, from, to, results);
            finish.run(results, from * outputs, to * outputs);
        });
        return results;
    }

    @Override
    public void close() {
        workers.close();
    }

    /** Encoder or decoder, with what each worker needs of its own, made when first needed. */
    private static final class Half {
        private final List<Layer> layers;
        /** Made when first needed: 6 ms for a million weights, which are copied. */
        private @Nullable List<Layer.OneImage> forOneImage;

        private final float[][] single;
        private final int chunk;
        private final Pass[] passes;

        Half(List<Layer> layers, int chunk, int workers) {
            this.chunk = chunk;
            this.layers = layers;
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
        }

        void some(int worker, float[] values, int from, int to, float[] target) {
            if (passes[worker] == null) {
                passes[worker] = new Pass(layers, chunk);
            }
            passes[worker].run(values, from, to, target);
        }
    }

    /** The layers' forward pass by one worker. */
    private static final class Pass {
        private final List<Layer> layers;
        private final NativeFloats input;
        private final List<NativeFloats> results;

        Pass(List<Layer> layers, int rows) {
            this.layers = layers.stream().map(Layer::sibling).toList();
            input = new NativeFloats(rows * layers.get(0).inputs());
            results = layers.stream()
                    .map(layer -> new NativeFloats(rows * layer.outputs()))
                    .toList();
        }

        void run(float[] values, int from, int to, float[] target) {
            int rows = to - from;
            int width = layers.get(0).inputs();
            input.put(0, values, from * width, rows * width);
            NativeFloats x = input;
            for (int i = 0; i < layers.size(); i++) {
                layers.get(i).forward(x, rows, results.get(i));
                x = results.get(i);
            }
            int outputs = layers.get(layers.size() - 1).outputs();
            x.get(0, target, from * outputs, rows * outputs);
        }
    }
}
