package elboroom.app.geometry;

import elboroom.app.map.Heat;
import elboroom.raster.Bounds;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Fills a map from coarse to fine: each level is there to be seen while the next one is worked out. */
final class FieldWork {
    /** Cells along the shorter side of each level. */
    static final List<Integer> LEVELS = List.of(20, 40, 80, 160);

    private final Jobs jobs;
    private final String key;
    private final List<Integer> levels;
    private final Consumer<Field> delivery;
    private @Nullable Bounds place;
    private boolean complete;

    /** @param levels cells along the shorter side, from coarse to fine */
    FieldWork(Jobs jobs, String key, List<Integer> levels, Consumer<Field> delivery) {
        this.levels = levels;
        this.jobs = jobs;
        this.key = key;
        this.delivery = delivery;
    }

    /** Begins anew, unless this is the part of the plane that it is or was at. */
    void fill(Bounds wanted, int count, PointSteps.Quantities quantities) {
        if (!wanted.equals(place)) {
            place = wanted;
            complete = false;
            level(0, wanted, count, quantities);
        }
    }

    /** Ends it; if it was not complete, the next call begins anew. */
    void stop() {
        jobs.cancel(key);
        if (!complete) {
            place = null;
        }
    }

    /** Ends it; the next call begins anew. */
    void forget() {
        jobs.cancel(key);
        place = null;
    }

    private void level(int level, Bounds wanted, int count, PointSteps.Quantities quantities) {
        double cell = Math.min(wanted.width(), wanted.height()) / levels.get(level);
        int columns = (int) Math.round(wanted.width() / cell);
        int rows = (int) Math.round(wanted.height() / cell);
        PointSteps steps = new PointSteps(Heat.middles(wanted, columns, rows), 2, count, quantities);
        jobs.steps(key, "filling the map, %d × %d".formatted(columns, rows), steps, values -> {
            delivery.accept(new Field(wanted, columns, values));
            complete = level + 1 == levels.size();
            if (!complete) {
                level(level + 1, wanted, count, quantities);
            }
        });
    }
}
