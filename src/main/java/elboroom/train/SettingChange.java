package elboroom.train;

import elboroom.data.InputException;

/**
 * A setting that was changed while a run was under way. Part of what the run is: one that is resumed or repeated makes the
 * same changes at the same steps.
 *
 * @param step the first one that is taken with the new value, from 0
 * @param setting which
 * @param from value before
 * @param to value from then on
 */
public record SettingChange(long step, Setting setting, double from, double to) {
    /** What can be changed while a run is under way. */
    public enum Setting {
        /** Full height of β, of which the schedule makes its shares. */
        BETA,
        /** Adam's. */
        LEARNING_RATE
    }

    public SettingChange {
        if (step < 0) {
            throw new InputException("change: its step must be 0 or more, not " + step);
        }
        require(setting, to);
    }

    /** @throws InputException if the setting cannot have that value */
    static void require(Setting setting, double value) {
        if (setting == Setting.BETA ? !(value >= 0) || Double.isInfinite(value) : !TrainingPlan.isRate(value)) {
            throw new InputException(
                    setting == Setting.BETA
                            ? "beta: must be a finite number, 0 or more, not " + value
                            : "learning rate: must be a positive number, not " + value);
        }
    }

    /** One line for a card, such as {@code from step 400: beta 1.0 → 4.0}. */
    @Override
    public String toString() {
        String name = setting == Setting.BETA ? "beta" : "learning rate";
        return "from step %d: %s %s → %s".formatted(step, name, from, to);
    }
}
