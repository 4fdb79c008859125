package elboroom.app.evidence;

import elboroom.app.concurrent.Stages;
import elboroom.app.concurrent.Stages.Row;
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
import java.util.SplittableRandom;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * What is worked out of one image, in stages of which each is shown as soon as it is there: its evidence, the climb to the
 * best Gaussian, its posterior close by, the ladder of bounds. For the thread of the window.
 */
final class ImageWork {
    /** Look, climb, coarse and fine close view, ladder. */
    private static final int STAGES = 5;

    /** Squares along a side of the close view, at first and in the end. */
    private static final int COARSE = 64;

    private static final int FINE = 192;
    /** Of what is worked out around the best Gaussian, how much is to be seen at first. In a map that is not square, more is. */
    static final double SHOWN = 0.6;

    /** Half the side of what is worked out around the best Gaussian, in its standard deviations: more than is seen at first. */
    private static final double REACH = 4 / SHOWN;

    private static final int LADDER_DRAWS = 20_000;

    private final Source source;
    private final Stages stages;
    private final ReadOnlyObjectWrapper<@Nullable ImageEvidence> look = new ReadOnlyObjectWrapper<>(this, "look");
    /** Whose evidence is known. */
    private @Nullable Subject looked;

    private final ReadOnlyObjectWrapper<@Nullable Climb> climb = new ReadOnlyObjectWrapper<>(this, "climb");
    private final ReadOnlyObjectWrapper<@Nullable TruePosterior> near = new ReadOnlyObjectWrapper<>(this, "near");
    private final ReadOnlyObjectWrapper<List<Rung>> ladder = new ReadOnlyObjectWrapper<>(this, "ladder", List.of());

    ImageWork(Source source, Executor ui) {
        this.source = source;
        stages = new Stages(ui);
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
        return stages.progressProperty();
    }

    /** Ends it; what is known stays. */
    void cancel() {
        stages.cancel();
    }

    /** Forgets what is known, too. */
    void forget() {
        restart();
        looked = null;
        look.set(null);
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
        Row row = stages.begin();
        if (found == null) {
            climb(row, image);
        } else if (!image.isExact() || (seen != null && seen.columns() == FINE)) {
            ladder(row, image);
        } else {
            near(row, image, found.best(), seen == null ? COARSE : FINE);
        }
    }

    /** Begins with an image; the last one's evidence stays to be seen until this one's is known. */
    void start(Subject wanted) {
        Row row = restart();
        Inspection drawn =
                wanted.image() < 0 ? source.explore().inspectionProperty().get() : null;
        String data = source.explore().dataset().id();
        ask(
                row,
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
                    climb(row, known);
                });
    }

    private Row restart() {
        Row row = stages.begin();
        ladder.set(List.of());
        climb.set(null);
        near.set(null);
        return row;
    }

    private void climb(Row row, ImageEvidence image) {
        ask(row, "climb", 1, (vae, watch) -> Climb.of(vae, image, watch), found -> {
            climb.set(found);
            if (image.isExact()) {
                near(row, image, found.best(), COARSE);
            } else {
                ladder(row, image);
            }
        });
    }

    private void near(Row row, ImageEvidence image, Step best, int side) {
        boolean first = side == COARSE;
        double reach = REACH * Math.exp(0.5 * Math.max(best.logVariance()[0], best.logVariance()[1]));
        double x = best.mean()[0];
        double y = best.mean()[1];
        ask(
                row,
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
                        near(row, image, best, FINE);
                    } else {
                        ladder(row, image);
                    }
                });
    }

    private void ladder(Row row, ImageEvidence image) {
        ask(
                row,
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
                    row.finish();
                });
    }

    private <T> void ask(Row row, String key, int stage, BiFunction<Vae, Watch, T> work, Consumer<T> delivery) {
        row.run(source.engine(), key, (double) stage / STAGES, (stage + 1.0) / STAGES, work, delivery);
    }
}
