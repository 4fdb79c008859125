package elboroom.app.trick;

import elboroom.app.concurrent.Engine;
import elboroom.app.explore.ExploreModel;
import elboroom.app.explore.Workspace;
import elboroom.app.explore.Workspace.ModelChoice;
import elboroom.data.ImageSet;
import elboroom.measure.GradientEstimators;
import elboroom.measure.Watch;
import elboroom.model.Posterior;
import elboroom.model.Vae;
import elboroom.model.layer.LayeredNetwork;
import elboroom.model.layer.LayeredVae;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * How much estimates of the gradient vary over draws of the noise, on one minibatch: measured while somebody looks, and
 * growing. For the thread of the window.
 */
public final class VarianceModel {
    /** Images of the minibatch: the first of the data. */
    static final int BATCH = 128;
    /** Draws in all; the standard error of a variance is then a twentieth of it. */
    static final int DRAWS = 1_000;
    /** Draws at a time, a fifth of a second; over so many goes an image's own average. */
    static final int CHUNK = 50;

    private static final int KEPT = 8;

    private final Workspace workspace;
    private final ExploreModel explore;
    private final Engine engine;
    private final Executor ui;
    private final Map<Subject, GradientEstimators> known = new LinkedHashMap<>();
    private final ReadOnlyObjectWrapper<@Nullable GradientEstimators> estimates =
            new ReadOnlyObjectWrapper<>(this, "estimates");
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(this, "progress", Double.NaN);
    private final ReadOnlyObjectWrapper<Weights> weights =
            new ReadOnlyObjectWrapper<>(this, "weights", Weights.TRAINED);
    /** Grows with every measurement, so that an older one ends. */
    private final AtomicInteger turn = new AtomicInteger();

    private boolean active;

    private record Subject(String model, String data, Weights weights) {}

    /** @param engine of this alone */
    VarianceModel(Workspace workspace, ExploreModel explore, Engine engine, Executor ui) {
        this.workspace = workspace;
        this.explore = explore;
        this.engine = engine;
        this.ui = ui;
        explore.imagesProperty().addListener(observable -> begin());
        explore.stateProperty().addListener((observable, was, is) -> {
            if (!was.model().equals(is.model()) || !was.data().equals(is.data())) {
                begin();
            }
        });
    }

    // ---- what there is to see ----

    /** What has been measured by now; null before the first draws. */
    public ReadOnlyObjectProperty<@Nullable GradientEstimators> estimatesProperty() {
        return estimates.getReadOnlyProperty();
    }

    /** Share of {@value #DRAWS} draws that is done; not a number when nothing is being measured. */
    public ReadOnlyDoubleProperty progressProperty() {
        return progress.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Weights> weightsProperty() {
        return weights.getReadOnlyProperty();
    }

    // ---- commands ----

    /** Measures from now on, or no longer. */
    void activate(boolean on) {
        active = on;
        if (on) {
            begin();
        } else {
            cancel();
        }
    }

    public void choose(Weights wanted) {
        weights.set(wanted);
        begin();
    }

    /** Ends what is being measured; what there is stays. */
    public void cancel() {
        turn.incrementAndGet();
        engine.cancel("variance");
        progress.set(Double.NaN);
    }

    /** Goes on where {@link #cancel} ended it. */
    public void again() {
        begin();
    }

    private void begin() {
        cancel();
        Subject subject = new Subject(explore.state().model(), explore.state().data(), weights.get());
        GradientEstimators before = known.get(subject);
        estimates.set(before);
        ImageSet images = explore.imagesProperty().get();
        ModelChoice model = explore.model();
        if (!active || images == null || model.autoencoder() || (before != null && before.draws() >= DRAWS)) {
            return;
        }
        open(model, subject);
        progress.set(before == null ? 0 : (double) before.draws() / DRAWS);
        engine.submitSteps(
                "variance",
                () -> "drawing noise for gradients",
                new Growing(subject, images, before, turn.get()),
                all -> {
                    estimates.set(all);
                    progress.set(Double.NaN);
                });
    }

    private void open(ModelChoice model, Subject subject) {
        String name = subject.model() + " " + subject.weights();
        engine.keepOpen(
                name,
                model.title(),
                () -> subject.weights() == Weights.TRAINED
                        ? workspace.open(model.name())
                        : new LayeredVae(LayeredNetwork.initial(workspace.config(model.name()))));
    }

    private void grown(Subject subject, GradientEstimators all, int mine) {
        if (turn.get() == mine) {
            known.remove(subject);
            known.put(subject, all);
            if (known.size() > KEPT) {
                known.remove(known.keySet().iterator().next());
            }
            progress.set((double) all.draws() / DRAWS);
            estimates.set(all);
        }
    }

    /** Some draws a step, until there are enough. On the engine's thread. */
    private final class Growing implements Function<Vae, Optional<GradientEstimators>> {
        private final Subject subject;
        private final float[] pixels;
        private final int count;
        private final int mine;
        private @Nullable Posterior posterior;
        private @Nullable GradientEstimators all;

        Growing(Subject subject, ImageSet images, @Nullable GradientEstimators before, int mine) {
            this.subject = subject;
            this.mine = mine;
            all = before;
            count = Math.min(BATCH, images.size());
            pixels = images.images(0, count);
        }

        @Override
        public Optional<GradientEstimators> apply(Vae vae) {
            Posterior q = posterior == null ? vae.encode(pixels, count) : posterior;
            posterior = q;
            GradientEstimators sofar = all;
            int done = sofar == null ? 0 : sofar.draws();
            Watch watch = () -> turn.get() != mine;
            GradientEstimators more;
            try {
                more = GradientEstimators.of(vae, pixels, q, CHUNK, done, watch);
            } catch (CancellationException e) {
                // Nobody waits for it any more, so this is not asked again either.
                return Optional.empty();
            }
            GradientEstimators both = sofar == null ? more : sofar.and(more);
            all = both;
            ui.execute(() -> grown(subject, both, mine));
            return both.draws() >= DRAWS ? Optional.of(both) : Optional.empty();
        }
    }
}
