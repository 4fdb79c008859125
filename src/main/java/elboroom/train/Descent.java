package elboroom.train;

import elboroom.model.layer.Dense;
import elboroom.model.layer.Layer;
import elboroom.model.layer.LayeredNetwork;
import elboroom.model.layer.NativeFloats;
import elboroom.model.layer.Parameters;
import elboroom.model.layer.Workers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A network's parameters on their way down: their gradient, Adam's moments, and the step. Some rows of a dense layer's
 * weights at a time get their gradient from the whole minibatch, and are moved by it at once; it is then forgotten, as the
 * next rows' takes its place, which so stays in the core's cache. Which rows go together is fixed, so that it does not matter
 * which thread takes them.
 *
 * <p>A product over 128 images and some 200 rows makes 150 GFLOP/s a core; over half of the images and all 512 rows it was
 * 100, and left the halves to be added.
 */
final class Descent {
    /** Weights that are moved together, about: their gradient is 640 KB. */
    private static final int TOGETHER = 160_000;

    private final LayeredNetwork network;
    private final Activations activations;
    private final List<Parameters> parameters;
    private final List<Parameters> gradient;
    private final List<Task> tasks = new ArrayList<>();
    /** The gradient of a task's outputs, for each thread. */
    private final List<Parameters> ofTask;

    /** Images in the minibatch of the last step. */
    private int rows;

    /** First and second moments on their way from or to the flat order. */
    private final List<Parameters> means;

    private final List<Parameters> squares;

    /**
     * Outputs {@code from} to {@code to} of a dense layer, or all of another.
     *
     * @param perOutput weights of each
     */
    private record Task(int layer, int from, int to, int perOutput, Moments ofWeights, Moments ofBias) {
        Task(int layer, int from, int to, int perOutput) {
            this(layer, from, to, perOutput, new Moments((to - from) * perOutput), new Moments(to - from));
        }

        int weights() {
            return (to - from) * perOutput;
        }
    }

    /**
     * @param activations of a whole minibatch
     * @param threads that take steps
     */
    Descent(LayeredNetwork network, Activations activations, int threads) {
        this.network = network;
        this.activations = activations;
        parameters = network.parameters();
        gradient = network.zeros();
        means = network.zeros();
        squares = network.zeros();
        for (int i = 0; i < parameters.size(); i++) {
            int size = parameters.get(i).weights().length();
            int outputs = parameters.get(i).bias().length();
            boolean dense = network.layers().get(i) instanceof Dense;
            int parts = dense ? Math.min(outputs, (size + TOGETHER - 1) / TOGETHER) : Math.min(outputs, 1);
            for (int part = 0; part < parts; part++) {
                tasks.add(new Task(i, outputs * part / parts, outputs * (part + 1) / parts, size / outputs));
            }
        }
        // The large ones first: what is left at the end, when one thread may have to wait for another, is small.
        tasks.sort(Comparator.comparingInt(Task::weights).reversed());
        int most = tasks.get(0).weights();
        int outputs =
                tasks.stream().mapToInt(task -> task.to() - task.from()).max().orElseThrow();
        ofTask = Stream.generate(() -> new Parameters(most, outputs))
                .limit(threads)
                .toList();
    }

    /** Where the gradient of layers that are not dense is to be left before {@link #step}. */
    List<Parameters> gradient() {
        return gradient;
    }

    /** Adds another share's part to the gradient of the layers that are not dense. */
    void add(List<Parameters> more) {
        for (int i = 0; i < more.size(); i++) {
            if (!(network.layers().get(i) instanceof Dense)) {
                add(gradient.get(i).weights(), more.get(i).weights());
                add(gradient.get(i).bias(), more.get(i).bias());
            }
        }
    }

    private static void add(NativeFloats sum, NativeFloats more) {
        sum.update(sum.length(), more, Descent::add);
    }

    private static void add(float[] sum, float[] more, int length) {
        for (int i = 0; i < length; i++) {
            sum[i] += more[i];
        }
    }

    /**
     * Moves all parameters against the gradient.
     *
     * @param images in the minibatch
     */
    void step(Adam adam, int images, Workers workers) {
        rows = images;
        workers.share(tasks.size(), (task, worker) -> step(adam, tasks.get(task), ofTask.get(worker)));
    }

    private void step(Adam adam, Task task, Parameters ofDense) {
        int layer = task.layer();
        Parameters g = gradient.get(layer);
        if (network.layers().get(layer) instanceof Dense dense) {
            g = ofDense;
            NativeFloats x = activations.inputs().get(layer);
            dense.parameterGradient(x, activations.errors().get(layer), rows, task.from(), task.to(), g);
        }
        Parameters p = parameters.get(layer);
        adam.move(p.weights(), g.weights(), task.from() * task.perOutput(), task.ofWeights());
        adam.move(p.bias(), g.bias(), task.from(), task.ofBias());
    }

    /** Copies parameters and moments to the arrays of {@code state}. */
    void read(FlatState state) {
        for (Task task : tasks) {
            Parameters mean = means.get(task.layer());
            Parameters square = squares.get(task.layer());
            task.ofWeights().read(mean.weights(), square.weights(), task.from() * task.perOutput());
            task.ofBias().read(mean.bias(), square.bias(), task.from());
        }
        network.read(parameters, state.parameters());
        network.read(means, state.firstMoment());
        network.read(squares, state.secondMoment());
    }

    /** Replaces parameters and moments by those of {@code state}. */
    void write(FlatState state) {
        network.write(state.parameters(), parameters);
        network.write(state.firstMoment(), means);
        network.write(state.secondMoment(), squares);
        for (Task task : tasks) {
            Parameters mean = means.get(task.layer());
            Parameters square = squares.get(task.layer());
            task.ofWeights().write(mean.weights(), square.weights(), task.from() * task.perOutput());
            task.ofBias().write(mean.bias(), square.bias(), task.from());
        }
    }

    /** The last step's gradient, that of dense layers worked out once more. */
    private List<Parameters> wholeGradient() {
        for (int i = 0; i < gradient.size(); i++) {
            Layer layer = network.layers().get(i);
            if (layer instanceof Dense) {
                layer.parameterGradient(
                        activations.inputs().get(i), activations.errors().get(i), rows, gradient.get(i));
            }
        }
        return gradient;
    }

    /** Copies the last step's gradient, in the graph's flat order. */
    void readGradient(float[] flat) {
        network.read(wholeGradient(), flat);
    }

    /** Lengths of the last step's gradient. */
    GradientNorms norms() {
        List<Parameters> whole = wholeGradient();
        double[] sums = new double[2];
        for (int i = 0; i < whole.size(); i++) {
            sums[i <= network.heads() ? 0 : 1] +=
                    square(whole.get(i).weights()) + square(whole.get(i).bias());
        }
        return new GradientNorms(Math.sqrt(sums[0]), Math.sqrt(sums[1]));
    }

    private static double square(NativeFloats values) {
        double sum = 0;
        for (float value : values.toArray()) {
            sum += (double) value * value;
        }
        return sum;
    }
}
