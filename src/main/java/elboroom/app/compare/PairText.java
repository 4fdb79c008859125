package elboroom.app.compare;

import elboroom.app.explore.PlaneChoice;
import elboroom.app.explore.Workspace.ModelChoice;
import elboroom.app.widget.Numbers;

/** What the Compare tab says in words. */
final class PairText {
    private PairText() {}

    /** What a side is called in a word or two: by its kind where that tells the two apart. */
    static String name(CompareModel model, Side side) {
        boolean code = model.side(side).model().autoencoder();
        if (code != model.side(side.other()).model().autoencoder()) {
            return code ? "Autoencoder" : "VAE";
        }
        return side == Side.LEFT ? "Left" : "Right";
    }

    /** What to look for in this pair. */
    static String lookFor(CompareModel model) {
        ModelChoice left = model.side(Side.LEFT).model();
        ModelChoice right = model.side(Side.RIGHT).model();
        if (left.autoencoder() != right.autoencoder()) {
            return "The autoencoder only has to reconstruct, so its codes spread far and leave gaps: most samples from the"
                    + " prior fall where it never learnt to decode. The VAE pays for every nat of rate, so its codes fill"
                    + " the circles and samples look like data.";
        }
        if (left.autoencoder()) {
            return "Neither code knows of a prior: compare where the gaps between the classes are, and what is decoded"
                    + " there.";
        }
        return left.equals(right)
                ? "The same model twice: show two planes of its latent space, or choose another model on one side."
                : "Both were pulled towards the same prior. Compare what each pays, in nats: more rate buys less"
                        + " distortion. A map turned or mirrored is no difference: the prior looks the same from all"
                        + " sides.";
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
                ? "Moves the two coordinates shown on each map; all others stay at 0."
                : "Moves the two coordinates shown on each map; all others stay at the selected image's code.";
    }

    /** The pointer's two coordinates, by their names on a map. */
    static String place(PlaneChoice plane, double x, double y) {
        String right = plane.principal() ? "PC 1" : Numbers.latentName(plane.first());
        String up = plane.principal() ? "PC 2" : Numbers.latentName(plane.second());
        return "%s %s  %s %s".formatted(right, Numbers.fixed(x, 2), up, Numbers.fixed(y, 2));
    }
}
