package elboroom.app.evidence;

import elboroom.app.concurrent.Engine;
import elboroom.app.explore.ExploreModel;
import elboroom.app.explore.Inspection;
import elboroom.app.explore.MapContent;
import elboroom.app.explore.Scatter;
import elboroom.app.explore.Workspace;
import elboroom.data.ImageSet;
import elboroom.measure.GaussianFit.Step;
import elboroom.measure.Iwae;
import elboroom.measure.Iwae.Rung;
import elboroom.measure.TruePosterior;
import elboroom.measure.Watch;
import elboroom.model.Vae;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * The Evidence tab without its looks: the image that is explored, from a first look at its posterior to the best Gaussian and
 * the ladder of bounds, each shown as soon as it is there. For the thread of the window.
 */
public final class EvidenceModel {
    private static final List<String> STAGES = List.of("look", "climb", "coarse", "near", "ladder");
    /** Squares along a side of the close view, at first and in the end. */
    private static final int COARSE = 48;

    private static final int FINE = 144;
    /** Half the side of what is worked out around the best Gaussian, in its standard deviations. */
    private static final double REACH = 5;

    private static final int LADDER_DRAWS = 20_000;

    private final Source source;
    private final SurveyModel survey;
    private final Executor ui;
    private final ReadOnlyObjectWrapper<@Nullable ImageEvidence> look = new ReadOnlyObjectWrapper<>(this, "look");
    private final ReadOnlyObjectWrapper<@Nullable Climb> climb = new ReadOnlyObjectWrapper<>(this, "climb");
    private final ReadOnlyObjectWrapper<@Nullable TruePosterior> near = new ReadOnlyObjectWrapper<>(this, "near");
    private final ReadOnlyObjectWrapper<List<Rung>> ladder = new ReadOnlyObjectWrapper<>(this, "ladder", List.of());
    private final ReadOnlyIntegerWrapper step = new ReadOnlyIntegerWrapper(this, "step");
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(this, "progress", Double.NaN);
    /** Grows with every subject, so that work on an older one ends. */
    private final AtomicInteger turn = new AtomicInteger();

    private @Nullable Subject subject;
    private boolean shown;
    /** Whether the end of the climb is shown once it has been found. */
    private boolean toEnd;

    /**
     * Follows what is explored.
     *
     * @param engine of this tab alone
     * @param ui runs updates of the window
     */
    public EvidenceModel(Workspace workspace, ExploreModel explore, Engine engine, Executor ui) {
        source = new Source(workspace, explore, engine);
        survey = new SurveyModel(source, ui);
        this.ui = ui;
        explore.stateProperty().addListener(observable -> follow());
        explore.inspectionProperty().addListener(observable -> follow());
    }

    // ---- what there is to see ----

    /** Evidence and ELBO of the image; null until they are known, and for autoencoders. */
    public ReadOnlyObjectProperty<@Nullable ImageEvidence> lookProperty() {
        return look.getReadOnlyProperty();
    }

    /** The way to the best Gaussian; null until it has been found. */
    public ReadOnlyObjectProperty<@Nullable Climb> climbProperty() {
        return climb.getReadOnlyProperty();
    }

    /** log p(z|x) around the best Gaussian; null until it is known. */
    public ReadOnlyObjectProperty<@Nullable TruePosterior> nearProperty() {
        return near.getReadOnlyProperty();
    }

    /** Importance-weighted bounds at rising k; empty until they are known. */
    public ReadOnlyObjectProperty<List<Rung>> ladderProperty() {
        return ladder.getReadOnlyProperty();
    }

    /** The step of the climb that is shown. */
    public ReadOnlyIntegerProperty stepProperty() {
        return step.getReadOnlyProperty();
    }

    /** Share done of what is being worked out of the image; not a number when nothing is. */
    public ReadOnlyDoubleProperty progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /** The evidence of many images. */
    public SurveyModel survey() {
        return survey;
    }

    /** Whether the model has a prior, and so an evidence. */
    public boolean hasEvidence() {
        return !source.explore().model().autoencoder();
    }

    public int latentSize() {
        return source.explore().model().latentSize();
    }

    /** Number of the image in its data; −1 for a drawing. */
    public int image() {
        return Subject.of(source.explore()).image();
    }

    /** The images that can be chosen; null until they have been read. */
    public ReadOnlyObjectProperty<@Nullable ImageSet> imagesProperty() {
        return source.explore().imagesProperty();
    }

    // ---- commands ----

    /** Works from now on, or no longer: only while the tab is shown. */
    public void show(boolean on) {
        shown = on;
        if (on) {
            follow();
        } else if (!Double.isNaN(progress.get())) {
            cancel();
        }
        survey.show(on && survey.isAsked());
    }

    /** Ends what is being worked out. */
    public void cancel() {
        turn.incrementAndGet();
        STAGES.forEach(source::cancel);
        progress.set(Double.NaN);
        subject = null;
    }

    /** Works out what was cancelled. */
    public void resume() {
        follow();
    }

    /** Looks at an image of the data, here and in Explore. */
    public void choose(int image) {
        source.explore().select(image);
    }

    /** Looks at the image whose posterior's mean is nearest to a place of the plane. */
    public void chooseNear(double x, double y) {
        Scatter scatter = source.explore().scatterProperty().get();
        int best = -1;
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < scatter.size(); i++) {
            double distance = Math.hypot(scatter.x()[i] - x, scatter.y()[i] - y);
            if (distance < least) {
                least = distance;
                best = i;
            }
        }
        if (best >= 0 && best != image()) {
            choose(best);
        }
    }

    /** Looks at the next image of a class, the first again after the last. */
    public void chooseNextOf(int label) {
        ImageSet images = imagesProperty().get();
        if (images == null) {
            return;
        }
        for (int i = 1; i <= images.size(); i++) {
            int index = Math.floorMod(Math.max(0, image()) + i, images.size());
            if (images.label(index) == label) {
                choose(index);
                return;
            }
        }
    }

    /** Shows a step of the climb. */
    public void showStep(int index) {
        Climb now = climb.get();
        if (now != null) {
            step.set(Math.max(0, Math.min(now.steps().size() - 1, index)));
        }
    }

    /** Shows the best Gaussian as soon as it has been found. */
    void showEnd() {
        follow();
        Climb now = climb.get();
        toEnd = now == null;
        if (now != null) {
            showStep(now.steps().size() - 1);
        }
    }

    /** The Gaussian that is shown; null while there is none. */
    public @Nullable Step shownStep() {
        Climb now = climb.get();
        return now == null
                ? null
                : now.steps().get(Math.min(step.get(), now.steps().size() - 1));
    }

    private void follow() {
        Subject wanted = Subject.of(source.explore());
        if (!shown || wanted.equals(subject)) {
            return;
        }
        subject = wanted;
        int mine = turn.incrementAndGet();
        STAGES.forEach(source::cancel);
        ladder.set(List.of());
        climb.set(null);
        near.set(null);
        step.set(0);
        toEnd = false;
        if (!hasEvidence()) {
            look.set(null);
            progress.set(Double.NaN);
            return;
        }
        progress.set(0);
        Inspection drawn =
                wanted.image() < 0 ? source.explore().inspectionProperty().get() : null;
        String data = source.explore().dataset().id();
        ask(
                mine,
                "look",
                0,
                (vae, watch) -> {
                    ImageSet images = source.workspace().images(data);
                    int index = Math.min(images.size() - 1, wanted.image());
                    float[] pixels = drawn == null ? images.image(index) : drawn.input();
                    String name = drawn == null ? MapContent.describe(images, index) : "your drawing";
                    return ImageEvidence.of(vae, source.plane(vae), pixels, name, watch);
                },
                known -> {
                    look.set(known);
                    climb(mine, known);
                });
    }

    private void climb(int mine, ImageEvidence image) {
        ask(mine, "climb", 1, (vae, watch) -> Climb.of(vae, image, watch), found -> {
            climb.set(found);
            if (toEnd) {
                showStep(found.steps().size() - 1);
            }
            if (image.isExact()) {
                near(mine, image, found.best(), COARSE);
            } else {
                ladder(mine, image);
            }
        });
    }

    private void near(int mine, ImageEvidence image, Step best, int side) {
        boolean first = side == COARSE;
        double reach = REACH * Math.exp(0.5 * Math.max(best.logVariance()[0], best.logVariance()[1]));
        double x = best.mean()[0];
        double y = best.mean()[1];
        ask(
                mine,
                first ? "coarse" : "near",
                first ? 2 : 3,
                (vae, watch) -> TruePosterior.of(
                        vae,
                        image.pixels(),
                        image.logEvidence(),
                        x - reach,
                        x + reach,
                        y - reach,
                        y + reach,
                        side,
                        side,
                        watch),
                seen -> {
                    near.set(seen);
                    if (first) {
                        near(mine, image, best, FINE);
                    } else {
                        ladder(mine, image);
                    }
                });
    }

    private void ladder(int mine, ImageEvidence image) {
        ask(
                mine,
                "ladder",
                4,
                (vae, watch) -> Iwae.ladder(
                        Iwae.logWeights(
                                vae,
                                image.pixels(),
                                vae.encode(image.pixels(), 1),
                                0,
                                LADDER_DRAWS,
                                new SplittableRandom(2),
                                watch),
                        Iwae.LADDER),
                rungs -> {
                    ladder.set(rungs);
                    progress.set(Double.NaN);
                });
    }

    /** One stage of the work; nobody hears of what came too late. */
    private <T> void ask(int mine, String key, int stage, BiFunction<Vae, Watch, T> work, Consumer<T> delivery) {
        Watch watch = watch(mine, (double) stage / STAGES.size(), (stage + 1.0) / STAGES.size());
        source.engine()
                .<Optional<T>>submit(
                        key,
                        vae -> {
                            try {
                                return Optional.of(work.apply(vae, watch));
                            } catch (CancellationException e) {
                                return Optional.empty();
                            }
                        },
                        result -> result.filter(any -> turn.get() == mine).ifPresent(delivery));
    }

    private Watch watch(int mine, double from, double to) {
        return new Watch() {
            @Override
            public boolean cancelled() {
                return turn.get() != mine;
            }

            @Override
            public void progress(double share) {
                ui.execute(() -> {
                    if (turn.get() == mine && !Double.isNaN(progress.get())) {
                        EvidenceModel.this.progress.set(from + share * (to - from));
                    }
                });
            }
        };
    }
}
