package elboroom.app.interpolate;

import elboroom.app.concurrent.Engine;
import elboroom.app.explore.ExploreModel;
import elboroom.app.explore.ExploreState;
import elboroom.app.explore.MapContent;
import elboroom.app.explore.Workspace;
import elboroom.data.ImageSet;
import elboroom.latent.PathKind;
import elboroom.latent.Projection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * The Interpolate tab without its looks: stops, the ways between them, and how far one has walked. Follows the model and the
 * data that are explored while it is shown, on an engine of its own. For the thread of the window.
 */
public final class InterpolateModel {
    private final Workspace workspace;
    private final ExploreModel explore;
    private final Engine engine;
    private final WaysModel ways;
    private final AttributeModel attribute;
    private final ReadOnlyObjectWrapper<Trip> trip =
            new ReadOnlyObjectWrapper<>(this, "trip", new Trip(List.of(), false));
    private final ReadOnlyObjectWrapper<PathKind> kind = new ReadOnlyObjectWrapper<>(this, "kind", PathKind.GEODESIC);
    private final ReadOnlyDoubleWrapper position = new ReadOnlyDoubleWrapper(this, "position");
    private final ReadOnlyIntegerWrapper held = new ReadOnlyIntegerWrapper(this, "held", -1);
    private boolean shown;
    /** Model and data of the trip. */
    private @Nullable String model;

    private @Nullable String data;

    /** @param engine of this tab alone */
    public InterpolateModel(Workspace workspace, ExploreModel explore, Engine engine) {
        this.workspace = workspace;
        this.explore = explore;
        this.engine = engine;
        ways = new WaysModel(engine);
        attribute = new AttributeModel(workspace, engine);
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

    /** Whether the geodesic is still looked for. */
    ReadOnlyBooleanProperty searchingProperty() {
        return ways.searchingProperty();
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

    ReadOnlyObjectProperty<@Nullable Attribute> attributeProperty() {
        return attribute.attributeProperty();
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

    // ---- commands ----

    /** Works from now on, or no longer: only while the tab is shown. */
    public void show(boolean on) {
        shown = on;
        if (!on) {
            ways.pause();
        }
        follow();
        if (on && ways.searchingProperty().get()) {
            set(trip.get());
        }
    }

    void choose(PathKind wanted) {
        kind.set(wanted);
    }

    /** @param share of the way, from 0 to 1 */
    void walkTo(double share) {
        position.set(Math.max(0, Math.min(1, share)));
    }

    /** Takes a stop into the hand, or lets go of it. */
    void hold(int stop) {
        held.set(held.get() == stop ? -1 : stop);
    }

    /** A press or drag on the map: puts the stop in the hand there, or walks to the nearest point of the way. */
    void point(double x, double y) {
        int stop = held.get();
        if (stop >= 0) {
            Trip now = trip.get();
            double[] before = now.stops().get(stop).isPlaced()
                    ? now.stops().get(stop).latent()
                    : new double[explore.model().latentSize()];
            put(stop, Stop.place(plane().lift(x, y, before), "a place"));
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
        put(stop, Stop.image(image, MapContent.describe(explore.imagesProperty().get(), image)));
    }

    /** Puts a stop where the marker of Explore is, say on a digit drawn there. */
    void putExplored(int stop) {
        double[] z = explore.state().latent().stream()
                .mapToDouble(Double::doubleValue)
                .toArray();
        put(stop, Stop.place(z, "from Explore"));
    }

    /**
     * Puts a stop on what the words name: the first input of a class, or that of a number such as "123" or "#123".
     *
     * @return what is wrong with the words, or empty
     */
    String putNamed(int stop, String words) {
        ImageSet images = explore.imagesProperty().get();
        if (images == null) {
            return "The images are still being read";
        }
        String wanted = words.strip();
        List<String> classes = images.classNames();
        for (int label = 0; label < classes.size(); label++) {
            if (classes.get(label).toLowerCase(Locale.ROOT).equals(wanted.toLowerCase(Locale.ROOT))) {
                int first = first(images, label);
                if (first >= 0) {
                    putImage(stop, first);
                    return "";
                }
            }
        }
        try {
            int index = Integer.parseInt(wanted.startsWith("#") ? wanted.substring(1) : wanted);
            if (index >= 0 && index < images.size()) {
                putImage(stop, index);
                return "";
            }
        } catch (NumberFormatException e) {
            // Said below, as is a number beyond the last.
        }
        return "“%s” is no class and no number from #0 to #%d".formatted(wanted, images.size() - 1);
    }

    void addStop() {
        ImageSet images = explore.imagesProperty().get();
        int stops = trip.get().stops().size();
        if (images != null && stops < Trip.MOST_STOPS) {
            putImage(stops, usual(images, stops));
        }
    }

    void removeStop(int stop) {
        if (trip.get().stops().size() > 2) {
            held.set(-1);
            set(trip.get().without(stop));
        }
    }

    void close(boolean on) {
        set(trip.get().closed(on));
    }

    /** Measures what sets class {@code with} apart from class {@code without}. */
    void measureAttribute(int with, int without) {
        ImageSet images = explore.imagesProperty().get();
        if (images != null && with != without) {
            attribute.measure(explore.state().model(), explore.dataset(), images, with, without);
        }
    }

    /** Goes from A along the attribute, {@code amount} times from one class's mean to the other's. */
    void followAttribute(double amount) {
        Attribute known = attributeProperty().get();
        Trip now = trip.get();
        if (known != null && !now.stops().isEmpty() && now.stops().get(0).isPlaced()) {
            double[] z = now.stops().get(0).latent();
            for (int j = 0; j < z.length; j++) {
                z[j] += amount * known.direction().vector()[j];
            }
            String words = "A %+.1f · (%s − %s)"
                    .formatted(amount, known.with(), known.without())
                    .replace('-', '−');
            set(new Trip(List.of(now.stops().get(0), Stop.place(z, words)), false));
        }
    }

    private void put(int stop, Stop where) {
        set(trip.get().with(stop, where));
    }

    private void set(Trip next) {
        trip.set(next);
        if (shown && next.stops().size() >= 2) {
            ways.find(next, explore.imagesProperty().get(), trip::set);
        }
    }

    private void follow() {
        if (!shown) {
            return;
        }
        ExploreState state = explore.state();
        ImageSet images = explore.imagesProperty().get();
        if (!state.model().equals(model) || !state.data().equals(data)) {
            model = state.model();
            data = state.data();
            ways.forget();
            attribute.forget();
            held.set(-1);
            trip.set(new Trip(List.of(), false));
            position.set(0);
            String name = state.model();
            engine.open(explore.model().title(), () -> workspace.open(name));
        }
        if (images != null && images.size() > 1 && trip.get().stops().isEmpty() && Objects.equals(data, images.id())) {
            set(new Trip(List.of(), false)
                    .with(0, Stop.image(usual(images, 0), MapContent.describe(images, usual(images, 0))))
                    .with(1, Stop.image(usual(images, 1), MapContent.describe(images, usual(images, 1)))));
        }
    }

    /** An input for a new stop: of another class than the ones before, as far as there are some. */
    private static int usual(ImageSet images, int stop) {
        int classes = images.classNames().size();
        // A step that reaches all classes, and first a 7 and a 0 where they are digits.
        int step = classes % 3 == 0 ? 1 : 3;
        int found = classes < 2 ? -1 : first(images, (7 + step * stop) % classes);
        return found >= 0 ? found : Math.min(stop, images.size() - 1);
    }

    private static int first(ImageSet images, int label) {
        for (int i = 0; i < images.size(); i++) {
            if (images.label(i) == label) {
                return i;
            }
        }
        return -1;
    }
}
