package elboroom.app.explore;

import elboroom.app.concurrent.Engine;
import elboroom.app.concurrent.WorkQueue;
import elboroom.app.explore.Workspace.DataChoice;
import elboroom.app.explore.Workspace.Encoded;
import elboroom.app.explore.Workspace.ModelChoice;
import elboroom.data.ImageSet;
import elboroom.latent.Neighbours;
import elboroom.latent.Projection;
import elboroom.model.Posterior;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    private final ReadOnlyObjectWrapper<@Nullable Typicality> typicality = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable ImageSet> images = new ReadOnlyObjectWrapper<>();
    private final Map<String, Typicality> typicalities = new HashMap<>();
    private @Nullable Encoded encoded;
    private ExploreState state;

    Readings(Workspace workspace, Engine engine, WorkQueue worker, ExploreState initial) {
        this.workspace = workspace;
        this.engine = engine;
        this.worker = worker;
        this.state = initial;
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
        boolean plane = !last.plane().equals(next.plane());
        if (model) {
            openModel();
        }
        if (data) {
            loadData();
        } else if (plane) {
            layOut();
        }
        if (model || !last.latent().equals(next.latent())) {
            decode();
            findNeighbours();
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
        typicality.set(typicalities.get(model.name()));
        engine.open(model.title(), () -> workspace.open(model.name()));
        if (typicality.get() == null) {
            survey(model);
        }
    }

    private void survey(ModelChoice model) {
        Optional<DataChoice> test = workspace.data().stream()
                .filter(data ->
                        data.dataset().equals(model.dataset()) && data.split().equals("test"))
                .findFirst();
        test.ifPresent(data -> worker.submit("survey", () -> workspace.images(data.id()), testImages -> {
            Typicality.Survey survey = new Typicality.Survey(testImages);
            if (model.name().equals(state.model())) {
                engine.submitSteps("survey", survey::progress, survey, result -> {
                    typicalities.put(model.name(), result);
                    typicality.set(result);
                });
            }
        }));
    }

    private void loadData() {
        String model = state.model();
        DataChoice data = data();
        encoded = null;
        scatter.set(Scatter.empty(placeholder(state)));
        images.set(null);
        neighbours.set(List.of());
        engine.cancel("encode");
        worker.cancel("points");
        worker.submit("stored", () -> workspace.stored(model, data.id()), stored -> {
            stored.ifPresent(this::setEncoded);
            readImages(data, stored.isEmpty());
        });
    }

    private void readImages(DataChoice data, boolean encode) {
        String title = data.title() + " " + data.split();
        worker.submitNamed("images", "reading " + title, () -> workspace.images(data.id()), read -> {
            images.set(read);
            inspect();
            findNeighbours();
            if (encode) {
                encode(read, title);
            }
        });
    }

    private void encode(ImageSet read, String title) {
        EncodeAll all = new EncodeAll(read, model().latentSize(), title);
        engine.submitSteps("encode", all::progress, all, posterior -> {
            int[] labels = new int[read.size()];
            for (int i = 0; i < labels.length; i++) {
                labels[i] = read.label(i);
            }
            setEncoded(new Encoded(posterior, labels, read.classNames()));
        });
    }

    private void setEncoded(Encoded result) {
        encoded = result;
        layOut();
        findNeighbours();
    }

    private void layOut() {
        Encoded points = encoded;
        PlaneChoice plane = state.plane();
        if (points != null) {
            worker.submit("points", () -> Scatter.of(points, plane), this::setScatter);
        } else {
            setScatter(Scatter.empty(placeholder(state)));
        }
    }

    private void setScatter(Scatter laidOut) {
        scatter.set(laidOut);
        updateHighlight();
    }

    private void decode() {
        double[] z = state.z();
        engine.submit("decode", vae -> Decoded.at(vae, z), decoded::set);
    }

    private void findNeighbours() {
        Encoded points = encoded;
        ImageSet set = images.get();
        if (points == null || set == null) {
            return;
        }
        double[] z = state.z();
        worker.submit("neighbours", () -> neighbours(points, set, z), neighbours::set);
    }

    private static List<NeighbourImage> neighbours(Encoded points, ImageSet set, double[] z) {
        List<NeighbourImage> found = new ArrayList<>();
        for (Neighbours.Neighbour near : Neighbours.nearest(points.posterior(), z, NEIGHBOURS)) {
            int label = points.labels()[near.index()];
            String name =
                    label < points.classNames().size() ? points.classNames().get(label) : "";
            found.add(new NeighbourImage(near.index(), name, set.image(near.index()), near.distance()));
        }
        return found;
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
            return strokes.isEmpty() ? null : () -> Drawing.asMnist(strokes);
        }
        ImageSet set = images.get();
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
        if (looked == null || looked.posterior().latentSize() != projection.latentSize()) {
            highlight.set(null);
            return;
        }
        Posterior posterior = looked.posterior();
        double[] mean = new double[posterior.latentSize()];
        double[] variance = new double[mean.length];
        for (int j = 0; j < mean.length; j++) {
            mean[j] = posterior.mean(0, j);
            variance[j] = Math.exp(posterior.logVariance(0, j));
        }
        double[] spread = projection.covariance(variance);
        highlight.set(new Highlight(projection.x(mean), projection.y(mean), spread[0], spread[1], spread[2]));
    }

    /** The posterior mean of an image of the data, or null while it is not known. */
    double @Nullable [] meanOf(int index) {
        Encoded points = encoded;
        if (points == null || index < 0 || index >= points.posterior().count()) {
            return null;
        }
        double[] mean = new double[points.posterior().latentSize()];
        for (int j = 0; j < mean.length; j++) {
            mean[j] = points.posterior().mean(index, j);
        }
        return mean;
    }

    ModelChoice model() {
        return workspace.find(state.model());
    }

    DataChoice data() {
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

    ReadOnlyObjectProperty<@Nullable Typicality> typicality() {
        return typicality.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<@Nullable ImageSet> images() {
        return images.getReadOnlyProperty();
    }
}
