package elboroom.app.explore;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import elboroom.app.map.MapExtent;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * All that can be explored, as one immutable value: undo, the window remembered at the next start and a shared view are all
 * this record. It is written as JSON as it stands.
 *
 * @param model name in the store
 * @param data id of the data set, such as {@code mnist-test}
 * @param plane shown by the map
 * @param latent the marker's place, all dimensions of z
 * @param selected index of the selected input, -1 for none
 * @param drawing whether the user's drawing is looked at in place of the selected input
 * @param strokes of the user's drawing
 * @param noiseSeed of the noise ε behind the stochastic reconstruction
 * @param colour what the points' colours say, see {@link Colouring}; null for what is usual for the data
 * @param hidden classes, or ranges of the factor that colours say, that the map leaves out
 * @param layers of the map that are on
 * @param view part of the plane that is seen, or null for all of it
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ExploreState(
        String model,
        String data,
        PlaneChoice plane,
        List<Double> latent,
        int selected,
        boolean drawing,
        List<Stroke> strokes,
        long noiseSeed,
        @Nullable String colour,
        Set<Integer> hidden,
        Set<Layer> layers,
        @Nullable MapExtent view) {
    private static final Set<Layer> USUAL_LAYERS = EnumSet.of(Layer.POINTS, Layer.ELLIPSES, Layer.PRIOR);

    public ExploreState {
        Objects.requireNonNull(model, "model");
        Objects.requireNonNull(data, "data");
        Objects.requireNonNull(plane, "plane");
        latent = List.copyOf(latent);
        strokes = List.copyOf(strokes);
        hidden = Collections.unmodifiableSet(new TreeSet<>(hidden));
        view = view != null && view.fits() ? view : null;
        EnumSet<Layer> on = EnumSet.noneOf(Layer.class);
        on.addAll(layers);
        layers = Collections.unmodifiableSet(on);
    }

    /** The origin of a model's latent space, nothing selected, all classes shown. */
    public static ExploreState start(String model, String data, int latentSize) {
        return new ExploreState(
                model,
                data,
                latentSize > 2 ? PlaneChoice.PRINCIPAL : PlaneChoice.FIRST_TWO,
                Collections.nCopies(latentSize, 0.0),
                -1,
                false,
                List.of(),
                0,
                null,
                Set.of(),
                USUAL_LAYERS,
                null);
    }

    /** The marker's place as an array of its own. */
    double[] z() {
        return latent.stream().mapToDouble(Double::doubleValue).toArray();
    }

    ExploreState at(double[] z) {
        List<Double> values = Arrays.stream(z).boxed().toList();
        return new ExploreState(
                model, data, plane, values, selected, drawing, strokes, noiseSeed, colour, hidden, layers, view);
    }

    ExploreState on(PlaneChoice newPlane) {
        return new ExploreState(
                model, data, newPlane, latent, selected, drawing, strokes, noiseSeed, colour, hidden, layers, null);
    }

    ExploreState withData(String newData) {
        return new ExploreState(
                model, newData, plane, latent, -1, drawing, strokes, noiseSeed, null, Set.of(), layers, null);
    }

    ExploreState select(int index) {
        return new ExploreState(
                model, data, plane, latent, index, false, strokes, noiseSeed, colour, hidden, layers, view);
    }

    ExploreState draw(List<Stroke> newStrokes) {
        return new ExploreState(
                model, data, plane, latent, selected, true, newStrokes, noiseSeed, colour, hidden, layers, view);
    }

    ExploreState drawing(boolean isDrawing) {
        return new ExploreState(
                model, data, plane, latent, selected, isDrawing, strokes, noiseSeed, colour, hidden, layers, view);
    }

    ExploreState withNoise(long seed) {
        return new ExploreState(
                model, data, plane, latent, selected, drawing, strokes, seed, colour, hidden, layers, view);
    }

    ExploreState hide(Set<Integer> classes) {
        return new ExploreState(
                model, data, plane, latent, selected, drawing, strokes, noiseSeed, colour, classes, layers, view);
    }

    /** Other colours group the points otherwise, so what was hidden means nothing any more. */
    ExploreState colour(@Nullable String newColour) {
        return new ExploreState(
                model, data, plane, latent, selected, drawing, strokes, noiseSeed, newColour, Set.of(), layers, view);
    }

    ExploreState show(Set<Layer> newLayers) {
        return new ExploreState(
                model, data, plane, latent, selected, drawing, strokes, noiseSeed, colour, hidden, newLayers, view);
    }

    /** The same with that part of the plane in view. */
    public ExploreState look(@Nullable MapExtent newView) {
        return new ExploreState(
                model, data, plane, latent, selected, drawing, strokes, noiseSeed, colour, hidden, layers, newView);
    }
}
