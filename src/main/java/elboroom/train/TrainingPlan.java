package elboroom.train;

import elboroom.data.InputException;
import elboroom.model.VaeConfig;
import elboroom.train.SettingChange.Setting;

/**
 * What to train and for how long.
 *
 * @param config network and objective
 * @param epochs passes over the images
 * @param batch images in a minibatch; the last one of an epoch may be smaller
 * @param learningRate of Adam
 * @param betaSchedule how β comes to the height that {@code config} says
 */
public record TrainingPlan(VaeConfig config, int epochs, int batch, double learningRate, BetaSchedule betaSchedule) {
    private static final int MAX_BATCH = 65_536;

    /** With full β from the first step on. */
    public TrainingPlan(VaeConfig config, int epochs, int batch, double learningRate) {
        this(config, epochs, batch, learningRate, BetaSchedule.CONSTANT);
    }

    public TrainingPlan {
        if (epochs < 1) {
            throw new InputException("epochs: must be at least 1, not " + epochs);
        }
        if (batch < 1 || batch > MAX_BATCH) {
            throw new InputException("batch: must be between 1 and " + MAX_BATCH + ", not " + batch);
        }
        if (!isRate(learningRate)) {
            throw new InputException("learning rate: must be a positive number, not " + learningRate);
        }
    }

    static boolean isRate(double learningRate) {
        return learningRate > 0 && learningRate < Double.POSITIVE_INFINITY;
    }

    /** The same but for one setting. */
    TrainingPlan with(Setting setting, double value) {
        return setting == Setting.BETA
                ? new TrainingPlan(config.withBeta(value), epochs, batch, learningRate, betaSchedule)
                : new TrainingPlan(config, epochs, batch, value, betaSchedule);
    }

    /** Steps in one pass over so many images. */
    public long stepsPerEpoch(int images) {
        return (images + batch - 1L) / batch;
    }
}
