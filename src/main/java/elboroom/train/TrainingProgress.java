package elboroom.train;

import java.util.List;

/**
 * Where a run stands after a step. Losses are in nats per image, of that step's minibatch.
 *
 * @param epoch the epoch under way, from 1
 * @param step steps taken since the start of the run
 * @param steps steps in the whole run
 * @param endOfEpoch whether this step completed its epoch
 * @param distortion −log p(x|z)
 * @param klPerDimension rate of each latent dimension
 * @param objective what is minimised: distortion + β · rate, with free bits if there are any
 * @param imagesPerSecond since the run was started or resumed
 * @param secondsPerStep likewise
 */
public record TrainingProgress(
        int epoch,
        long step,
        long steps,
        boolean endOfEpoch,
        double distortion,
        List<Double> klPerDimension,
        double objective,
        double imagesPerSecond,
        double secondsPerStep) {
    public TrainingProgress {
        klPerDimension = List.copyOf(klPerDimension);
    }

    public double rate() {
        return klPerDimension.stream().mapToDouble(Double::doubleValue).sum();
    }
}
