package elboroom.train;

import elboroom.data.InputException;
import elboroom.model.VaeConfig;

/**
 * What to train and for how long.
 *
 * @param config network and objective
 * @param epochs passes over the images
 * @param batch images in a minibatch; the last one of an epoch may be smaller
 * @param learningRate of Adam
 */
public record TrainingPlan(VaeConfig config, int epochs, int batch, double learningRate) {
    private static final int MAX_BATCH = 65_536;

    public TrainingPlan {
        if (epochs < 1) {
            throw new InputException("epochs: must be at least 1, not " + epochs);
        }
        if (batch < 1 || batch > MAX_BATCH) {
            throw new InputException("batch: must be between 1 and " + MAX_BATCH + ", not " + batch);
        }
        if (!(learningRate > 0) || Double.isInfinite(learningRate)) {
            throw new InputException("learning rate: must be a positive number, not " + learningRate);
        }
    }
}
