package elboroom.app.compare;

import elboroom.app.concurrent.Engine;
import elboroom.app.concurrent.WorkQueue;
import elboroom.app.explore.Colouring;
import elboroom.app.explore.Decoded;
import elboroom.app.explore.EncodedReading;
import elboroom.app.explore.GridDecoding;
import elboroom.app.explore.Highlight;
import elboroom.app.explore.Inspection;
import elboroom.app.explore.PlaneChoice;
import elboroom.app.explore.Scatter;
import elboroom.app.explore.Workspace;
import elboroom.app.explore.Workspace.DataChoice;
import elboroom.app.explore.Workspace.Encoded;
import elboroom.app.explore.Workspace.ModelChoice;
import elboroom.data.ImageSet;
import elboroom.latent.Projection;
import elboroom.measure.CodeSpread;
import elboroom.model.Vae;
import java.util.Arrays;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * What one of the two models answers: it looks at what has changed between two states and asks its engine again only for
 * that. Used on the thread of the window; the answers come later, through it.
 */
public final class SideModel {
    /** Of the draws of z behind the distortion of the selected image. */
    private static final long NOISE_SEED = 0;

    private final Side side;
    private final Workspace workspace;
    private final Engine engine;
    private final WorkQueue worker;
    private final EncodedReading reading;
    private final ReadOnlyObjectWrapper<Scatter> scatter;
    private final ReadOnlyObjectWrapper<@Nullable Decoded> decoded = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable PriorSamples> samples = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Inspection> inspection = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable CodeSpread> spread = new ReadOnlyObjectWrapper<>();
    private ModelChoice model;
    private CompareState state;
    private boolean open;
    private double @Nullable [] asked;

    SideModel(Side side, Workspace workspace, Engine engine, WorkQueue worker, CompareState initial) {
        this.side = side;
        this.workspace = workspace;
        this.engine = engine;
        this.worker = worker;
        state = initial;
        model = workspace.find(choice().model());
        reading = new EncodedReading(workspace, engine, worker, "compare-" + side.prefix());
        scatter = new ReadOnlyObjectWrapper<>(Scatter.empty(placeholder()));
        reading.images().addListener((property, was, is) -> readImages(is));
        reading.encoded().addListener((property, was, is) -> layOut());
    }

    /** Opens the model and asks for everything; until then nothing is loaded. */
    void open(CompareState now, DataChoice data) {
        open = true;
        state = now;
        openModel();
        load(data);
    }

    void follow(CompareState next, DataChoice data) {
        CompareState last = state;
        state = next;
        boolean newModel = !last.side(side).model().equals(choice().model());
        if (newModel) {
            model = workspace.find(choice().model());
        }
        if (!open) {
            scatter.set(Scatter.empty(placeholder()));
            return;
        }
        if (newModel) {
            openModel();
        }
        if (newModel || !last.data().equals(next.data())) {
            load(data);
        } else if (!last.side(side).plane().equals(choice().plane())) {
            layOut();
        }
        if (last.seed() != next.seed()) {
            sample();
        }
        if (last.selected() != next.selected()) {
            inspect();
        }
        decode();
    }

    private void openModel() {
        asked = null;
        decoded.set(null);
        samples.set(null);
        inspection.set(null);
        engine.open(model.title(), () -> workspace.open(model.name()));
        sample();
    }

    private void load(DataChoice data) {
        spread.set(null);
        inspection.set(null);
        worker.cancel(key("points"));
        // First, as whoever hears of the map's plane may ask for the code across it.
        reading.load(model, data);
        scatter.set(Scatter.empty(placeholder()));
        decode();
    }

    private void readImages(@Nullable ImageSet read) {
        if (read != null) {
            inspect();
            layOut();
        }
    }

    private void layOut() {
        Encoded points = reading.encoded().get();
        if (points == null) {
            return;
        }
        PlaneChoice plane = choice().plane();
        ImageSet set = reading.images().get();
        String colour = colour();
        worker.submit(key("points"), () -> Scatter.of(points, plane, Colouring.of(points, set, colour)), laidOut -> {
            scatter.set(laidOut);
            // Principal components, and what is held across the plane, are known only now.
            decode();
        });
        worker.submit(
                key("spread"),
                () -> CodeSpread.of(
                        points.posterior(), points.labels(), points.classNames().size()),
                spread::set);
    }

    private String key(String work) {
        return "compare-" + side.prefix() + work;
    }

    /** What the colours of the points say. */
    String colour() {
        ImageSet set = reading.images().get();
        return set == null ? Colouring.CLASS : Colouring.effective(Colouring.choices(set), null);
    }

    private void decode() {
        double[] z = z();
        if (!Arrays.equals(z, asked)) {
            asked = z;
            engine.submitMoment(
                    "decode", vae -> Decoded.at(vae, z), picture -> decoded.set(picture.after(decoded.get())));
        }
    }

    private void sample() {
        long seed = state.seed();
        engine.submit("samples", vae -> PriorSamples.of(vae, seed), samples::set);
    }

    private void inspect() {
        ImageSet set = reading.images().get();
        int index = state.selected();
        if (set == null || index < 0 || index >= set.size()) {
            engine.cancel("inspect");
            inspection.set(null);
            return;
        }
        engine.submit("inspect", vae -> Inspection.of(vae, set.image(index), NOISE_SEED), inspection::set);
    }

    /** Decodes a grid of points of the map's plane, for the mosaic; see {@link GridDecoding}. */
    public void decodeGrid(double[] x, double[] y, Consumer<float[]> delivery) {
        GridDecoding grid = new GridDecoding(projection(), held(), x, y);
        engine.submitSteps("mosaic", () -> "decoding the mosaic", (Vae vae) -> grid.apply(vae), delivery);
    }

    /** The pointer's z in this model's latent space: its two coordinates on the map's plane, the others held. */
    public double[] z() {
        return projection().lift(state.x(), state.y(), held());
    }

    /** Across the plane: the code of the selected image, or the origin, the mean of the prior. */
    private double[] held() {
        double[] mean = reading.meanOf(state.selected());
        return mean == null ? new double[model.latentSize()] : mean;
    }

    Projection projection() {
        return scatter.get().projection();
    }

    /** A plane to put the pointer on before any point is known, when principal components cannot be either. */
    private Projection placeholder() {
        PlaneChoice plane = choice().plane().principal() ? PlaneChoice.FIRST_TWO : choice().plane();
        return Projection.ofDimensions(model.latentSize(), plane.first(), plane.second());
    }

    private SideChoice choice() {
        return state.side(side);
    }

    double @Nullable [] meanOf(int index) {
        return reading.meanOf(index);
    }

    /** The posterior of the selected image on the plane of the map; null where there is none. */
    public @Nullable Highlight highlight() {
        Inspection looked = inspection.get();
        return looked == null || looked.posterior().latentSize() != projection().latentSize()
                ? null
                : Highlight.of(looked.posterior(), projection());
    }

    public Side side() {
        return side;
    }

    public ModelChoice model() {
        return model;
    }

    /** The data on the plane of the map; empty while it is read or encoded. */
    public ReadOnlyObjectProperty<Scatter> scatterProperty() {
        return scatter.getReadOnlyProperty();
    }

    /** What is decoded at the pointer; null until the engine is ready. */
    public ReadOnlyObjectProperty<@Nullable Decoded> decodedProperty() {
        return decoded.getReadOnlyProperty();
    }

    /** New images from the prior; null until the engine is ready. */
    public ReadOnlyObjectProperty<@Nullable PriorSamples> samplesProperty() {
        return samples.getReadOnlyProperty();
    }

    /** The selected image seen through the model; null when there is none. */
    public ReadOnlyObjectProperty<@Nullable Inspection> inspectionProperty() {
        return inspection.getReadOnlyProperty();
    }

    /** How far the codes lie about; null until they are known. */
    public ReadOnlyObjectProperty<@Nullable CodeSpread> spreadProperty() {
        return spread.getReadOnlyProperty();
    }

    /** The images behind the points; null until they have been read. */
    public ReadOnlyObjectProperty<@Nullable ImageSet> imagesProperty() {
        return reading.images();
    }

    /** Whether the model is there to be asked. */
    public ReadOnlyObjectProperty<Engine.State> engineProperty() {
        return engine.stateProperty();
    }
}
