package elboroom.app.concurrent;

import elboroom.measure.Watch;
import elboroom.model.Vae;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;

/**
 * The work that one page or tab asks an engine for. Of each kind the newest counts: what it takes the place of ends and is not
 * delivered. For the thread of the window.
 */
public final class Jobs {
    private final Engine engine;
    private final Executor ui;
    private final Map<String, AtomicInteger> turns = new HashMap<>();
    private final Map<String, Double> shares = new HashMap<>();
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(this, "progress", Double.NaN);

    /** @param ui runs updates of the window */
    public Jobs(Engine engine, Executor ui) {
        this.engine = engine;
        this.ui = ui;
    }

    /** Share done of all that is under way; not a number when nothing is. */
    public ReadOnlyDoubleProperty progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /** Work that is done in a moment. */
    public <T> void quick(String key, Function<Vae, T> work, Consumer<T> delivery) {
        engine.submit(key, work, delivery);
    }

    /** Work that is done in one go, and looks up now and then whether it is still wanted. */
    public <T> void run(String key, BiFunction<Vae, Watch, T> work, Consumer<T> delivery) {
        int mine = begin(key);
        Watch watch = watch(key, mine);
        engine.submit(key, vae -> work.apply(vae, watch), (T result) -> {
            if (end(key, mine)) {
                delivery.accept(result);
            }
        });
    }

    /** Work in steps, between which the quick kind has its turn. */
    public <T> void steps(String key, String description, Steps<T> work, Consumer<T> delivery) {
        int mine = begin(key);
        Watch watch = watch(key, mine);
        engine.<T>submitSteps(
                key,
                () -> description,
                vae -> {
                    Optional<T> result = work.step(vae);
                    watch.progress(work.share());
                    return result;
                },
                result -> {
                    if (end(key, mine)) {
                        delivery.accept(result);
                    }
                });
    }

    /** Work in steps. */
    public interface Steps<T> {
        /** Some milliseconds of it; empty while there is more to do. */
        Optional<T> step(Vae vae);

        /** Share that is done, from 0 to 1. */
        double share();
    }

    /** Whether work of one kind is under way. */
    public boolean runs(String key) {
        return shares.containsKey(key);
    }

    /** Ends all work of one kind. */
    public void cancel(String key) {
        turn(key).incrementAndGet();
        engine.cancel(key);
        shares.remove(key);
        show();
    }

    /** Ends all work. */
    public void cancelAll() {
        for (String key : turns.keySet().toArray(String[]::new)) {
            cancel(key);
        }
    }

    private AtomicInteger turn(String key) {
        return turns.computeIfAbsent(key, unknown -> new AtomicInteger());
    }

    private int begin(String key) {
        cancel(key);
        shares.put(key, 0.0);
        show();
        return turn(key).get();
    }

    private boolean end(String key, int mine) {
        boolean newest = turn(key).get() == mine;
        if (newest) {
            shares.remove(key);
            show();
        }
        return newest;
    }

    private Watch watch(String key, int mine) {
        AtomicInteger turn = turn(key);
        return new Watch() {
            @Override
            public boolean cancelled() {
                return turn.get() != mine;
            }

            @Override
            public void progress(double share) {
                ui.execute(() -> {
                    if (turn.get() == mine && shares.replace(key, share) != null) {
                        show();
                    }
                });
            }
        };
    }

    private void show() {
        progress.set(shares.values().stream()
                .mapToDouble(Double::doubleValue)
                .average()
                .orElse(Double.NaN));
    }
}
