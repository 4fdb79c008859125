package elboroom.app.evidence;

import elboroom.app.explore.Inspection;
import elboroom.app.explore.MapContent;
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
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * What is worked out of one image, in stages of which each is shown as soon as it is there: its evidence, the climb to the
 * best Gaussian, its posterior close by, the ladder of bounds. For the thread of the window.
 */
final class ImageWork {
    private static final List<String> STAGES = List.of("look", "climb", "coarse", "near", "ladder");
    /** Squares along a side of the close view, at first and in the end. */
    private static final int COARSE = 64;

    private static final int FINE = 192;
    /** Half the side of what is worked out around the best Gaussian, in its standard deviations: more than is seen at first. */
    private static final double REACH = 4 / PosteriorPane.SHOWN;

    private static final int LADDER_DRAWS = 20_000;

    private final Source source;
    private final Executor ui;
    private final ReadOnlyObjectWrapper<@Nullable ImageEvidence> look = new ReadOnlyObjectWrapper<>(this, "look");
    /** Whose evidence is known. */
    private @Nullable Subject looked;

    private final ReadOnlyObjectWrapper<@Nullable Climb> climb = new ReadOnlyObjectWrapper<>(this, "climb");
    private final ReadOnlyObjectWrapper<@Nullable TruePosterior> near = new ReadOnlyObjectWrapper<>(this, "near");
    private final ReadOnlyObjectWrapper<List<Rung>> ladder = new ReadOnlyObjectWrapper<>(this, "ladder", List.of());
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(this, "progress", Double.NaN);
    /** Grows with every image, so that work on an older one ends. */
    private final AtomicInteger turn = new AtomicInteger();

    ImageWork(Source source, Executor ui) {
        this.source = source;
        this.ui = ui;
    }

    /** Evidence and ELBO; null until they are known. */
    ReadOnlyObjectProperty<@Nullable ImageEvidence> lookProperty() {
        return look.getReadOnlyProperty();
    }

    /** The way to the best Gaussian; null until it has been found. */
    ReadOnlyObjectProperty<@Nullable Climb> climbProperty() {
        return climb.getReadOnlyProperty();
    }

    /** log p(z|x) around the best Gaussian; null until it is known. */
    ReadOnlyObjectProperty<@Nullable TruePosterior> nearProperty() {
        return near.getReadOnlyProperty();
    }

    /** Importance-weighted bounds at rising k; empty until they are known. */
    ReadOnlyObjectProperty<List<Rung>> ladderProperty() {
        return ladder.getReadOnlyProperty();
    }

    /** Share done; not a number when nothing is being worked out. */
    ReadOnlyDoubleProperty progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /** Ends it; what is known stays. */
    void cancel() {
        turn.incrementAndGet();
        STAGES.forEach(source::cancel);
        progress.set(Double.NaN);
    }

    /** Forgets what is known, too. */
    void forget() {
        begin();
        looked = null;
        look.set(null);
        progress.set(Double.NaN);
    }

    /** Works out what is missing of an image: all of it, unless it is the one of which {@link #cancel} left something. */
    void resume(Subject wanted) {
        ImageEvidence image = look.get();
        Climb found = climb.get();
        TruePosterior seen = near.get();
        if (image == null || !wanted.equals(looked)) {
            start(wanted);
            return;
        }
        int mine = turn.incrementAndGet();
        STAGES.forEach(source::cancel);
        progress.set(0);
        if (found == null) {
            climb(mine, image);
        } else if (!image.isExact() || (seen != null && seen.columns() == FINE)) {
            ladder(mine, image);
        } else {
            near(mine, image, found.best(), seen == null ? COARSE : FINE);
        }
    }

    /** Begins with an image; the last one's evidence stays to be seen until this one's is known. */
    void start(Subject wanted) {
        int mine = begin();
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
                    looked = wanted;
                    look.set(known);
                    climb(mine, known);
                });
    }

    private int begin() {
        int mine = turn.incrementAndGet();
        STAGES.forEach(source::cancel);
        ladder.set(List.of());
        climb.set(null);
        near.set(null);
        return mine;
    }

    private void climb(int mine, ImageEvidence image) {
        ask(mine, "climb", 1, (vae, watch) -> Climb.of(vae, image, watch), found -> {
            climb.set(found);
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
                        ImageWork.this.progress.set(from + share * (to - from));
                    }
                });
            }
        };
    }
}
