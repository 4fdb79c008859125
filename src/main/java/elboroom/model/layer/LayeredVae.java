package elboroom.model.layer;

import elboroom.data.ImageShape;
import elboroom.model.Likelihood;
import elboroom.model.Posterior;
import elboroom.model.Sigmoid;
import elboroom.model.Vae;
import elboroom.model.VaeConfig;
import java.util.Arrays;
import java.util.List;

/**
 * A VAE for use: its network's layers, forward only, on heap arrays. Few rows go through one at a time, in plain Java; many
 * in chunks that stay in a core's cache, through OpenBLAS, shared out among the cores. A row's result does not depend on the
 * number of cores.
 */
public final class LayeredVae implements Vae {
    /**
     * Rows of a chunk at most: with fewer, OpenBLAS spends more of its time on rearranging the weights, once a product; with
     * more, 784 numbers of each row no longer stay in a core's cache.
     */
    private static final int CHUNK = 256;
    /** Up to so many rows go one at a time: a row takes 20 to 40 µs, the product of a chunk has read all weights by then. */
    private static final int FEW = 4;

    private final VaeConfig config;
    private final Half encoder;
    private final Half decoder;
    private final Workers workers;

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
        List<Layer> layers = network.layers();
        encoder = new Half(layers.subList(0, network.heads() + 1), threads);
        decoder = new Half(layers.subList(network.heads() + 1, layers.size()), threads);
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
        float[] mean = new float[Math.multiplyExact(count, latent)];
        float[] logVariance = new float[mean.length];
        run(encoder, images, count, (heads, rows, from) -> {
            for (int row = 0; row < rows; row++) {
                System.arraycopy(heads, 2 * row * latent, mean, (from + row) * latent, latent);
                System.arraycopy(heads, (2 * row + 1) * latent, logVariance, (from + row) * latent, latent);
            }
        });
        if (autoencoder()) {
            Arrays.fill(logVariance, Float.NEGATIVE_INFINITY);
        }
        return new Posterior(count, latent, mean, logVariance);
    }

    @Override
    public float[] decodeLogits(float[] latents, int count) {
        return decode(latents, count, false);
    }

    @Override
    public float[] decode(float[] latents, int count) {
        return decode(latents, count, true);
    }

    private float[] decode(float[] latents, int count, boolean sigmoid) {
        int size = shape().size();
        float[] result = new float[Math.multiplyExact(count, size)];
        run(decoder, latents, count, (logits, rows, from) -> {
            if (sigmoid) {
                Sigmoid.apply(logits, 0, rows * size);
            }
            System.arraycopy(logits, 0, result, from * size, rows * size);
        });
        return result;
    }

    /** Takes the results of {@code rows} rows, the first of which was number {@code from}; may change them. */
    private interface Sink {
        void accept(float[] results, int rows, int from);
    }

    private void run(Half half, float[] values, int count, Sink sink) {
        int width = half.inputs();
        if (count <= FEW) {
            for (int row = 0; row < count; row++) {
                sink.accept(half.one(Arrays.copyOfRange(values, row * width, (row + 1) * width)), 1, row);
            }
            return;
        }
        // An even number of them, so that two cores are done at the same time.
        int chunks = 2 * ((count + 2 * CHUNK - 1) / (2 * CHUNK));
        workers.share(chunks, (chunk, worker) -> {
            int from = (int) ((long) count * chunk / chunks);
            int rows = (int) ((long) count * (chunk + 1) / chunks) - from;
            float[] x = Arrays.copyOfRange(values, from * width, (from + rows) * width);
            sink.accept(half.forward(worker, x, rows), rows, from);
        });
    }

    @Override
    public void close() {
        workers.close();
    }

    /** Encoder or decoder, with what each worker needs of its own, made when first needed. */
    private static final class Half {
        private final List<Layer> layers;
        private final List<Layer.OneImage> forOneImage;
        private final float[][] single;
        private final List<Layer>[] siblings;
        private final float[][][] results;

        @SuppressWarnings({"unchecked", "rawtypes"}) // An array of lists.
        Half(List<Layer> layers, int workers) {
            this.layers = layers;
            forOneImage = layers.stream().map(Layer::forOneImage).toList();
            single = arrays(1);
            siblings = new List[workers];
            results = new float[workers][][];
        }

        int inputs() {
            return layers.get(0).inputs();
        }

        private float[][] arrays(int rows) {
            return layers.stream()
                    .map(layer -> new float[rows * layer.outputs()])
                    .toArray(float[][]::new);
        }

        float[] one(float[] input) {
            float[] x = input;
            for (int i = 0; i < single.length; i++) {
                forOneImage.get(i).forward(x, single[i]);
                x = single[i];
            }
            return x;
        }

        float[] forward(int worker, float[] input, int rows) {
            if (siblings[worker] == null) {
                siblings[worker] = layers.stream().map(Layer::sibling).toList();
                results[worker] = arrays(CHUNK);
            }
            float[] x = input;
            for (int i = 0; i < layers.size(); i++) {
                siblings[worker].get(i).forward(x, rows, results[worker][i]);
                x = results[worker][i];
            }
            return x;
        }
    }
}
