package elboroom.app.explore;

import elboroom.app.concurrent.Engine;
import elboroom.app.concurrent.WorkQueue;
import elboroom.app.explore.Workspace.DataChoice;
import elboroom.app.explore.Workspace.Encoded;
import elboroom.app.explore.Workspace.ModelChoice;
import elboroom.data.ImageSet;
import elboroom.data.ImageShape;
import elboroom.latent.Projection;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * What follows from the state: everything that the network and the data answer. It looks at what has changed between two
 * states and asks again only for that, so undo needs nothing of its own. Used on the thread of the window; the answers come
 * later, through it.
 */
final class Readings {
    static final int NEIGHBOURS = 5;

    private final Workspace workspace;
    private final Engine engine;
    private final WorkQueue worker;
    private final ReadOnlyObjectWrapper<Scatter> scatter;
    private final ReadOnlyObjectWrapper<@Nullable Decoded> decoded = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Inspection> inspection = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Highlight> highlight = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<List<NeighbourImage>> neighbours = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<String>> colours = new ReadOnlyObjectWrapper<>(List.of(Colouring.CLASS));
    private final EncodedReading reading;
    private final TestSurvey survey;
    private ExploreState state;

    Readings(Workspace workspace, Engine engine, WorkQueue worker, ExploreState initial) {
        this.workspace = workspace;
        this.engine = engine;
        this.worker = worker;
        this.state = initial;
        this.survey = new TestSurvey(workspace, engine, worker);
        reading = new EncodedReading(workspace, engine, worker, "");
        reading.images().addListener((property, was, is) -> readImages(is));
        reading.encoded().addListener((property, was, is) -> encoded(is));
        this.scatter = new ReadOnlyObjectWrapper<>(Scatter.empty(placeholder(initial)));
        openModel();
        loadData();
        decode();
        inspect();
    }

    void follow(ExploreState next) {
        ExploreState last = state;
        state = next;
        boolean model = !last.model().equals(next.model());
        boolean data = model || !last.data().equals(next.data());
        boolean layout = !last.plane().equals(next.plane()) || !Objects.equals(last.colour(), next.colour());
        if (model) {
            openModel();
        }
        if (data) {
            loadData();
        } else if (layout) {
            layOut();
        }
        if (model || !last.latent().equals(next.latent())) {
            decode();
            if (decoded.get() == null) {
                findNeighbours();
            }
        }
        if (data || inspects(last, next)) {
            inspect();
        }
    }

    private static boolean inspects(ExploreState last, ExploreState next) {
        return last.selected() != next.selected()
                || last.drawing() != next.drawing()
                || last.noiseSeed() != next.noiseSeed()
                || (next.drawing() && !last.strokes().equals(next.strokes()));
    }

    private void openModel() {
        ModelChoice model = model();
        decoded.set(null);
        setInspection(null);
        engine.open(model.title(), () -> workspace.open(model.name()));
        survey.follow(model);
    }

    /** Reads the data anew. */
    void reload() {
        loadData();
        inspect();
    }

    private void loadData() {
        scatter.set(Scatter.empty(placeholder(state)));
        colours.set(List.of(Colouring.CLASS));
        neighbours.set(List.of());
        worker.cancel("points");
        reading.load(model(), dataset());
    }

    private void readImages(@Nullable ImageSet read) {
        if (read == null) {
            return;
        }
        colours.set(Colouring.choices(read));
        inspect();
        findNeighbours();
        if (!colour().equals(Colouring.CLASS)) {
            layOut();
        }
    }

    private void encoded(@Nullable Encoded result) {
        if (result != null) {
            layOut();
            findNeighbours();
        }
    }

    private void layOut() {
        Encoded points = reading.encoded().get();
        PlaneChoice plane = state.plane();
        ImageSet set = reading.images().get();
        String colour = colour();
        if (points != null) {
            worker.submit(
                    "points", () -> Scatter.of(points, plane, Colouring.of(points, set, colour)), this::setScatter);
        } else {
            setScatter(Scatter.empty(placeholder(state)));
        }
    }

    private void setScatter(Scatter laidOut) {
        scatter.set(laidOut);
        updateHighlight();
    }

    /** The neighbours come after the picture: it is what the hand waits for, and both at once are slower on two cores. */
    private void decode() {
        double[] z = state.z();
        engine.submitMoment("decode", vae -> Decoded.at(vae, z), picture -> {
            decoded.set(picture.after(decoded.get()));
            findNeighbours();
        });
    }

    private void findNeighbours() {
        Encoded points = reading.encoded().get();
        ImageSet set = reading.images().get();
        if (points == null || set == null) {
            return;
        }
        double[] z = state.z();
        worker.submit("neighbours", () -> NeighbourImage.nearest(points, set, z, NEIGHBOURS), neighbours::set);
    }

    private void inspect() {
        Supplier<float[]> input = input();
        if (input == null) {
            engine.cancel("inspect");
            setInspection(null);
            return;
        }
        long seed = state.noiseSeed();
        engine.submit("inspect", vae -> Inspection.of(vae, input.get(), seed), this::setInspection);
    }

    private @Nullable Supplier<float[]> input() {
        if (state.drawing()) {
            List<Stroke> strokes = state.strokes();
            ImageShape shape = model().shape();
            return strokes.isEmpty() ? null : () -> Drawing.as(shape, strokes);
        }
        ImageSet set = reading.images().get();
        int index = state.selected();
        return set == null || index < 0 || index >= set.size() ? null : () -> set.image(index);
    }

    private void setInspection(@Nullable Inspection result) {
        inspection.set(result);
        updateHighlight();
    }

    private void updateHighlight() {
        Inspection looked = inspection.get();
        Projection projection = scatter.get().projection();
        highlight.set(
                looked == null || looked.posterior().latentSize() != projection.latentSize()
                        ? null
                        : Highlight.of(looked.posterior(), projection));
    }

    /** What the colours of the points say, or will once the images have been read. */
    String colour() {
        return Colouring.effective(colours.get(), state.colour());
    }

    ModelChoice model() {
        return workspace.find(state.model());
    }

    DataChoice dataset() {
        return workspace.data().stream()
                .filter(data -> data.id().equals(state.data()))
                .findFirst()
                .orElseThrow();
    }

    /** A plane to put the marker on before any point is known, when principal components cannot be either. */
    private static Projection placeholder(ExploreState state) {
        int d = state.latent().size();
        PlaneChoice plane = state.plane().principal() ? PlaneChoice.FIRST_TWO : state.plane();
        return Projection.ofDimensions(d, plane.first(), plane.second());
    }

    ReadOnlyObjectProperty<Scatter> scatter() {
        return scatter.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<@Nullable Decoded> decoded() {
        return decoded.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<@Nullable Inspection> inspection() {
        return inspection.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<@Nullable Highlight> highlight() {
        return highlight.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<List<NeighbourImage>> neighbours() {
        return neighbours.getReadOnlyProperty();
    }

    TestSurvey survey() {
        return survey;
    }

    /** The data and what the model encodes it to. */
    EncodedReading data() {
        return reading;
    }

    /** What the colours of the points may say. */
    ReadOnlyObjectProperty<List<String>> colours() {
        return colours.getReadOnlyProperty();
    }
}
