package elboroom.train;

import elboroom.data.InputException;
import elboroom.train.SettingChange.Setting;
import java.util.Objects;
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
    private static final String DIVERGED = "diverged";

    public Trouble {
        // What a file leaves out is null here, whatever the types say.
        if (Objects.isNull(text) || Objects.isNull(mark) || step < 0) {
            throw new InputException("trouble: has no text, mark or step; expected all three");
        }
    }

    /** A setting that is likely to do better. */
    public record Remedy(Setting setting, double value) {
        public Remedy {
            if (Objects.isNull(setting) || !(value >= 0 && value < Double.POSITIVE_INFINITY)) {
                throw new InputException("remedy: has no setting with a finite value of 0 or more");
            }
        }
    }

    /** Whether the loss was no longer a finite number: what is kept are the last weights whose loss was. */
    public boolean diverged() {
        return mark.equals(DIVERGED);
    }

    /** That no setting is to blame for. */
    static Trouble of(String text) {
        return new Trouble(text, 0, "", null);
    }

    static Trouble of(DivergedException why) {
        return new Trouble(
                String.valueOf(why.getMessage()),
                why.step(),
                DIVERGED,
                new Remedy(Setting.LEARNING_RATE, why.suggestedLearningRate()));
    }

    Trouble and(String more) {
        return new Trouble(text + " " + more, step, mark, remedy);
    }
}
