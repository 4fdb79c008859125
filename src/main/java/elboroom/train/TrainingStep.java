package elboroom.train;

import elboroom.model.VaeConfig;
import elboroom.model.dl4j.BatchLosses;
import elboroom.model.layer.Layer;
import elboroom.model.layer.LayeredNetwork;
import elboroom.model.layer.NativeFloats;
import elboroom.model.layer.Parameters;
import elboroom.model.layer.Workers;
import java.util.Arrays;
import java.util.List;
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
    private final List<Parameters> parameters;
    private final List<Parameters> firstMoments;
    private final List<Parameters> secondMoments;
    private final Shard[] shards = new Shard[SHARDS];
    private final Workers workers;

    /**
     * Starts from the network's present weights, and changes them.
     *
     * @param batch images in a minibatch, at most
     * @param threads 1, or 2 for a half of the minibatch each
     */
    TrainingStep(LayeredNetwork network, int batch, int threads) {
        this.network = network;
        config = network.config();
        parameters = network.parameters();
        firstMoments = network.zeros();
        secondMoments = network.zeros();
        for (int i = 0; i < SHARDS; i++) {
            List<Layer> layers = network.layers().stream().map(Layer::sibling).toList();
            int capacity = (batch + SHARDS - 1) / SHARDS;
            shards[i] = new Shard(
                    layers, network.heads(), network.zeros(), capacity, config.likelihood(), config.autoencoder());
        }
        workers = new Workers(Math.min(SHARDS, threads));
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
        int half = (count + SHARDS - 1) / SHARDS;
        float[] noise = minibatches.noise(step, latent);
        inParallel(i -> {
            int from = Math.min(count, i * half);
            int to = Math.min(count, from + half);
            float[] epsilon = Arrays.copyOfRange(noise, from * latent, to * latent);
            shards[i].encode(minibatches.images(step, from, to), epsilon, to - from);
        });
        double[] kl = new double[latent];
        double[] weight = new double[latent];
        double rate = 0;
        for (int j = 0; j < latent; j++) {
            for (Shard shard : shards) {
                kl[j] += shard.kl()[j] / count;
            }
            weight[j] = kl[j] > settings.freeBits() ? settings.beta() : 0;
            rate += Math.max(settings.freeBits(), kl[j]);
        }
        inParallel(i -> shards[i].decodeAndBackward(weight, count));
        double distortion = 0;
        for (Shard shard : shards) {
            distortion += shard.distortion() / count;
        }
        double objective = config.autoencoder() ? distortion : distortion + settings.beta() * rate;
        if (Double.isFinite(objective)) {
            Adam adam = new Adam(step + 1, settings.learningRate());
            inParallel(i -> move(adam, i));
        }
        return new BatchLosses(distortion, kl, objective);
    }

    /** Moves one share of every layer's parameters; the shares do not overlap. */
    private void move(Adam adam, int share) {
        for (int i = 0; i < parameters.size(); i++) {
            Parameters p = parameters.get(i);
            Parameters m = firstMoments.get(i);
            Parameters v = secondMoments.get(i);
            Parameters gradient = shards[0].gradients().get(i);
            Parameters more = shards[1].gradients().get(i);
            int length = p.weights().length();
            int from = (int) ((long) length * share / SHARDS);
            int to = (int) ((long) length * (share + 1) / SHARDS);
            adam.move(p.weights(), m.weights(), v.weights(), gradient.weights(), more.weights(), from, to);
            if (share == 0) {
                adam.move(
                        p.bias(),
                        m.bias(),
                        v.bias(),
                        gradient.bias(),
                        more.bias(),
                        0,
                        p.bias().length());
            }
        }
    }

    private void inParallel(IntConsumer job) {
        workers.share(SHARDS, (share, worker) -> job.accept(share));
    }

    /** Copies parameters and moments to the arrays of {@code state}. */
    void read(FlatState state) {
        network.read(parameters, state.parameters());
        network.read(firstMoments, state.firstMoment());
        network.read(secondMoments, state.secondMoment());
    }

    /** Replaces parameters and moments by those of {@code state}. */
    void write(FlatState state) {
        network.write(state.parameters(), parameters);
        network.write(state.firstMoment(), firstMoments);
        network.write(state.secondMoment(), secondMoments);
    }

    /** Adds the halves of the last step's gradient, in the graph's flat order. */
    void readGradient(float[] flat) {
        float[] more = new float[flat.length];
        network.read(shards[0].gradients(), flat);
        network.read(shards[1].gradients(), more);
        for (int i = 0; i < flat.length; i++) {
            flat[i] += more[i];
        }
    }

    /** Lengths of the last step's gradient. */
    GradientNorms gradientNorms() {
        double[] squares = new double[2];
        for (int i = 0; i < parameters.size(); i++) {
            Parameters gradient = shards[0].gradients().get(i);
            Parameters more = shards[1].gradients().get(i);
            squares[i <= network.heads() ? 0 : 1] +=
                    square(gradient.weights(), more.weights()) + square(gradient.bias(), more.bias());
        }
        return new GradientNorms(Math.sqrt(squares[0]), Math.sqrt(squares[1]));
    }

    private static double square(NativeFloats first, NativeFloats second) {
        float[] gradient = first.toArray();
        float[] more = second.toArray();
        double sum = 0;
        for (int i = 0; i < gradient.length; i++) {
            double g = gradient[i] + more[i];
            sum += g * g;
        }
        return sum;
    }

    @Override
    public void close() {
        workers.close();
    }
}
