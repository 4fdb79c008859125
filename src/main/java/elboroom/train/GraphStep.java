package elboroom.train;

import elboroom.model.dl4j.BatchLosses;
import elboroom.model.dl4j.VaeGraph;

/** A step by the DL4J graph's own forward and backward pass: for any network that the graph can hold. */
final class GraphStep implements TrainingStep {
    private final VaeGraph vae;
    private final FlatState state;
    private final float[] gradient;
    private final float[] zero;

    /** Starts from the graph's present weights; {@code vae} stays the caller's. */
    GraphStep(VaeGraph vae) {
        this.vae = vae;
        int size = vae.parameterCount();
        this.state = FlatState.ofSize(size);
        this.gradient = new float[size];
        this.zero = new float[size];
        vae.readParameters(state.parameters());
    }

    @Override
    public BatchLosses take(MinibatchSource minibatches, long step, double learningRate) {
        int count = minibatches.count(step);
        BatchLosses losses =
                vae.losses(minibatches.images(step, 0, count), minibatches.noise(step, vae.latentSize()), count);
        if (Double.isFinite(losses.objective())) {
            vae.readGradient(gradient);
            new Adam(step + 1, learningRate)
                    .move(
                            state.parameters(),
                            state.firstMoment(),
                            state.secondMoment(),
                            gradient,
                            zero,
                            0,
                            gradient.length);
            vae.writeParameters(state.parameters());
        }
        return losses;
    }

    @Override
    public void read(FlatState target) {
        copy(state, target);
    }

    @Override
    public void write(FlatState source) {
        copy(source, state);
        vae.writeParameters(state.parameters());
    }

    private static void copy(FlatState from, FlatState to) {
        int size = from.parameters().length;
        System.arraycopy(from.parameters(), 0, to.parameters(), 0, size);
        System.arraycopy(from.firstMoment(), 0, to.firstMoment(), 0, size);
        System.arraycopy(from.secondMoment(), 0, to.secondMoment(), 0, size);
    }

    @Override
    public void close() {
        // Nothing of its own to free.
    }
}
