package elboroom.train;

import elboroom.train.SettingChange.Setting;
import org.jspecify.annotations.Nullable;

/**
 * What went wrong with a run.
 *
 * @param text what, in a sentence or two
 * @param step since when, 0 if it is of no moment in the run
 * @param mark the same in two or three words, for the curves
 * @param remedy what to start again with; null if no setting is to blame
 */
public record Trouble(
        String text, long step, String mark, @Nullable Remedy remedy) {
    /** A setting that is likely to do better. */
    public record Remedy(Setting setting, double value) {}

    /** That no setting is to blame for. */
    static Trouble of(String text) {
        return new Trouble(text, 0, "", null);
    }

    static Trouble of(DivergedException why) {
        return new Trouble(
                String.valueOf(why.getMessage()),
                why.step(),
                "diverged",
                new Remedy(Setting.LEARNING_RATE, why.suggestedLearningRate()));
    }

    Trouble and(String more) {
        return new Trouble(text + " " + more, step, mark, remedy);
    }
}
