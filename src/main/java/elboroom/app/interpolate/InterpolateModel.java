package elboroom.app.interpolate;

import elboroom.app.concurrent.Engine;
import elboroom.app.explore.ExploreModel;
import elboroom.app.explore.MapContent;
import elboroom.app.explore.Stroke;
import elboroom.app.explore.Workspace;
import elboroom.app.undo.Timeline;
import elboroom.app.undo.Undo;
import elboroom.data.Dataset;
import elboroom.data.ImageSet;
import elboroom.latent.PathKind;
import elboroom.latent.Projection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * The Interpolate tab without its looks: stops, the ways between them, and how far one has walked. Follows the model and the
 * data that are explored while it is shown, on an engine of its own; its steps can be taken back. For the thread of the
 * window.
 */
public final class InterpolateModel {
    private final Workspace workspace;
    private final ExploreModel explore;
    private final Engine engine;
    private final WaysModel ways;
    private final AttributeModel attribute;
    private final Timeline<InterpolateState> timeline;
    private final ReadOnlyObjectWrapper<Trip> trip = new ReadOnlyObjectWrapper<>(this, "trip", Trip.NONE);
    private final ReadOnlyObjectWrapper<PathKind> kind = new ReadOnlyObjectWrapper<>(this, "kind", PathKind.GEODESIC);
    private final ReadOnlyDoubleWrapper position = new ReadOnlyDoubleWrapper(this, "position");
    private final ReadOnlyIntegerWrapper held = new ReadOnlyIntegerWrapper(this, "held", -1);
    private boolean shown;
    /** Of which model and data the engine and all that is worked out are; null before the tab is first shown. */
    private @Nullable InterpolateState opened;
    /** While a step that is taken back chooses model and data. */
    private boolean restoring;

    /**
     * Follows what is explored while it is shown.
     *
     * @param engine of this tab alone
     * @param ui runs updates of the window
     */
    public InterpolateModel(Workspace workspace, ExploreModel explore, Engine engine, Executor ui) {
        this.workspace = workspace;
        this.explore = explore;
        this.engine = engine;
        ways = new WaysModel(engine, ui);
        attribute = new AttributeModel(workspace, engine);
        timeline = new Timeline<>(
                new InterpolateState(explore.state().model(), explore.state().data(), Trip.NONE, kind.get()),
                this::become);
        explore.stateProperty().addListener(observable -> follow());
        explore.imagesProperty().addListener(observable -> follow());
    }

    // ---- what there is to see ----

    ExploreModel explored() {
        return explore;
    }

    ReadOnlyObjectProperty<Trip> tripProperty() {
        return trip.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Map<PathKind, Way>> waysProperty() {
        return ways.waysProperty();
    }

    /** How far the search for the geodesic is, from 0 to 1; not a number when none is looked for. */
    ReadOnlyDoubleProperty progressProperty() {
        return ways.progressProperty();
    }

    /** Whether the geodesic is not looked for, though no more than a coarse one is known. */
    boolean isCancelled() {
        return ways.isCancelled();
    }

    /** The kind of way that is walked along. */
    ReadOnlyObjectProperty<PathKind> kindProperty() {
        return kind.getReadOnlyProperty();
    }

    /** How far along it, from 0 to 1. */
    ReadOnlyDoubleProperty positionProperty() {
        return position.getReadOnlyProperty();
    }

    /** The stop that the next press on the map puts there; −1 if such a press walks. */
    ReadOnlyIntegerProperty heldProperty() {
        return held.getReadOnlyProperty();
    }

    /** The classes whose difference is an attribute, as far as they are chosen. */
    ReadOnlyObjectProperty<AttributeModel.Classes> attributeClassesProperty() {
        return attribute.classesProperty();
    }

    ReadOnlyObjectProperty<@Nullable Attribute> attributeProperty() {
        return attribute.attributeProperty();
    }

    /** How far the trip goes from A along the attribute; 0 if it goes elsewhere. */
    double attributeAmount() {
        return attribute.amount(trip.get());
    }

    /** The way that is walked along, if it is known. */
    @Nullable
    Way way() {
        Way chosen = waysProperty().get().get(kind.get());
        return chosen == null ? waysProperty().get().get(PathKind.LINE) : chosen;
    }

    /** The point of a way that one stands at. */
    int frame(Way way) {
        return (int) Math.round(position.get() * (way.count() - 1));
    }

    /** From latent space to the plane of the map. */
    Projection plane() {
        return explore.scatterProperty().get().projection();
    }

    /** The steps that can be taken back: stops, ways, and which model and data they are of. */
    Undo steps() {
        return timeline;
    }

    /** What is drawn at a stop; nothing if it is something else. */
    List<Stroke> strokes(int stop) {
        List<Stop> stops = trip.get().stops();
        return stop >= 0 && stop < stops.size() ? stops.get(stop).strokes() : List.of();
    }

    // ---- commands ----

    /** Works from now on, or no longer: only while the tab is shown. */
    public void show(boolean on) {
        shown = on;
        if (!on) {
            ways.pause();
        }
        follow();
    }

    /** Ends the search for the geodesic. */
    void cancel() {
        ways.cancel();
    }

    /** Looks for the geodesic whose search was cancelled. */
    void again() {
        ways.again();
    }

    /** Takes a trip that was made elsewhere. */
    void go(Trip elsewhere) {
        held.set(-1);
        set(elsewhere, null);
    }

    void choose(PathKind wanted) {
        timeline.change(timeline.present().with(wanted), null);
    }

    /** @param share of the way, from 0 to 1 */
    void walkTo(double share) {
        position.set(share >= 0 ? Math.min(1, share) : 0);
    }

    /** Takes a stop into the hand, or lets go of it. */
    void hold(int stop) {
        take(held.get() == stop ? -1 : stop);
    }

    /** Takes a stop into the hand, in place of another; −1, or one that is not there, for none. */
    void take(int stop) {
        held.set(stop >= 0 && stop < trip.get().stops().size() ? stop : -1);
    }

    /** A press or drag on the map: puts the stop in the hand there, or walks to the nearest point of the way. */
    void point(double x, double y) {
        int stop = held.get();
        if (stop >= 0) {
            Trip now = trip.get();
            double[] before = now.stops().get(stop).isPlaced()
                    ? now.stops().get(stop).latent()
                    : new double[explore.model().latentSize()];
            put(stop, Stop.place(plane().lift(x, y, before), "a place"), "place");
        } else {
            walkNear(x, y);
        }
    }

    private void walkNear(double x, double y) {
        Way way = way();
        if (way == null) {
            return;
        }
        Projection plane = plane();
        int nearest = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < way.count(); i++) {
            double[] z = way.path().point(i);
            double distance = Math.hypot(plane.x(z) - x, plane.y(z) - y);
            if (distance < least) {
                least = distance;
                nearest = i;
            }
        }
        walkTo(nearest / (way.count() - 1.0));
    }

    /** A click on an input: the stop in the hand is put there. */
    void pick(int image) {
        if (held.get() >= 0) {
            putImage(held.get(), image);
        }
    }

    void putImage(int stop, int image) {
        // The press before the click has put it at a place: one gesture, one step of undo.
        put(stop, Stop.image(image, MapContent.describe(images(), image)), "place");
        endGesture();
    }

    /** Puts a stop where the marker of Explore is. */
    void putExplored(int stop) {
        double[] z = explore.state().latent().stream()
                .mapToDouble(Double::doubleValue)
                .toArray();
        put(stop, Stop.place(z, "from Explore"), null);
    }

    /** Puts a stop on a drawing, at each move of the pen. */
    void draw(int stop, List<Stroke> strokes) {
        put(stop, Stop.drawn(strokes), "stroke");
    }

    /**
     * Puts a stop on what the words name: the next input of a class, or that of a number such as "123" or "#123".
     *
     * @return what is wrong with the words, or empty
     */
    String putNamed(int stop, String words) {
        ImageSet images = images();
        if (images == null) {
            return "The images are still being read";
        }
        String wanted = words.strip();
        int found = Inputs.named(images, wanted, trip.get().stops().get(stop).image());
        if (found < 0) {
            return "“%s” is no class and no number from #0 to #%d".formatted(wanted, images.size() - 1);
        }
        putImage(stop, found);
        return "";
    }

    void addStop() {
        ImageSet images = images();
        int stops = trip.get().stops().size();
        if (images != null && stops < Trip.MOST_STOPS) {
            putImage(stops, Inputs.usual(images, stops));
        }
    }

    /** The next change starts a new step of undo. */
    void endGesture() {
        timeline.endGesture();
    }

    /** Forgets the steps that showed data which is gone; what is shown now is none of it. */
    public void dropSteps(Dataset gone) {
        timeline.drop(state -> gone.isSplit(state.data()));
    }

    void removeStop(int stop) {
        if (trip.get().stops().size() > 2) {
            held.set(-1);
            set(trip.get().without(stop), null);
        }
    }

    void close(boolean on) {
        set(trip.get().closed(on), null);
    }

    /** Measures what sets one class apart from another, of this model and of those that are looked at later. */
    void chooseAttribute(AttributeModel.Classes classes) {
        attribute.choose(classes);
        measureAttribute();
    }

    private void measureAttribute() {
        ImageSet images = images();
        if (images != null && opened != null) {
            attribute.measure(opened.model(), explore.dataset(), images);
        }
    }

    /** Goes from A along the attribute, {@code amount} times from one class's mean to the other's, as far as that may go. */
    void followAttribute(double amount) {
        Trip along = attribute.along(trip.get(), amount);
        if (along != null) {
            set(along, "attribute");
        }
    }

    private void put(int stop, Stop where, @Nullable String gesture) {
        set(trip.get().with(stop, where), gesture == null ? null : gesture + stop);
    }

    private void set(Trip next, @Nullable String gesture) {
        timeline.change(timeline.present().with(next), gesture);
    }

    // ---- what follows from the state ----

    /** Follows what is explored. */
    private void follow() {
        if (!shown || restoring) {
            return;
        }
        InterpolateState now = timeline.present();
        String model = explore.state().model();
        String data = explore.state().data();
        if (opened == null) {
            timeline.amend(now.of(model, data));
            become(timeline.present());
        } else if (now.isOf(model, data)) {
            work();
        } else {
            timeline.change(now.of(model, data), null);
        }
    }

    private void become(InterpolateState next) {
        if (!next.isOf(explore.state().model(), explore.state().data())) {
            restoring = true;
            explore.chooseModel(next.model());
            explore.chooseData(next.data());
            restoring = false;
        }
        InterpolateState before = opened;
        if (before == null || !next.isOf(before.model(), before.data())) {
            ways.forget();
            attribute.forget();
            if (before == null || !next.data().equals(before.data())) {
                attribute.choose(AttributeModel.Classes.NONE);
            }
            position.set(0);
            engine.open(explore.model().title(), () -> workspace.open(next.model()));
        }
        opened = next;
        kind.set(next.kind());
        trip.set(next.trip());
        if (held.get() >= next.trip().stops().size()) {
            held.set(-1);
        }
        work();
    }

    private void work() {
        Trip now = trip.get();
        ImageSet images = images();
        measureAttribute();
        if (now.stops().size() >= 2 && (now.isPlaced() || images != null)) {
            ways.find(now, images, placed -> timeline.amend(timeline.present().with(placed)));
        } else if (images != null && images.size() > 1) {
            Trip first = Trip.NONE;
            for (int stop = 0; stop < 2; stop++) {
                int image = Inputs.usual(images, stop);
                first = first.with(stop, Stop.image(image, MapContent.describe(images, image)));
            }
            timeline.amend(timeline.present().with(first));
        }
    }

    /** Those of the data that are shown; null while they are read. */
    private @Nullable ImageSet images() {
        ImageSet images = explore.imagesProperty().get();
        return images != null && images.id().equals(timeline.present().data()) ? images : null;
    }
}
