package elboroom.app.concurrent;

import elboroom.measure.Watch;
import elboroom.model.Vae;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;

/**
 * Work on an engine in stages, of which each, once delivered, runs the next. Only the row of stages that was begun last counts: an
 * older one, and what is cancelled, ends and is not delivered. For the thread of the window.
 */
public final class Stages {
    private final Executor ui;
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(this, "progress", Double.NaN);
    /** Grows with all that is begun or cancelled, so that what is older ends. */
    private final AtomicInteger turn = new AtomicInteger();
    /** Drops the stage that was run last. */
    private Runnable drop = () -> {};

    /** @param ui runs updates of the window */
    public Stages(Executor ui) {
        this.ui = ui;
    }

    /** Share done of all stages; not a number when none is under way. */
    public ReadOnlyDoubleProperty progressProperty() {
        return progress.getReadOnlyProperty();
    }

    public boolean areUnderWay() {
        return !Double.isNaN(progress.get());
    }

    /** Ends what is under way. */
    public void cancel() {
        turn.incrementAndGet();
        drop.run();
        progress.set(Double.NaN);
    }

    /** Ends what is under way and begins another row. */
    public Row begin() {
        cancel();
        return new Row(turn.get());
    }

    /** Stages that belong together. One that is not the newest any more does nothing. */
    public final class Row {
        private final int mine;

        private Row(int mine) {
            this.mine = mine;
        }

        private boolean counts() {
            return turn.get() == mine;
        }

        /**
         * Runs a stage.
         *
         * @param from share of all that is done when it begins
         * @param to share of all that is done when it ends
         */
        public <T> void run(
                Engine engine,
                String key,
                double from,
                double to,
                BiFunction<Vae, Watch, T> work,
                Consumer<T> delivery) {
            if (!counts()) {
                return;
            }
            progress.set(from);
            drop = () -> engine.cancel(key);
            Watch watch = watch(from, to);
            engine.submit(key, vae -> work.apply(vae, watch), (T result) -> {
                if (counts()) {
                    delivery.accept(result);
                }
            });
        }

        /** After the last stage. */
        public void finish() {
            if (counts()) {
                progress.set(Double.NaN);
            }
        }

        private Watch watch(double from, double to) {
            return new Watch() {
                @Override
                public boolean cancelled() {
                    return !counts();
                }

                @Override
                public void progress(double share) {
                    ui.execute(() -> {
                        if (counts() && areUnderWay()) {
                            Stages.this.progress.set(from + share * (to - from));
                        }
                    });
                }
            };
        }
    }
}
