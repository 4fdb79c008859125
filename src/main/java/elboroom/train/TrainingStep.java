package elboroom.train;

import elboroom.model.VaeConfig;
import elboroom.model.dl4j.BatchLosses;
import elboroom.model.layer.LayeredNetwork;
import elboroom.model.layer.Workers;
import java.util.Arrays;
import java.util.function.IntConsumer;

/**
 * Takes one step of training at a time, half the minibatch per core, one thread in each. The halves, and so every sum, are the
 * same whatever the number of threads: so are the weights. The graph's own passes give the same gradients, seven (for
 * convolutions) to three times as slowly, and are what the tests hold this to.
 */
final class TrainingStep implements AutoCloseable {
    private static final int SHARDS = 2;

    private final VaeConfig config;
    private final LayeredNetwork network;
    private final Descent descent;
    private final Activations activations;
    private final Shard[] shards = new Shard[SHARDS];
    private final Workers workers;
    /** The row of {@link #activations} from which on the second shard works. */
    private int half;

    /**
     * Starts from the network's present weights, and changes them.
     *
     * @param batch images in a minibatch, at most
     * @param threads 1, or 2 for a half of the minibatch each
     */
    TrainingStep(LayeredNetwork network, int batch, int threads) {
        this.network = network;
        config = network.config();
        int atOnce = Math.min(SHARDS, threads);
        activations = Activations.of(network, batch);
        descent = new Descent(network, activations, atOnce);
        for (int i = 0; i < SHARDS; i++) {
            shards[i] = new Shard(network, i == 0 ? descent.gradient() : network.zeros(), activations);
        }
        workers = new Workers(atOnce);
    }

    /**
     * Measures both losses on one minibatch and, if the objective is finite, moves the parameters against its gradient.
     *
     * @param step number of the step, from 0
     * @param settings of this step, whatever those before it were
     */
    BatchLosses take(MinibatchSource minibatches, long step, StepSettings settings) {
        int count = minibatches.count(step);
        int latent = config.latentSize();
        halve((count + SHARDS - 1) / SHARDS);
        float[] noise = minibatches.noise(step, latent);
        double[] weight = new double[latent];
        Arrays.fill(weight, settings.beta());
        boolean free = settings.freeBits() > 0;
        inParallel(i -> {
            int from = Math.min(count, i * half);
            int to = Math.min(count, from + half);
            float[] epsilon = Arrays.copyOfRange(noise, from * latent, to * latent);
            shards[i].encode(minibatches, step, from, to, epsilon);
            if (!free) {
                shards[i].decodeAndBackward(weight, count);
            }
        });
        double[] kl = new double[latent];
        double rate = 0;
        for (int j = 0; j < latent; j++) {
            for (Shard shard : shards) {
                kl[j] += shard.kl()[j] / count;
            }
            rate += Math.max(settings.freeBits(), kl[j]);
        }
        if (free) {
            // Which dimensions are held up shows in the KL of the whole minibatch: one thread has to wait for the
            // other.
            for (int j = 0; j < latent; j++) {
                weight[j] = kl[j] > settings.freeBits() ? settings.beta() : 0;
            }
            inParallel(i -> shards[i].decodeAndBackward(weight, count));
        }
        double distortion = 0;
        for (Shard shard : shards) {
            distortion += shard.distortion() / count;
        }
        double objective = config.autoencoder() ? distortion : distortion + settings.beta() * rate;
        if (Double.isFinite(objective)) {
            Adam adam = new Adam(step + 1, settings.learningRate());
            descent.add(shards[1].gradients());
            descent.step(adam, count, workers);
        }
        return new BatchLosses(distortion, kl, objective);
    }

    private void halve(int rows) {
        if (rows != half) {
            half = rows;
            shards[1].moveTo(activations.from(rows, network));
        }
    }

    private void inParallel(IntConsumer job) {
        workers.share(SHARDS, (share, worker) -> job.accept(share));
    }

    /** Copies parameters and moments to the arrays of {@code state}. */
    void read(FlatState state) {
        descent.read(state);
    }

    /** Copies the parameters alone, in the flat order. */
    void readParameters(float[] flat) {
        network.read(network.parameters(), flat);
    }

    /** Replaces parameters and moments by those of {@code state}. */
    void write(FlatState state) {
        descent.write(state);
    }

    /** Copies the last step's gradient, in the graph's flat order. */
    void readGradient(float[] flat) {
        descent.readGradient(flat);
    }

    /** Lengths of the last step's gradient. */
    GradientNorms gradientNorms() {
        return descent.norms();
    }

    @Override
    public void close() {
        workers.close();
    }
}
