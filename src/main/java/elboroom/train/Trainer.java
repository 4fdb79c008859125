package elboroom.train;

import elboroom.data.ImageSet;
import elboroom.data.InputException;
import elboroom.model.dl4j.BatchLosses;
import elboroom.model.dl4j.VaeGraph;
import java.util.Arrays;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Trains a VAE by Adam on minibatches, on the thread that calls {@link #run}. The same plan and images give the same
 * weights, whether the run was stopped and resumed on the way or not.
 */
public final class Trainer implements AutoCloseable {
    /** Steps between two copies of weights known to be good; copying 4 MB takes 0.4 ms, a step 10 to 30. */
    private static final int STEPS_BETWEEN_COPIES = 25;

    private final TrainingPlan plan;
    private final Minibatches minibatches;
    private final VaeGraph vae;
    private final float[] parameters;
    private final float[] gradient;
    private final float[] lastGood;
    private final Adam adam;
    private double seconds;

    /**
     * A run from its start, or from a checkpoint of the same plan.
     *
     * @param images training images, of the shape that the plan's configuration names
     */
    public Trainer(TrainingPlan plan, ImageSet images, @Nullable Checkpoint checkpoint) {
        if (!images.shape().equals(plan.config().shape())) {
            throw new InputException("images of %s are %s, but the network is for %s"
                    .formatted(images.id(), images.shape(), plan.config().shape()));
        }
        this.plan = plan;
        this.minibatches = new Minibatches(images, plan.batch(), plan.config().seed());
        this.vae = VaeGraph.initial(plan.config());
        this.parameters = new float[vae.parameterCount()];
        this.gradient = new float[vae.parameterCount()];
        if (checkpoint == null) {
            vae.readParameters(parameters);
            adam = new Adam(parameters.length);
        } else {
            if (checkpoint.parameters().length != parameters.length) {
                throw new InputException("checkpoint: it has %d parameters, but the network has %d"
                        .formatted(checkpoint.parameters().length, parameters.length));
            }
            System.arraycopy(checkpoint.parameters(), 0, parameters, 0, parameters.length);
            vae.writeParameters(parameters);
            adam = new Adam(
                    checkpoint.firstMoment().clone(), checkpoint.secondMoment().clone(), checkpoint.step());
            seconds = checkpoint.seconds();
        }
        this.lastGood = parameters.clone();
    }

    /**
     * Trains until the plan is done or {@code cancelled} says so, which is asked before each step.
     *
     * @param listener told of every step, on this thread
     * @return whether the plan is done
     * @throws DivergedException when a loss is not finite; the model then holds the last good weights
     */
    public boolean run(Consumer<TrainingProgress> listener, BooleanSupplier cancelled) {
        long steps = steps();
        long start = System.nanoTime();
        double secondsBefore = seconds;
        long firstStep = adam.steps();
        long images = 0;
        while (adam.steps() < steps) {
            if (cancelled.getAsBoolean()) {
                return false;
            }
            long step = adam.steps();
            BatchLosses losses = step(step);
            images += minibatches.count(step);
            double elapsed = (System.nanoTime() - start) * 1e-9;
            seconds = secondsBefore + elapsed;
            long perEpoch = minibatches.stepsPerEpoch();
            listener.accept(new TrainingProgress(
                    (int) (step / perEpoch) + 1,
                    step + 1,
                    steps,
                    (step + 1) % perEpoch == 0,
                    losses.distortion(),
                    Arrays.stream(losses.klPerDimension()).boxed().toList(),
                    losses.objective(),
                    images / elapsed,
                    elapsed / (step + 1 - firstStep)));
        }
        return true;
    }

    private BatchLosses step(long step) {
        int count = minibatches.count(step);
        BatchLosses losses = vae.losses(minibatches.images(step), minibatches.noise(step, vae.latentSize()), count);
        if (!Double.isFinite(losses.objective())) {
            System.arraycopy(lastGood, 0, parameters, 0, parameters.length);
            vae.writeParameters(parameters);
            int epoch = (int) (step / minibatches.stepsPerEpoch()) + 1;
            throw new DivergedException(epoch, step + 1, plan.learningRate());
        }
        if (step % STEPS_BETWEEN_COPIES == 0) {
            System.arraycopy(parameters, 0, lastGood, 0, parameters.length);
        }
        vae.readGradient(gradient);
        adam.step(parameters, gradient, plan.learningRate());
        vae.writeParameters(parameters);
        return losses;
    }

    /** Steps in the whole run. */
    public long steps() {
        return plan.epochs() * minibatches.stepsPerEpoch();
    }

    /** Seconds of training so far, those before a resumption included. */
    public double seconds() {
        return seconds;
    }

    /** The model being trained; to be used only while {@link #run} is not under way. */
    public VaeGraph vae() {
        return vae;
    }

    /** The present state, copied. */
    public Checkpoint checkpoint() {
        return new Checkpoint(
                adam.steps(),
                parameters.clone(),
                adam.firstMoment().clone(),
                adam.secondMoment().clone(),
                seconds);
    }

    @Override
    public void close() {
        vae.close();
    }
}
