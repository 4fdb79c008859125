package elboroom.app.geometry;

import elboroom.app.concurrent.Jobs;
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
    /** Levels of this place that have been delivered. */
    private int done;

    private boolean running;

    /** @param levels cells along the shorter side, from coarse to fine */
    FieldWork(Jobs jobs, String key, List<Integer> levels, Consumer<Field> delivery) {
        this.levels = levels;
        this.jobs = jobs;
        this.key = key;
        this.delivery = delivery;
    }

    /** Begins anew; of the part of the plane that it was at, it works out what is missing. */
    void fill(Bounds wanted, int count, PointSteps.Quantities quantities) {
        if (!wanted.equals(place)) {
            place = wanted;
            done = 0;
            running = false;
        }
        if (!running && done < levels.size()) {
            level(done, wanted, count, quantities);
        }
    }

    /** Ends it; the next call goes on with the level that it was at, so that a map never becomes coarser. */
    void stop() {
        jobs.cancel(key);
        running = false;
    }

    /** Ends it; the next call begins anew. */
    void forget() {
        stop();
        place = null;
    }

    private void level(int level, Bounds wanted, int count, PointSteps.Quantities quantities) {
        running = true;
        double cell = Math.min(wanted.width(), wanted.height()) / levels.get(level);
        int columns = (int) Math.round(wanted.width() / cell);
        int rows = (int) Math.round(wanted.height() / cell);
        PointSteps steps = new PointSteps(Heat.middles(wanted, columns, rows), 2, count, quantities);
        jobs.steps(key, "filling the map, %d × %d".formatted(columns, rows), steps, values -> {
            done = level + 1;
            delivery.accept(new Field(wanted, columns, values));
            // Whoever saw this level may have ended the work, or asked for another place.
            if (running && wanted.equals(place)) {
                running = false;
                fill(wanted, count, quantities);
            }
        });
    }
}
