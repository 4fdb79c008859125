package elboroom.train;

import elboroom.data.ImageSet;
import elboroom.data.InputException;
import elboroom.data.Processors;
import elboroom.model.dl4j.BatchLosses;
import elboroom.model.layer.LayeredNetwork;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Trains a VAE by Adam on minibatches, on the thread that calls it. The same plan, changes and images give the same
 * weights, whether the run was stopped and resumed on the way or not.
 */
public final class Trainer implements AutoCloseable {
    /** Steps between two copies of weights known to be good; copying 13 MB takes 2 ms, nearly half a step. */
    private static final int STEPS_BETWEEN_COPIES = 50;

    private final TrainingPlan plan;
    private final Minibatches minibatches;
    private final Settings settings;
    private final LayeredNetwork network;
    private final TrainingStep trainingStep;
    private FlatState lastGood;
    private FlatState candidate;
    private long lastGoodStep;
    private long candidateStep;
    private long stepsTaken;
    private double seconds;

    /**
     * A run from its start, or from a checkpoint of the same plan.
     *
     * @param images training images, of the shape that the plan's configuration names
     */
    public Trainer(TrainingPlan plan, ImageSet images, @Nullable Checkpoint checkpoint) {
        this(plan, images, checkpoint, Processors.used());
    }

    /** @param threads that may work at once, of which 2 are made use of; the weights do not depend on them */
    public Trainer(TrainingPlan plan, ImageSet images, @Nullable Checkpoint checkpoint, int threads) {
        this(plan, List.of(), images, checkpoint, threads);
    }

    /** @param changes of settings in the course of the run */
    Trainer(
            TrainingPlan plan,
            List<SettingChange> changes,
            ImageSet images,
            @Nullable Checkpoint checkpoint,
            int threads) {
        if (!images.shape().equals(plan.config().shape())) {
            throw new InputException("images of %s are %s, but the network is for %s"
                    .formatted(images.id(), images.shape(), plan.config().shape()));
        }
        this.plan = plan;
        this.minibatches = new Minibatches(images, plan.batch(), plan.config().seed());
        this.settings = new Settings(plan, minibatches.stepsPerEpoch(), changes);
        this.network = LayeredNetwork.initial(plan.config());
        this.lastGood = FlatState.ofSize(network.parameterCount());
        this.trainingStep = new TrainingStep(network, plan.batch(), threads);
        if (checkpoint != null) {
            if (checkpoint.parameters().length != network.parameterCount()) {
                throw new InputException("checkpoint: it has %d parameters, but the network has %d"
                        .formatted(checkpoint.parameters().length, network.parameterCount()));
            }
            trainingStep.write(
                    new FlatState(checkpoint.parameters(), checkpoint.firstMoment(), checkpoint.secondMoment()));
            stepsTaken = checkpoint.step();
            seconds = checkpoint.seconds();
        }
        trainingStep.read(lastGood);
        this.lastGoodStep = stepsTaken;
        this.candidate = FlatState.ofSize(network.parameterCount());
    }

    /**
     * Takes the next step.
     *
     * @throws DivergedException if its loss is not finite; the weights, and the number of steps taken, are then the last
     *     ones whose loss was
     */
    public BatchLosses step() {
        long start = System.nanoTime();
        long step = stepsTaken;
        boolean copy = step % STEPS_BETWEEN_COPIES == 0;
        if (copy) {
            trainingStep.read(candidate);
            candidateStep = step;
        }
        StepSettings now = settings.at(step);
        BatchLosses losses = trainingStep.take(minibatches, step, now);
        if (!Double.isFinite(losses.objective())) {
            trainingStep.write(lastGood);
            stepsTaken = lastGoodStep;
            int epoch = (int) (step / minibatches.stepsPerEpoch()) + 1;
            throw new DivergedException(epoch, step + 1, lastGoodStep, now.learningRate());
        }
        if (copy) {
            // The step has measured the copy, and its loss is finite.
            FlatState good = candidate;
            candidate = lastGood;
            lastGood = good;
            lastGoodStep = candidateStep;
        }
        stepsTaken++;
        seconds += (System.nanoTime() - start) * 1e-9;
        return losses;
    }

    /** Steps in the whole run. */
    public long steps() {
        return plan.epochs() * minibatches.stepsPerEpoch();
    }

    /** Steps taken so far. */
    public long stepsTaken() {
        return stepsTaken;
    }

    /** Whole epochs trained so far. */
    public int epochs() {
        return (int) (stepsTaken / minibatches.stepsPerEpoch());
    }

    /** Seconds of training so far, those before a resumption included. */
    public double seconds() {
        return seconds;
    }

    Settings settings() {
        return settings;
    }

    Minibatches minibatches() {
        return minibatches;
    }

    int parameterCount() {
        return network.parameterCount();
    }

    /** Copies parameters and moments to the arrays of {@code state}; 2 ms for 1.07 million parameters. */
    void read(FlatState state) {
        trainingStep.read(state);
    }

    /** Copies the parameters alone, in the flat order; a third of that time. */
    void readParameters(float[] flat) {
        trainingStep.readParameters(flat);
    }

    /** Lengths of the last step's gradient. */
    GradientNorms gradientNorms() {
        return trainingStep.gradientNorms();
    }

    /** The network, whose parameters are those trained so far; to be used only while no step is under way. */
    public LayeredNetwork network() {
        return network;
    }

    /** The present state, copied. */
    public Checkpoint checkpoint() {
        FlatState state = state();
        return new Checkpoint(stepsTaken, state.parameters(), state.firstMoment(), state.secondMoment(), seconds);
    }

    private FlatState state() {
        FlatState state = FlatState.ofSize(network.parameterCount());
        trainingStep.read(state);
        return state;
    }

    @Override
    public void close() {
        trainingStep.close();
    }
}
