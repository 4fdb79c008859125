package elboroom.app.compare;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import elboroom.app.explore.Layer;
import elboroom.app.map.MapExtent;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * All that is chosen in the Compare tab, as one immutable value: undo and the window remembered at the next start are this
 * record, written as JSON as it stands.
 *
 * @param left model and plane
 * @param right model and plane
 * @param data id of the data set that both encode, such as {@code mnist-test}
 * @param x the pointer's coordinate to the right, on both maps
 * @param y the pointer's coordinate upwards, on both maps
 * @param selected index of the image that both reconstruct, -1 for none
 * @param seed of the samples from the prior
 * @param axes how the axes of the maps go together
 * @param layers of the maps that are on
 * @param hidden classes that the maps leave out
 * @param view part of the plane that both maps show, or null for all; of no use while the axes are not linked
 * @param apart what each map shows of its own plane while they are not
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record CompareState(
        SideChoice left,
        SideChoice right,
        String data,
        double x,
        double y,
        int selected,
        long seed,
        Axes axes,
        Set<Layer> layers,
        Set<Integer> hidden,
        @Nullable MapExtent view,
        Apart apart) {
    private static final Set<Layer> USUAL_LAYERS = EnumSet.of(Layer.POINTS, Layer.ELLIPSES, Layer.PRIOR);

    public CompareState {
        Objects.requireNonNull(left, "left");
        Objects.requireNonNull(right, "right");
        Objects.requireNonNull(data, "data");
        Objects.requireNonNull(axes, "axes");
        view = view != null && view.fits() ? view : null;
        // What was stored before these were kept has none.
        apart = apart == null ? Apart.NONE : apart;
        EnumSet<Layer> on = EnumSet.noneOf(Layer.class);
        on.addAll(layers);
        layers = Collections.unmodifiableSet(on);
        hidden = Collections.unmodifiableSet(new TreeSet<>(hidden));
    }

    /**
     * Parts of two planes.
     *
     * @param left that the left map shows, or null for all
     * @param right that the right map shows, or null for all
     */
    public record Apart(@Nullable MapExtent left, @Nullable MapExtent right) {
        static final Apart NONE = new Apart(null, null);

        public Apart {
            left = left != null && left.fits() ? left : null;
            right = right != null && right.fits() ? right : null;
        }

        @Nullable
        MapExtent of(Side side) {
            return side == Side.LEFT ? left : right;
        }

        Apart with(Side side, @Nullable MapExtent view) {
            return side == Side.LEFT ? new Apart(view, right) : new Apart(left, view);
        }
    }

    /** The pointer on the origin, nothing selected, all classes shown at one scale. */
    static CompareState start(SideChoice left, SideChoice right, String data) {
        return new CompareState(left, right, data, 0, 0, -1, 0, Axes.SAME, USUAL_LAYERS, Set.of(), null, Apart.NONE);
    }

    public SideChoice side(Side side) {
        return side == Side.LEFT ? left : right;
    }

    /** The map on that side shows all again where it goes by itself. */
    CompareState with(Side side, SideChoice choice) {
        Apart views = apart.with(side, null);
        return side == Side.LEFT
                ? new CompareState(choice, right, data, x, y, selected, seed, axes, layers, hidden, view, views)
                : new CompareState(left, choice, data, x, y, selected, seed, axes, layers, hidden, view, views);
    }

    /** Each side's choice and view on the other side. */
    CompareState swapped() {
        Apart views = new Apart(apart.right(), apart.left());
        return new CompareState(right, left, data, x, y, selected, seed, axes, layers, hidden, view, views);
    }

    /** Other data has other images and other classes. */
    CompareState withData(String newData) {
        return newData.equals(data)
                ? this
                : new CompareState(left, right, newData, x, y, -1, seed, axes, layers, Set.of(), null, Apart.NONE);
    }

    CompareState at(double newX, double newY) {
        return new CompareState(left, right, data, newX, newY, selected, seed, axes, layers, hidden, view, apart);
    }

    CompareState select(int index) {
        return new CompareState(left, right, data, x, y, index, seed, axes, layers, hidden, view, apart);
    }

    CompareState withSeed(long newSeed) {
        return new CompareState(left, right, data, x, y, selected, newSeed, axes, layers, hidden, view, apart);
    }

    /** Axes put together otherwise show all again. */
    CompareState on(Axes newAxes) {
        return new CompareState(left, right, data, x, y, selected, seed, newAxes, layers, hidden, null, Apart.NONE);
    }

    CompareState show(Set<Layer> newLayers) {
        return new CompareState(left, right, data, x, y, selected, seed, axes, newLayers, hidden, view, apart);
    }

    CompareState hide(Set<Integer> classes) {
        return new CompareState(left, right, data, x, y, selected, seed, axes, layers, classes, view, apart);
    }

    CompareState look(@Nullable MapExtent newView) {
        return new CompareState(left, right, data, x, y, selected, seed, axes, layers, hidden, newView, apart);
    }

    CompareState look(Side side, @Nullable MapExtent newView) {
        Apart views = apart.with(side, newView);
        return new CompareState(left, right, data, x, y, selected, seed, axes, layers, hidden, view, views);
    }

    /** What the map on a side shows of its plane; null for all. */
    @Nullable
    MapExtent seen(Side side) {
        return axes.linked() ? view : apart.of(side);
    }
}
