package elboroom.app.compare;

import elboroom.app.concurrent.Engine;
import elboroom.app.concurrent.WorkQueue;
import elboroom.app.explore.Layer;
import elboroom.app.explore.PlaneChoice;
import elboroom.app.explore.Workspace;
import elboroom.app.explore.Workspace.DataChoice;
import elboroom.app.explore.Workspace.ModelChoice;
import elboroom.app.map.MapExtent;
import elboroom.app.undo.Timeline;
import elboroom.app.undo.Undo;
import elboroom.data.Dataset;
import elboroom.data.InputException;
import elboroom.model.ModelCard;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import org.jspecify.annotations.Nullable;

/**
 * The Compare tab without its looks: two models, one pointer that moves through both latent spaces, and what each makes of
 * it. Nothing is loaded before {@link #open}. For the thread of the window.
 */
public final class CompareModel {
    private final Workspace workspace;
    private final Pairs pairs;
    private final Consumer<String> messages;
    private final SideModel left;
    private final SideModel right;
    private final Timeline<CompareState> timeline;
    private final ReadOnlyIntegerWrapper hovered = new ReadOnlyIntegerWrapper(this, "hovered", -1);
    private final ReadOnlyIntegerWrapper hoveredSample = new ReadOnlyIntegerWrapper(this, "hoveredSample", -1);
    private boolean open;
    /** While the sides go over to another state. */
    private boolean following;

    /**
     * @param leftEngine of the model on the left
     * @param rightEngine of the model on the right
     * @param worker for everything slow that needs no network
     * @param messages told what the user has to know, one sentence at a time
     * @param initial where to start; the usual pair if it is null or no longer there
     */
    public CompareModel(
            Workspace workspace,
            Engine leftEngine,
            Engine rightEngine,
            WorkQueue worker,
            Consumer<String> messages,
            @Nullable CompareState initial) {
        this.workspace = workspace;
        this.messages = messages;
        pairs = new Pairs(workspace);
        CompareState start = pairs.usable(initial);
        left = new SideModel(Side.LEFT, workspace, leftEngine, worker, start);
        right = new SideModel(Side.RIGHT, workspace, rightEngine, worker, start);
        timeline = new Timeline<>(start, this::follow);
    }

    /** Loads both models, unless it has been done before: the tab is shown. */
    public void open() {
        if (!open) {
            open = true;
            DataChoice data = dataset();
            left.open(state(), data);
            right.open(state(), data);
        }
    }

    private void follow(CompareState next) {
        DataChoice data = pairs.data(next.data());
        following = true;
        try {
            left.follow(next, data);
            right.follow(next, data);
        } finally {
            following = false;
        }
    }

    // ---- what there is to see ----

    public ReadOnlyObjectProperty<CompareState> stateProperty() {
        return timeline.stateProperty();
    }

    /** The state now; ahead of {@link #stateProperty} while what follows from it is being renewed. */
    public CompareState state() {
        return timeline.present();
    }

    public SideModel side(Side side) {
        return side == Side.LEFT ? left : right;
    }

    public List<ModelChoice> models() {
        return workspace.models();
    }

    /** The data that both models can encode. */
    public List<DataChoice> data() {
        return pairs.dataFor(state());
    }

    public DataChoice dataset() {
        return pairs.data(state().data());
    }

    /** What a side's model was measured to be worth; empty if it has not been. */
    public Optional<ModelCard.Figures> figures(Side side) {
        return workspace.figures(side(side).model().name());
    }

    /** Whether every z of one model is a z of the other: then a sample lies at one place of both maps. */
    public boolean sameSpace() {
        return left.model().latentSize() == right.model().latentSize()
                && state().left().plane().equals(state().right().plane())
                && !state().left().plane().principal();
    }

    /** The image under the pointer on either map, to be shown on both; -1 for none. */
    public ReadOnlyIntegerProperty hoveredProperty() {
        return hovered.getReadOnlyProperty();
    }

    /** The sample from the prior under the pointer, to be shown on both maps; -1 for none. */
    public ReadOnlyIntegerProperty hoveredSampleProperty() {
        return hoveredSample.getReadOnlyProperty();
    }

    /** The steps that can be taken back. */
    public Undo steps() {
        return timeline;
    }

    // ---- commands ----

    /** A plain autoencoder beside a VAE that differs in nothing else. */
    CompareState usualPair() {
        return pairs.usual();
    }

    /** Puts a plain autoencoder beside a VAE that differs in nothing else. */
    public void openUsualPair() {
        CompareState usual = pairs.usual();
        if (!usual.left().model().equals(state().left().model())
                || !usual.right().model().equals(state().right().model())) {
            timeline.change(usual, null);
        }
    }

    /** Puts two models side by side, by name or folder. */
    public void openPair(String leftModel, String rightModel) {
        choose(() -> pairs.pair(leftModel, rightModel));
    }

    /** Goes to a state that was made elsewhere, such as a step of a tour. */
    public void open(CompareState elsewhere) {
        timeline.change(pairs.usable(elsewhere), null);
    }

    /** @throws InputException if a state that was made elsewhere cannot be shown as it is */
    void check(CompareState elsewhere) {
        pairs.check(elsewhere);
    }

    /** Shows another model on one side. */
    public void chooseModel(Side side, String name) {
        if (!name.equals(state().side(side).model())) {
            choose(() -> pairs.withModel(state(), side, name));
        }
    }

    /** Encodes other data by both. */
    public void chooseData(String id) {
        if (data().stream().anyMatch(data -> data.id().equals(id))) {
            timeline.change(state().withData(id), null);
        }
    }

    /** Forgets the steps that showed data which is gone; what is shown now is none of it. */
    public void dropSteps(Dataset gone) {
        timeline.drop(state -> gone.isSplit(state.data()));
    }

    private void choose(Supplier<CompareState> choice) {
        CompareState next;
        try {
            next = choice.get();
        } catch (InputException e) {
            messages.accept(String.valueOf(e.getMessage()));
            return;
        }
        timeline.change(next, null);
    }

    /** Swaps the sides. */
    public void swap() {
        timeline.change(state().swapped(), null);
    }

    public void choosePlane(Side side, PlaneChoice plane) {
        if (plane.fits(side(side).model().latentSize())) {
            timeline.change(state().with(side, new SideChoice(state().side(side).model(), plane)), null);
        }
    }

    /** Moves the pointer to a place on both maps; latent coordinates across the maps' planes are held. */
    public void moveTo(double x, double y) {
        if (Double.isFinite(x) && Double.isFinite(y)) {
            timeline.change(state().at(x, y), "marker");
        }
    }

    /** Looks at an image of the data through both models and puts the pointer on its code in one of them; -1 looks at none. */
    public void select(Side side, int index) {
        CompareState next = state().select(index);
        double[] mean = side(side).meanOf(index);
        if (mean != null) {
            next = next.at(
                    side(side).projection().x(mean), side(side).projection().y(mean));
        }
        // The press before the click has moved the pointer: one gesture, one step of undo.
        timeline.change(next, "marker");
        endGesture();
    }

    /** Puts the pointer on a sample from the prior, if it lies at one place of both maps. */
    public void moveToSample(int index) {
        PriorSamples drawn = left.samplesProperty().get();
        if (drawn != null && sameSpace() && left.model().latentSize() == 2) {
            double[] z = drawn.z(index);
            timeline.change(state().at(left.projection().x(z), left.projection().y(z)), null);
        }
    }

    /** Draws other samples from the prior. */
    public void newSamples() {
        timeline.change(state().withSeed(state().seed() + 1), null);
    }

    public void chooseAxes(Axes axes) {
        timeline.change(state().on(axes), null);
    }

    public void showLayer(Layer layer, boolean on) {
        timeline.change(state().show(layer.switched(state().layers(), on)), null);
    }

    public void hideClasses(Set<Integer> classes) {
        timeline.change(state().hide(classes), null);
    }

    /** Remembers what part of the plane a map shows, and with linked axes the other, too. Looking around is no step of undo. */
    public void look(Side side, @Nullable MapExtent view) {
        if (following) {
            // Nobody has moved a map: one that is between two models has fitted itself to what it still has.
            return;
        }
        timeline.amend(state().axes().linked() ? state().look(view) : state().look(side, view));
    }

    /** Tells which image is under the pointer; -1 for none. */
    public void hover(int index) {
        hovered.set(index);
    }

    /** Tells which sample from the prior is under the pointer; -1 for none. */
    public void hoverSample(int index) {
        hoveredSample.set(index);
    }

    /** A gesture, such as a drag, is over: what follows is another step of undo. */
    public void endGesture() {
        timeline.endGesture();
    }
}
