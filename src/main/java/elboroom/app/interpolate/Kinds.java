package elboroom.app.interpolate;

import elboroom.app.chart.ChartTheme;
import elboroom.latent.PathKind;
import javafx.scene.paint.Color;

/** What the kinds of ways are called and drawn in. */
final class Kinds {
    /** What a length and a step are counted in. */
    static final String UNIT = "grey levels";

    static final String LENGTH =
            "How far the image moves along the whole way: all its steps added up. A step is the distance of two"
                    + " neighbouring images: the root of their pixels' squared differences added up, a pixel being 0 where"
                    + " it is black and 1 where it is white. One pixel that turns from black to white is a distance of 1; a"
                    + " hundred of them at once are one of 10, the root of 100. The longest step is given in average ones: 1× is"
                    + " a way along which the image changes evenly";

    private Kinds() {}

    static String title(PathKind kind) {
        return switch (kind) {
            case LINE -> "Straight";
            case SLERP -> "Spherical";
            case GEODESIC -> "Geodesic";
        };
    }

    static String explanation(PathKind kind) {
        return switch (kind) {
            case LINE -> "The straight line through latent space, in even steps of z";
            case SLERP ->
                "Along the great circle around the origin: keeps to the distance at which a Gaussian prior of many"
                        + " dimensions has its mass";
            case GEODESIC ->
                "The way along which the decoded image changes least in all, in even changes of the image: the"
                        + " shortest path under the metric JᵀJ, with J the decoder's derivative";
        };
    }

    static int argb(PathKind kind) {
        // Blue, orange and gold: seen on white and on black.
        return ChartTheme.colour(kind == PathKind.GEODESIC ? 4 : kind.ordinal());
    }

    static Color colour(PathKind kind) {
        int argb = argb(kind);
        return Color.rgb(argb >> 16 & 0xFF, argb >> 8 & 0xFF, argb & 0xFF);
    }
}
