package elboroom.app.compare;

import elboroom.app.concurrent.Engine;
import elboroom.app.explore.Decoded;
import elboroom.app.explore.PlaneChoice;
import elboroom.app.explore.Workspace.ModelChoice;
import elboroom.app.widget.Numbers;
import elboroom.measure.CodeSpread;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What the Compare tab says in words. */
final class PairText {
    private static final double RARE = 0.1;

    private PairText() {}

    /** What a side is called in a word or two: by its kind where that tells the two apart. */
    static String name(CompareModel model, Side side) {
        boolean code = model.side(side).model().autoencoder();
        if (code != model.side(side.other()).model().autoencoder()) {
            return code ? "Autoencoder" : "VAE";
        }
        return side == Side.LEFT ? "Left" : "Right";
    }

    /** The same, shorter still. */
    static String shortName(CompareModel model, Side side) {
        String name = name(model, side);
        return name.equals("Autoencoder") ? "AE" : name;
    }

    /** What to look for in this pair. */
    static String lookFor(CompareModel model) {
        ModelChoice left = model.side(Side.LEFT).model();
        ModelChoice right = model.side(Side.RIGHT).model();
        if (left.autoencoder() != right.autoencoder()) {
            return autoencoderBesideVae(model, left.autoencoder() ? Side.LEFT : Side.RIGHT);
        }
        if (left.autoencoder()) {
            return "Neither code knows of a prior: compare where the gaps between the classes are, and what is decoded"
                    + " there.";
        }
        return left.equals(right)
                ? "The same model twice: show two planes of its latent space, or choose another model on one side."
                : "Both were pulled towards the same prior. Compare what each pays, in nats: more rate buys less distortion."
                        + " That a map is turned or mirrored means nothing.";
    }

    private static String autoencoderBesideVae(CompareModel model, Side code) {
        CodeSpread codes = model.side(code).spreadProperty().get();
        CodeSpread means = model.side(code.other()).spreadProperty().get();
        if (codes == null || means == null) {
            return "";
        }
        String unseen = hardlyDrawn(
                codes, model.side(code).scatterProperty().get().colouring().names());
        return "Nothing ties the autoencoder's codes to the prior: only %s%% of the images are encoded where its samples fall%s."
                        .formatted(
                                Numbers.fixed(100 * codes.withinPrior(), 0),
                                unseen.isEmpty() ? "" : ", so they hardly ever show a " + unseen)
                + " The VAE pays for its rate, and has %s%% there."
                        .formatted(Numbers.fixed(100 * means.withinPrior(), 0));
    }

    /** The classes of which fewer than one image in ten lies where samples fall. */
    private static String hardlyDrawn(CodeSpread codes, List<String> names) {
        List<Double> shares = codes.withinPriorByClass();
        return names.size() != shares.size()
                ? ""
                : IntStream.range(0, names.size())
                        .filter(k -> shares.get(k) < RARE)
                        .mapToObj(names::get)
                        .collect(Collectors.joining(" or "));
    }

    /** What the pointer moves, where it is not the whole of z; empty where it is. */
    static String pointer(CompareModel model) {
        boolean more = Math.max(
                        model.side(Side.LEFT).model().latentSize(),
                        model.side(Side.RIGHT).model().latentSize())
                > 2;
        if (!more) {
            return "";
        }
        return model.state().selected() < 0
                ? "The pointer moves the two coordinates shown; all others stay at 0."
                : "The pointer moves the two coordinates shown; all others stay at the selected image's code.";
    }

    /** For the status line: how fast both decode, how many points there are, and whether both models are there. */
    static String status(CompareModel model) {
        return String.format(
                Locale.ROOT,
                "%s     %,d points     %s",
                decoded(
                        model.side(Side.LEFT).decodedProperty().get(),
                        model.side(Side.RIGHT).decodedProperty().get()),
                model.side(Side.LEFT).scatterProperty().get().size(),
                engines(
                        model.side(Side.LEFT).engineProperty().get(),
                        model.side(Side.RIGHT).engineProperty().get()));
    }

    /** Times only where both are known: each model's first picture has none. */
    static String decoded(@Nullable Decoded left, @Nullable Decoded right) {
        if (left == null || right == null) {
            return "nothing decoded yet";
        }
        return Double.isNaN(left.milliseconds()) || Double.isNaN(right.milliseconds())
                ? "first pictures decoded"
                : "decoded in %s and %s ms"
                        .formatted(Numbers.fixed(left.milliseconds(), 1), Numbers.fixed(right.milliseconds(), 1));
    }

    private static String engines(Engine.State left, Engine.State right) {
        if (left == Engine.State.FAILED || right == Engine.State.FAILED) {
            return "model not loaded";
        }
        return left == Engine.State.READY && right == Engine.State.READY ? "both engines ready" : "engines loading…";
    }

    /** The pointer's two coordinates, by their names on a map. */
    static String place(PlaneChoice plane, double x, double y) {
        return plane.principal()
                ? "PC %s, %s".formatted(Numbers.fixed(x, 2), Numbers.fixed(y, 2))
                : "%s %s  %s %s"
                        .formatted(
                                Numbers.latentName(plane.first()),
                                Numbers.fixed(x, 2),
                                Numbers.latentName(plane.second()),
                                Numbers.fixed(y, 2));
    }
}
