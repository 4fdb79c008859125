package elboroom.app.map;

import elboroom.raster.Bounds;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.Executor;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;

/** The points of the map, those of them that are not hidden, where they lie, and which is nearest to a place. */
final class ShownPoints {
    /**
     * Least that a fitted map shows, in units of z. The means of a collapsed model all but coincide; enlarged until they
     * fill the map they would look like structure.
     */
    static final double LEAST_SPAN = 2;

    private final Executor worker;
    private final Runnable indexed;
    private MapPoints points = MapPoints.NONE;
    private Bounds bounds = Bounds.PRIOR;
    private boolean[] hidden = {};
    private @Nullable PointIndex index;

    /** @param indexed called on the JavaFX thread once points can be found */
    ShownPoints(Executor worker, Runnable indexed) {
        this.worker = worker;
        this.indexed = indexed;
    }

    void set(MapPoints now) {
        points = now;
        bounds = Bounds.of(now.x(), now.y()).atLeast(LEAST_SPAN);
        index = null;
        worker.execute(() -> {
            PointIndex built = PointIndex.of(now);
            Platform.runLater(() -> {
                if (points == now) {
                    index = built;
                    indexed.run();
                }
            });
        });
    }

    void hide(Set<Integer> classes) {
        int last = classes.stream().mapToInt(Integer::intValue).max().orElse(-1);
        boolean[] mask = new boolean[last + 1];
        classes.forEach(label -> mask[label] = true);
        hidden = mask;
    }

    /** Whether each class is left out; not changed afterwards. */
    boolean[] hidden() {
        return hidden;
    }

    /** Around all points, hidden or not. */
    Bounds bounds() {
        return bounds;
    }

    /** Around the points that are not hidden; around all if none is left. */
    Bounds shownBounds() {
        float[] x = new float[points.count()];
        float[] y = new float[points.count()];
        int shown = 0;
        for (int i = 0; i < x.length; i++) {
            if (!isHidden(points.labels()[i])) {
                x[shown] = points.x()[i];
                y[shown++] = points.y()[i];
            }
        }
        return shown == 0 || shown == x.length
                ? bounds
                : Bounds.of(Arrays.copyOf(x, shown), Arrays.copyOf(y, shown)).atLeast(LEAST_SPAN);
    }

    private boolean isHidden(int label) {
        return label < hidden.length && hidden[label];
    }

    @Nullable
    PointIndex index() {
        return index;
    }

    /** Index of the point nearest to a latent place and not hidden, −1 if none is within reach or known yet. */
    int nearest(double x, double y, double reach) {
        PointIndex search = index;
        return search == null ? -1 : search.nearest().nearest(x, y, reach, hidden);
    }
}
