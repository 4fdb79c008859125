package elboroom.app.explore;

import elboroom.app.concurrent.Engine;
import elboroom.app.concurrent.WorkQueue;
import elboroom.app.explore.Workspace.DataChoice;
import elboroom.app.explore.Workspace.ModelChoice;
import elboroom.app.map.MapExtent;
import elboroom.app.undo.Timeline;
import elboroom.app.undo.Undo;
import elboroom.data.Dataset;
import elboroom.data.ImageSet;
import elboroom.data.InputException;
import elboroom.latent.Projection;
import elboroom.model.Vae;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/**
 * The Explore tab without its looks: properties to read, then commands. Pointer, sliders and keys all go through the same
 * commands and are all shown from the same state, so they cannot disagree. For the thread of the window.
 */
public final class ExploreModel {
    private final Workspace workspace;
    private final Pairing pairing;
    private final Engine engine;
    private final Consumer<String> messages;
    private final Timeline<ExploreState> timeline;
    private final Readings readings;
    private final ObservableValue<String> note;

    /**
     * @param engine that the model is opened and asked on
     * @param worker for everything slow that needs no network
     * @param messages told what the user has to know, one sentence at a time
     * @param initial where to start; parts of it that no longer exist are replaced
     */
    public ExploreModel(
            Workspace workspace,
            Engine engine,
            WorkQueue worker,
            Consumer<String> messages,
            @Nullable ExploreState initial) {
        this.workspace = workspace;
        this.pairing = new Pairing(workspace);
        this.engine = engine;
        this.messages = messages;
        ExploreState start = StateRepair.usable(workspace, initial, messages);
        readings = new Readings(workspace, engine, worker, start);
        timeline = new Timeline<>(start, readings::follow);
        note = Bindings.createStringBinding(() -> pairing.note(state()), timeline.stateProperty());
    }

    // ---- what there is to see ----

    public ReadOnlyObjectProperty<ExploreState> stateProperty() {
        return timeline.stateProperty();
    }

    /** The state now; ahead of {@link #stateProperty} while the readings that follow from it are being renewed. */
    public ExploreState state() {
        return timeline.present();
    }

    public List<ModelChoice> models() {
        return workspace.models();
    }

    public List<DataChoice> data() {
        return workspace.data();
    }

    public ModelChoice model() {
        return readings.model();
    }

    public DataChoice dataset() {
        return readings.dataset();
    }

    /** The data on the plane of the map; empty while it is read or encoded. */
    public ReadOnlyObjectProperty<Scatter> scatterProperty() {
        return readings.scatter();
    }

    /** The marker's coordinate to the right on the map. */
    public double markerX() {
        return projection().x(state().z());
    }

    /** The marker's coordinate upwards on the map. */
    public double markerY() {
        return projection().y(state().z());
    }

    private Projection projection() {
        return readings.scatter().get().projection();
    }

    /** What is decoded at the marker; null until the engine is ready. */
    public ReadOnlyObjectProperty<@Nullable Decoded> decodedProperty() {
        return readings.decoded();
    }

    /** The selected input, or the drawing, seen through the model; null when there is none. */
    public ReadOnlyObjectProperty<@Nullable Inspection> inspectionProperty() {
        return readings.inspection();
    }

    /** The posterior of what is inspected, on the plane of the map. */
    public ReadOnlyObjectProperty<@Nullable Highlight> highlightProperty() {
        return readings.highlight();
    }

    /** The images of the data nearest to the marker, nearest first. */
    public ReadOnlyObjectProperty<List<NeighbourImage>> neighboursProperty() {
        return readings.neighbours();
    }

    /** What the test images are worth to the model, to compare an input with. */
    public TestSurvey survey() {
        return readings.survey();
    }

    /** The images behind the points; null until they have been read. */
    public ReadOnlyObjectProperty<@Nullable ImageSet> imagesProperty() {
        return readings.data().images();
    }

    /** Whether the images could not be read. */
    public ReadOnlyBooleanProperty imagesFailedProperty() {
        return readings.data().imagesFailed();
    }

    /** Whether the model is there to be asked. */
    public ReadOnlyObjectProperty<Engine.State> engineProperty() {
        return engine.stateProperty();
    }

    /** What the colours of the points may say: the class and, where they are known, the generating factors. */
    public ReadOnlyObjectProperty<List<String>> coloursProperty() {
        return readings.colours();
    }

    /** What the colours of the points say now. */
    public String colour() {
        return readings.colour();
    }

    /** A remark when the data is not what the model was trained on, empty otherwise. */
    public ObservableValue<String> noteProperty() {
        return note;
    }

    /** The steps that can be taken back. */
    public Undo steps() {
        return timeline;
    }

    // ---- commands ----

    /** Moves the marker on the map; latent coordinates across the map's plane are held. */
    public void moveTo(double x, double y) {
        timeline.change(state().at(projection().lift(x, y, state().z())), "marker");
    }

    /** Sets one latent coordinate of the marker, from 0. */
    public void setLatent(int dimension, double value) {
        if (!Double.isFinite(value)) {
            return;
        }
        double[] z = state().z();
        z[dimension] = value;
        timeline.change(state().at(z), "latent " + dimension);
    }

    /** Puts the marker on the origin, the mean of the prior. */
    public void reset() {
        timeline.change(state().at(new double[state().latent().size()]), null);
    }

    /** Looks at an image of the data and puts the marker on its posterior mean; -1 looks at none. */
    public void select(int index) {
        ExploreState next = state().select(index);
        double[] mean = readings.data().meanOf(index);
        // The press before the click has moved the marker: one gesture, one step of undo.
        timeline.change(mean == null ? next : next.at(mean), "marker");
        endGesture();
    }

    /** Replaces the drawing and looks at it. */
    public void draw(List<Stroke> strokes) {
        timeline.change(state().draw(strokes), "stroke");
    }

    /** Looks at the drawing, or back at the selected input. */
    public void showDrawing(boolean drawing) {
        timeline.change(state().drawing(drawing), null);
    }

    /** Draws a fresh noise ε for the stochastic reconstruction. */
    public void newNoise() {
        timeline.change(state().withNoise(state().noiseSeed() + 1), null);
    }

    public void choosePlane(PlaneChoice plane) {
        if (plane.fits(state().latent().size())) {
            timeline.change(state().on(plane), null);
        }
    }

    public void hideClasses(Set<Integer> classes) {
        timeline.change(state().hide(classes), null);
    }

    public void showLayer(Layer layer, boolean on) {
        timeline.change(state().show(layer.switched(state().layers(), on)), null);
    }

    /** Remembers what part of the map is seen. Looking around is no step of its own in undo. */
    public void look(@Nullable MapExtent view) {
        timeline.amend(state().look(view));
    }

    /** Opens another model, by name or folder, with the split of the data that it was trained on. */
    public void chooseModel(String name) {
        if (!name.equals(state().model())) {
            choose(() -> pairing.withModel(state(), name));
        }
    }

    /** Shows other data, if the model takes images of its shape. */
    public void chooseData(String id) {
        if (!id.equals(state().data())) {
            choose(() -> pairing.withData(state(), id));
        }
    }

    /** Shows data that was opened just now, anew if it is what is shown already. */
    public void showData(String id) {
        if (id.equals(state().data())) {
            timeline.change(state().withData(id), null);
            readings.reload();
        }
        chooseData(id);
    }

    /** Forgets the steps that showed data which is gone; what is shown now is none of it. */
    public void dropSteps(Dataset gone) {
        timeline.drop(state -> gone.isSplit(state.data()));
    }

    private void choose(Supplier<ExploreState> choice) {
        ExploreState next;
        try {
            next = choice.get();
        } catch (InputException e) {
            messages.accept(String.valueOf(e.getMessage()));
            return;
        }
        timeline.change(next, null);
    }

    /** Colours the points by their class or by a factor, one of {@link #coloursProperty}. */
    public void chooseColour(String colour) {
        if (!colour.equals(colour())) {
            timeline.change(state().colour(colour), null);
        }
    }

    /** Goes to a state that was made elsewhere, such as a step of a tour. */
    public void open(ExploreState elsewhere) {
        timeline.change(StateRepair.usable(workspace, elsewhere, messages), null);
    }

    /** A gesture, such as a drag, is over: what follows is another step of undo. */
    public void endGesture() {
        timeline.endGesture();
    }

    /** Decodes points (x, y) of the map's plane, for the mosaic; {@code delivery} gets the pixels, [count][D]. */
    public void decodeGrid(double[] x, double[] y, Consumer<float[]> delivery) {
        GridDecoding grid = new GridDecoding(projection(), state().z(), x, y);
        engine.submitSteps("mosaic", () -> "decoding the mosaic", (Vae vae) -> grid.apply(vae), delivery);
    }
}
