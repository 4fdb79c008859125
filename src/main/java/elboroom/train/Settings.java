package elboroom.train;

import elboroom.train.SettingChange.Setting;
import java.util.ArrayList;
import java.util.List;

/**
 * The settings of every step of a run: a function of the plan, the changes made on the way, and the step. Not safe to share
 * between threads.
 */
final class Settings {
    private final TrainingPlan plan;
    private final long stepsPerEpoch;
    private final List<SettingChange> changes;

    /** @param changes in the order of their steps */
    Settings(TrainingPlan plan, long stepsPerEpoch, List<SettingChange> changes) {
        this.plan = plan;
        this.stepsPerEpoch = stepsPerEpoch;
        this.changes = new ArrayList<>(changes);
    }

    StepSettings at(long step) {
        double share = plan.betaSchedule().share(step, stepsPerEpoch, plan.epochs() * stepsPerEpoch);
        return new StepSettings(
                share * value(Setting.BETA, step), plan.config().freeBits(), value(Setting.LEARNING_RATE, step));
    }

    /** The value in force at a step: of β, its full height. */
    double value(Setting setting, long step) {
        double value = setting == Setting.BETA ? plan.config().beta() : plan.learningRate();
        for (SettingChange change : changes) {
            if (change.setting() == setting && change.step() <= step) {
                value = change.to();
            }
        }
        return value;
    }

    /**
     * Changes a setting from {@code step} on, and forgets changes of the same setting that were to come later.
     *
     * @return whether that changes anything
     */
    boolean change(long step, Setting setting, double to) {
        List<SettingChange> before = List.copyOf(changes);
        changes.removeIf(change -> change.setting() == setting && change.step() >= step);
        double from = value(setting, step);
        if (from != to) {
            changes.add(new SettingChange(step, setting, from, to));
        }
        return !changes.equals(before);
    }

    List<SettingChange> changes() {
        return List.copyOf(changes);
    }
}
