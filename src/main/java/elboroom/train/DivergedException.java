package elboroom.train;

/** A run's loss became infinite or not a number. The trainer then holds the last weights whose loss was finite. */
public final class DivergedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final long step;

    DivergedException(int epoch, long step, double learningRate) {
        super(("training diverged in epoch %d, at step %d: the loss is no longer a finite number; "
                        + "the last good weights are kept. Try a learning rate below %s.")
                .formatted(epoch, step, learningRate));
        this.step = step;
    }

    /** The step whose loss was not finite, from 1. */
    public long step() {
        return step;
    }
}
