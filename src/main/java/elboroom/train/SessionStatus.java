package elboroom.train;

import org.jspecify.annotations.Nullable;

/**
 * Where a training session stands.
 *
 * @param state what it is doing
 * @param step steps taken since the start of the run
 * @param steps steps in the whole run, 0 while that is not known yet
 * @param stepsPerEpoch steps in one pass over the images
 * @param distortion moving average over about 50 steps, in nats per image; not a number before the first step
 * @param rate likewise; not a number for a plain autoencoder
 * @param beta weight of the rate in the next step
 * @param fullBeta the height that the schedule makes its shares of
 * @param learningRate of the next step
 * @param imagesPerSecond since it was last started, pauses left out; 0 before the first step
 * @param secondsLeft at that speed
 * @param trouble what went wrong: why it failed or diverged, or why it cannot save; null if nothing did
 */
public record SessionStatus(
        State state,
        long step,
        long steps,
        long stepsPerEpoch,
        double distortion,
        double rate,
        double beta,
        double fullBeta,
        double learningRate,
        double imagesPerSecond,
        double secondsLeft,
        @Nullable Trouble trouble) {
    /** What a session is doing. */
    public enum State {
        /** Reading data and, if there is one, the checkpoint. */
        LOADING,
        /** Taking the steps again that a run has in common with the one it was continued from, without being told to. */
        REPEATING,
        /** Waiting for a command. */
        PAUSED,
        /** Taking steps. */
        RUNNING,
        /** Evaluating and writing the model. */
        STORING,
        /** The plan is done and the model stored. */
        FINISHED,
        /** Stopped before its end; the model is stored, and the run can be gone on with. */
        STOPPED,
        /** The loss was no longer a finite number; the model is stored with the last good weights. */
        DIVERGED,
        /** It could not go on; see the trouble. */
        FAILED,
        /** Closed; the run can be gone on with. */
        CLOSED;

        /** Whether there are steps being taken, one after the other. */
        public boolean isMoving() {
            return this == RUNNING || this == REPEATING;
        }

        /** Whether the session's threads have ended. */
        public boolean ended() {
            return compareTo(STORING) > 0;
        }
    }

    /** Before anything is known but the plan. */
    static SessionStatus loading(TrainingPlan plan) {
        double beta = plan.config().beta();
        double none = Double.NaN;
        return new SessionStatus(State.LOADING, 0, 0, 0, none, none, beta, beta, plan.learningRate(), 0, none, null);
    }

    /** The same at the end. */
    SessionStatus ended(State end, @Nullable Trouble reason) {
        return new SessionStatus(
                end,
                step,
                steps,
                stepsPerEpoch,
                distortion,
                rate,
                beta,
                fullBeta,
                learningRate,
                imagesPerSecond,
                secondsLeft,
                reason);
    }

    /** What went wrong, in one line; null if nothing did. */
    public @Nullable String problem() {
        return trouble == null ? null : trouble.text();
    }

    /** Whole epochs done. */
    public int epochs() {
        return stepsPerEpoch == 0 ? 0 : (int) (step / stepsPerEpoch);
    }

    /** The epoch under way, from 1; the last one when all are done. */
    public int epoch() {
        return stepsPerEpoch == 0 ? 1 : (int) (Math.max(0, Math.min(step, steps - 1)) / stepsPerEpoch) + 1;
    }
}
