package elboroom.train;

import elboroom.model.Architecture;
import elboroom.model.VaeConfig;
import elboroom.model.dl4j.BatchLosses;
import elboroom.model.dl4j.VaeGraph;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;

/**
 * A step of an MLP on heap arrays: half the minibatch per core, one OpenBLAS thread in each. The halves, and so every sum,
 * are the same whatever the number of threads: so are the weights. The graph stays the one definition of the network, whose
 * weights this reads and writes by name; that both give the same gradients is tested.
 */
final class MlpStep implements TrainingStep {
    private static final int SHARDS = 2;

    private final VaeConfig config;
    private final List<Dense> layers = new ArrayList<>();
    private final List<Dense> firstMoments = new ArrayList<>();
    private final List<Dense> secondMoments = new ArrayList<>();
    private final List<Segment> segments = new ArrayList<>();
    private final MlpShard[] shards = new MlpShard[SHARDS];
    private final ExecutorService worker;

    /** A run of parameters that is contiguous both in the graph's flat order and in one layer's weights or bias. */
    private record Segment(int flat, int layer, boolean bias, int offset, int length) {
        float[] array(List<Dense> of) {
            return bias ? of.get(layer).bias : of.get(layer).weights;
        }
    }

    /**
     * Starts from the graph's present weights.
     *
     * @param vae an MLP
     * @param batch images in a minibatch, at most
     */
    MlpStep(VaeGraph vae, int batch) {
        config = vae.config();
        List<Integer> hidden = ((Architecture.Mlp) config.architecture()).hidden();
        int width = config.shape().size();
        for (int i = 0; i < hidden.size(); i++) {
            width = dense(vae, "encoder." + i, width, hidden.get(i));
        }
        heads(vae, width);
        width = config.latentSize();
        for (int i = 0; i < hidden.size(); i++) {
            width = dense(vae, "decoder." + i, width, hidden.get(hidden.size() - 1 - i));
        }
        dense(vae, "decoder.logits", width, config.shape().size());
        for (Dense layer : layers) {
            firstMoments.add(layer.gradient());
            secondMoments.add(layer.gradient());
        }
        for (int i = 0; i < SHARDS; i++) {
            shards[i] = new MlpShard(
                    layers, hidden.size(), (batch + SHARDS - 1) / SHARDS, config.likelihood(), config.autoencoder());
        }
        worker = Executors.newSingleThreadExecutor(job -> {
            Thread thread = new Thread(job, "training, second half");
            thread.setDaemon(true);
            return thread;
        });
        FlatState initial = FlatState.ofSize(vae.parameterCount());
        vae.readParameters(initial.parameters());
        write(initial);
    }

    private int dense(VaeGraph vae, String name, int inputs, int outputs) {
        layers.add(new Dense(inputs, outputs));
        segments(vae, name, inputs, outputs, 0);
        return outputs;
    }

    /** Means and log variances come from one product: the rows of the first, then those of the second. */
    private void heads(VaeGraph vae, int inputs) {
        int latent = config.latentSize();
        layers.add(new Dense(inputs, 2 * latent));
        segments(vae, "encoder.mean", inputs, latent, 0);
        segments(vae, "encoder.logVariance", inputs, latent, latent);
    }

    private void segments(VaeGraph vae, String name, int inputs, int outputs, int firstRow) {
        int layer = layers.size() - 1;
        segments.add(new Segment(vae.parameterOffset(name + "_W"), layer, false, firstRow * inputs, inputs * outputs));
        segments.add(new Segment(vae.parameterOffset(name + "_b"), layer, true, firstRow, outputs));
    }

    @Override
    public BatchLosses take(MinibatchSource minibatches, long step, double learningRate) {
        int count = minibatches.count(step);
        int latent = config.latentSize();
        int half = (count + SHARDS - 1) / SHARDS;
        float[] noise = minibatches.noise(step, latent);
        inParallel(i -> {
            int from = Math.min(count, i * half);
            int to = Math.min(count, from + half);
            shards[i].encode(
                    minibatches.images(step, from, to),
                    Arrays.copyOfRange(noise, from * latent, to * latent),
                    to - from);
        });
        double[] kl = new double[latent];
        double[] weight = new double[latent];
        double rate = 0;
        for (int j = 0; j < latent; j++) {
            for (MlpShard shard : shards) {
                kl[j] += shard.kl()[j] / count;
            }
            weight[j] = kl[j] > config.freeBits() ? config.beta() : 0;
            rate += Math.max(config.freeBits(), kl[j]);
        }
        inParallel(i -> shards[i].decodeAndBackward(weight, count));
        double distortion = 0;
        for (MlpShard shard : shards) {
            distortion += shard.distortion() / count;
        }
        double objective = config.autoencoder() ? distortion : distortion + config.beta() * rate;
        if (Double.isFinite(objective)) {
            Adam adam = new Adam(step + 1, learningRate);
            inParallel(i -> move(adam, i));
        }
        return new BatchLosses(distortion, kl, objective);
    }

    /** Moves one share of every layer's parameters; the shares do not overlap. */
    private void move(Adam adam, int share) {
        for (int i = 0; i < layers.size(); i++) {
            Dense layer = layers.get(i);
            Dense m = firstMoments.get(i);
            Dense v = secondMoments.get(i);
            Dense gradient = shards[0].gradients().get(i);
            Dense more = shards[1].gradients().get(i);
            int length = layer.weights.length;
            int from = (int) ((long) length * share / SHARDS);
            int to = (int) ((long) length * (share + 1) / SHARDS);
            adam.move(layer.weights, m.weights, v.weights, gradient.weights, more.weights, from, to);
            if (share == 0) {
                adam.move(layer.bias, m.bias, v.bias, gradient.bias, more.bias, 0, layer.bias.length);
            }
        }
    }

    private void inParallel(IntConsumer job) {
        Future<?> second = worker.submit(() -> job.accept(1));
        job.accept(0);
        try {
            second.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted in a training step", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a training step failed", e.getCause());
        }
    }

    @Override
    public void read(FlatState state) {
        for (Segment s : segments) {
            System.arraycopy(s.array(layers), s.offset(), state.parameters(), s.flat(), s.length());
            System.arraycopy(s.array(firstMoments), s.offset(), state.firstMoment(), s.flat(), s.length());
            System.arraycopy(s.array(secondMoments), s.offset(), state.secondMoment(), s.flat(), s.length());
        }
    }

    @Override
    public void write(FlatState state) {
        for (Segment s : segments) {
            System.arraycopy(state.parameters(), s.flat(), s.array(layers), s.offset(), s.length());
            System.arraycopy(state.firstMoment(), s.flat(), s.array(firstMoments), s.offset(), s.length());
            System.arraycopy(state.secondMoment(), s.flat(), s.array(secondMoments), s.offset(), s.length());
        }
    }

    /** The gradient of the last step, in the graph's flat order. */
    float[] gradient() {
        FlatState flat =
                FlatState.ofSize(segments.stream().mapToInt(Segment::length).sum());
        for (Segment s : segments) {
            for (int i = 0; i < s.length(); i++) {
                flat.parameters()[s.flat() + i] =
                        s.array(shards[0].gradients())[s.offset() + i] + s.array(shards[1].gradients())[s.offset() + i];
            }
        }
        return flat.parameters();
    }

    @Override
    public void close() {
        worker.shutdown();
    }
}
