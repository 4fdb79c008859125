package elboroom.app.explore;

import elboroom.app.map.LatentMap;
import elboroom.app.map.MapEllipse;
import elboroom.app.map.MapPoints;
import elboroom.app.widget.Numbers;
import elboroom.data.ImageSet;
import elboroom.data.ImageShape;
import elboroom.raster.Picture;
import elboroom.raster.Pixels;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Puts what is known of a model and its data on a latent map. */
public final class MapContent {
    private MapContent() {}

    public static void points(LatentMap map, Scatter scatter) {
        Colouring colouring = scatter.colouring();
        map.setPoints(
                new MapPoints(scatter.x(), scatter.y(), colouring.labels(), colouring.names(), colouring.palette()));
    }

    /** Hides these classes and no others. */
    public static void hide(LatentMap map, Set<Integer> classes) {
        if (!map.hiddenClasses().equals(classes)) {
            map.hiddenClasses().retainAll(classes);
            map.hiddenClasses().addAll(classes);
        }
    }

    /** Names the axes; the codes of a plain autoencoder, which has no prior, have no unit. */
    public static void axes(LatentMap map, PlaneChoice plane, boolean prior) {
        map.setXLabel(plane.principal() ? "PC 1" : Numbers.latentName(plane.first()));
        map.setYLabel(plane.principal() ? "PC 2" : Numbers.latentName(plane.second()));
        map.setUnit(prior ? "prior standard deviations" : "");
    }

    /** Shows a posterior, or none. */
    public static void posterior(LatentMap map, @Nullable Highlight highlight, MapEllipse.Kind kind) {
        if (highlight == null) {
            map.ellipses().clear();
            return;
        }
        map.ellipses()
                .setAll(List.of(new MapEllipse(
                        highlight.x(),
                        highlight.y(),
                        highlight.varianceX(),
                        highlight.covariance(),
                        highlight.varianceY(),
                        kind)));
    }

    /** Shows the image behind the point that is hovered, with its class and, if it is one, the factor that is the colour. */
    public static void hover(LatentMap map, @Nullable ImageSet set, int index, String colour) {
        if (set == null || index < 0 || index >= set.size()) {
            return;
        }
        int factor = set.factorNames().indexOf(colour);
        String value = factor < 0 ? "" : "\n%s = %s".formatted(colour, Numbers.fixed(set.factor(index, factor), 2));
        map.setHoverContent(picture(set.image(index), set.shape()), describe(set, index) + value);
    }

    private static Picture picture(float[] image, ImageShape shape) {
        return shape.channels() == 3
                ? Pixels.colour(image, shape.width(), shape.height())
                : Pixels.grey(image, shape.width(), shape.height());
    }

    /** Class and number of an image; empty if there is none. */
    public static String describe(@Nullable ImageSet set, int index) {
        if (set == null || index < 0 || index >= set.size()) {
            return "";
        }
        String name = set.classNames().isEmpty() ? "" : set.classNames().get(set.label(index)) + " · ";
        return name + "#" + index;
    }
}
