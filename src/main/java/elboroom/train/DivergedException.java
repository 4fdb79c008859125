package elboroom.train;

/** A run's loss became infinite or not a number. The trainer then holds the last weights whose loss was finite. */
public final class DivergedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final long step;
    private final long lastGoodStep;
    private final double learningRate;

    DivergedException(int epoch, long step, long lastGoodStep, double learningRate) {
        super(("training diverged in epoch %d, at step %d: the loss is no longer a finite number; "
                        + "the last good weights, of step %d, are kept. Try a learning rate of %s in place of %s.")
                .formatted(epoch, step, lastGoodStep, lower(learningRate), learningRate));
        this.step = step;
        this.lastGoodStep = lastGoodStep;
        this.learningRate = learningRate;
    }

    static double lower(double learningRate) {
        // In decimal, since 1e-3 times 0.1 in binary is 1.0000000000000001e-4.
        return new java.math.BigDecimal(Double.toString(learningRate))
                .movePointLeft(1)
                .doubleValue();
    }

    /** The step whose loss was not finite, from 1. */
    public long step() {
        return step;
    }

    /** Steps after which the weights that are kept were taken. */
    public long lastGoodStep() {
        return lastGoodStep;
    }

    /** With which it diverged. */
    public double learningRate() {
        return learningRate;
    }

    /** A tenth of it, which is worth a try. */
    public double suggestedLearningRate() {
        return lower(learningRate);
    }
}
