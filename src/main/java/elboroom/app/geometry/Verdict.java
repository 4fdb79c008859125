package elboroom.app.geometry;

import elboroom.app.widget.Numbers;
import java.util.ArrayList;
import java.util.List;

/** What the scores of a VAE and an autoencoder say, in sentences. */
final class Verdict {
    private Verdict() {}

    static String of(ScoreCard vae, ScoreCard code) {
        return continuity(vae, code) + " " + completeness(vae, code) + others(vae, code);
    }

    private static String continuity(ScoreCard vae, ScoreCard code) {
        double one = Score.UNEVENNESS.of(vae.survey());
        double other = Score.UNEVENNESS.of(code.survey());
        int better = Score.UNEVENNESS.better(vae.survey(), code.survey());
        String numbers = "greatest step %s times the average, against %s"
                .formatted(Numbers.fixed(better < 0 ? one : other, 2), Numbers.fixed(better < 0 ? other : one, 2));
        return better == 0
                ? "Continuity: a draw, %s and %s.".formatted(Numbers.fixed(one, 2), Numbers.fixed(other, 2))
                : "Continuity: between two codes the image changes less evenly with the %s (%s)."
                        .formatted(better > 0 ? "autoencoder" : "VAE", numbers);
    }

    private static String completeness(ScoreCard vae, ScoreCard code) {
        double one = Score.HOLE_MASS.of(vae.survey());
        double other = Score.HOLE_MASS.of(code.survey());
        int better = Score.HOLE_MASS.better(vae.survey(), code.survey());
        return better == 0
                ? "Completeness: a draw, with holes of %s%% and %s%%."
                        .formatted(Numbers.fixed(one, 1), Numbers.fixed(other, 1))
                : "Completeness: %s%% of the %s's samples fall into holes, against %s%%."
                        .formatted(
                                Numbers.fixed(Math.max(one, other), 1),
                                better > 0 ? "autoencoder" : "VAE",
                                Numbers.fixed(Math.min(one, other), 1));
    }

    private static String others(ScoreCard vae, ScoreCard code) {
        List<String> won = new ArrayList<>();
        List<String> drawn = new ArrayList<>();
        for (Score score :
                List.of(Score.UNEVENNESS_95, Score.PER_DEVIATION, Score.PER_DEVIATION_95, Score.PLAUSIBLE, Score.MMD)) {
            int better = score.better(vae.survey(), code.survey());
            if (better <= 0) {
                (better < 0 ? won : drawn).add(score.title().replace(" (%)", ""));
            }
        }
        return (won.isEmpty() ? "" : " The autoencoder is better by: " + String.join("; ", won) + ".")
                + (drawn.isEmpty() ? "" : " A draw: " + String.join("; ", drawn) + ".");
    }
}
