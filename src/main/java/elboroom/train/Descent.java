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

/**
 * A network's parameters on their way down: their gradient, Adam's moments, and the step. Some rows of a dense layer's
 * weights at a time get their gradient from the whole minibatch, and are moved while that is in the core's cache. Which rows
 * go together is fixed, so that it does not matter which thread takes them.
 *
 * <p>A product over 128 images and some 200 rows makes 150 GFLOP/s a core; over half of the images and all 512 rows it was
 * 100, and left the halves to be added.
 */
final class Descent {
    /** Weights that are moved together, about: 640 KB of them, their gradient and moments in all. */
    private static final int TOGETHER = 160_000;

    private final LayeredNetwork network;
    private final List<Parameters> parameters;
    private final List<Parameters> gradient;
    private final List<Parameters> firstMoments;
    private final List<Parameters> secondMoments;
    private final List<Task> tasks = new ArrayList<>();

    /** Outputs {@code from} to {@code to} of a dense layer, or all of another. */
    private record Task(int layer, int from, int to, int size) {}

    Descent(LayeredNetwork network) {
        this.network = network;
        parameters = network.parameters();
        gradient = network.zeros();
        firstMoments = network.zeros();
        secondMoments = network.zeros();
        for (int i = 0; i < parameters.size(); i++) {
            Layer layer = network.layers().get(i);
            int size = parameters.get(i).weights().length();
            int parts = layer instanceof Dense ? Math.min(layer.outputs(), (size + TOGETHER - 1) / TOGETHER) : 1;
            for (int part = 0; part < parts; part++) {
                int from = layer.outputs() * part / parts;
                int to = layer.outputs() * (part + 1) / parts;
                tasks.add(new Task(i, from, to, size / parts));
            }
        }
        // The large ones first: what is left at the end, when one thread may have to wait for another, is small.
        tasks.sort(Comparator.comparingInt(Task::size).reversed());
    }

    /** The gradient, in the shape of the parameters; not yet that of {@link #step} where it is a dense layer's. */
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

    /** Completes the gradient and moves all parameters against it. */
    void step(Adam adam, Activations activations, int rows, Workers workers) {
        workers.share(tasks.size(), (task, worker) -> step(adam, activations, rows, tasks.get(task)));
    }

    private void step(Adam adam, Activations activations, int rows, Task task) {
        int i = task.layer();
        Parameters g = gradient.get(i);
        Parameters p = parameters.get(i);
        Parameters m = firstMoments.get(i);
        Parameters v = secondMoments.get(i);
        int from = 0;
        int to = p.bias().length();
        if (network.layers().get(i) instanceof Dense dense) {
            from = task.from();
            to = task.to();
            NativeFloats x = activations.inputs().get(i);
            dense.parameterGradient(x, activations.errors().get(i), rows, from, to, g);
        }
        int perOutput = to == 0 ? 0 : p.weights().length() / p.bias().length();
        adam.move(p.weights(), m.weights(), v.weights(), g.weights(), from * perOutput, to * perOutput);
        adam.move(p.bias(), m.bias(), v.bias(), g.bias(), from, to);
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

    /** Copies the last step's gradient, in the graph's flat order. */
    void readGradient(float[] flat) {
        network.read(gradient, flat);
    }

    /** Lengths of the last step's gradient. */
    GradientNorms norms() {
        double[] squares = new double[2];
        for (int i = 0; i < gradient.size(); i++) {
            squares[i <= network.heads() ? 0 : 1] +=
                    square(gradient.get(i).weights()) + square(gradient.get(i).bias());
        }
        return new GradientNorms(Math.sqrt(squares[0]), Math.sqrt(squares[1]));
    }

    private static double square(NativeFloats values) {
        double sum = 0;
        for (float value : values.toArray()) {
            sum += (double) value * value;
        }
        return sum;
    }
}
