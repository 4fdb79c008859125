package elboroom.app.data;

import elboroom.app.concurrent.WorkQueue;
import elboroom.data.InputException;
import elboroom.data.own.ImportOptions;
import elboroom.data.own.ImportProgress;
import elboroom.data.own.KeptData;
import elboroom.data.own.OwnData;
import elboroom.data.own.Understanding;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/** The opening of one's own data without its looks: first a look, then, if it is what was meant, a copy is kept. */
public final class ImportModel implements AutoCloseable {
    private final OwnData own;
    private final Executor ui;
    private final WorkQueue worker;
    private final Consumer<KeptData> kept;
    private final ReadOnlyObjectWrapper<Stage> stage = new ReadOnlyObjectWrapper<>(this, "stage", Stage.CLOSED);
    private final ReadOnlyObjectWrapper<@Nullable Path> source = new ReadOnlyObjectWrapper<>(this, "source");
    private final ReadOnlyObjectWrapper<Reading> reading = new ReadOnlyObjectWrapper<>(this, "reading", Reading.USUAL);
    private final ReadOnlyObjectWrapper<@Nullable Understanding> understanding =
            new ReadOnlyObjectWrapper<>(this, "understanding");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(this, "progress");
    private final ReadOnlyObjectWrapper<List<String>> leftOut = new ReadOnlyObjectWrapper<>(this, "leftOut", List.of());
    private @Nullable Copying copying;

    /** How far the opening has come. */
    public enum Stage {
        /** Nothing is being opened. */
        CLOSED,
        LOOKING,
        /** It was looked at, and can be kept. */
        UNDERSTOOD,
        /** It cannot be read, or not so. */
        WRONG,
        /** It is being copied. */
        COPYING,
        /** It was kept, but for some files, which are listed. */
        LEFT_OUT
    }

    /**
     * @param own keeps the copies
     * @param ui runs updates of the window, in order
     * @param failures hears, through {@code ui}, what went wrong unexpectedly
     * @param kept gets what was opened
     */
    public ImportModel(OwnData own, Executor ui, Consumer<Throwable> failures, Consumer<KeptData> kept) {
        this.own = own;
        this.ui = ui;
        this.kept = kept;
        worker = new WorkQueue("own data", ui, failures);
    }

    // ---- what there is to see ----

    public ReadOnlyObjectProperty<Stage> stageProperty() {
        return stage.getReadOnlyProperty();
    }

    /** The file or folder. */
    public ReadOnlyObjectProperty<@Nullable Path> sourceProperty() {
        return source.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Reading> readingProperty() {
        return reading.getReadOnlyProperty();
    }

    /** What it was understood to be; that of the look before while another is under way; null if there is none. */
    public ReadOnlyObjectProperty<@Nullable Understanding> understandingProperty() {
        return understanding.getReadOnlyProperty();
    }

    /** What is wrong; empty if nothing is. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** Share that was copied, 0 to 1. */
    public ReadOnlyDoubleProperty progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /** Files that could not be read, a line each. */
    public ReadOnlyObjectProperty<List<String>> leftOutProperty() {
        return leftOut.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty idleProperty() {
        return worker.idleProperty();
    }

    // ---- commands ----

    /** Looks at a file or folder; nothing is kept yet. */
    public void look(Path path) {
        if (stage.get() == Stage.COPYING) {
            return;
        }
        if (!path.equals(source.get())) {
            understanding.set(null);
        }
        source.set(path);
        reading.set(Reading.USUAL);
        look();
    }

    /** Reads it otherwise. */
    public void read(Reading otherwise) {
        boolean open = stage.get() == Stage.UNDERSTOOD || stage.get() == Stage.WRONG || stage.get() == Stage.LOOKING;
        if (open && !otherwise.equals(reading.get())) {
            reading.set(otherwise);
            look();
        }
    }

    private void look() {
        Path path = source.get();
        if (path == null) {
            return;
        }
        ImportOptions options;
        try {
            options = reading.get().options();
        } catch (InputException e) {
            worker.cancel("look");
            wrong(e);
            return;
        }
        stage.set(Stage.LOOKING);
        worker.submitNamed(
                "look", "looking at " + path.getFileName(), () -> Look.at(path, options), this::looked, this::giveUp);
    }

    /** What came of a look: one or the other. */
    private record Look(
            @Nullable Understanding understanding, @Nullable InputException problem) {
        static Look at(Path path, ImportOptions options) {
            try {
                return new Look(OwnData.look(path, options), null);
            } catch (InputException e) {
                return new Look(null, e);
            }
        }
    }

    private void looked(Look look) {
        if (stage.get() != Stage.LOOKING) {
            return;
        }
        if (look.problem() != null) {
            wrong(look.problem());
            return;
        }
        understanding.set(look.understanding());
        problem.set("");
        stage.set(Stage.UNDERSTOOD);
    }

    private void wrong(InputException e) {
        problem.set(String.valueOf(e.getMessage()));
        stage.set(Stage.WRONG);
    }

    private void giveUp() {
        stage.set(Stage.CLOSED);
    }

    /** Makes the copy that is kept and opens it. */
    public void keep() {
        Path path = source.get();
        if (stage.get() != Stage.UNDERSTOOD || path == null) {
            return;
        }
        ImportOptions options = reading.get().options();
        Copying begun = new Copying();
        copying = begun;
        progress.set(0);
        stage.set(Stage.COPYING);
        worker.submitNamed(
                "copy", "reading " + path.getFileName(), () -> copy(path, options, begun), this::copied, this::giveUp);
    }

    private Copied copy(Path path, ImportOptions options, Copying begun) {
        try {
            return new Copied(begun, Optional.of(own.open(path, options, begun)), null);
        } catch (CancellationException e) {
            return new Copied(begun, Optional.empty(), null);
        } catch (InputException e) {
            return new Copied(begun, Optional.empty(), e);
        }
    }

    private record Copied(
            Copying by, Optional<KeptData> data, @Nullable InputException problem) {}

    private void copied(Copied result) {
        if (copying != result.by()) {
            return;
        }
        copying = null;
        if (result.problem() != null) {
            wrong(result.problem());
            return;
        }
        List<String> skipped = result.data().map(KeptData::skipped).orElse(List.of());
        leftOut.set(skipped);
        stage.set(skipped.isEmpty() ? Stage.CLOSED : Stage.LEFT_OUT);
        result.data().ifPresent(kept);
    }

    /** Closes without keeping anything, or, once it is kept, just closes. */
    public void cancel() {
        Copying begun = copying;
        copying = null;
        if (begun != null) {
            begun.cancelled.set(true);
        }
        worker.cancel("look");
        stage.set(Stage.CLOSED);
    }

    @Override
    public void close() {
        cancel();
        worker.close();
    }

    /** One copying; the worker tells it how far it is. */
    private final class Copying implements ImportProgress {
        private final AtomicBoolean cancelled = new AtomicBoolean();
        private final AtomicBoolean pending = new AtomicBoolean();
        private volatile double share;

        @Override
        public void at(double now) {
            share = now;
            if (pending.compareAndSet(false, true)) {
                ui.execute(() -> {
                    pending.set(false);
                    if (copying == this) {
                        progress.set(share);
                    }
                });
            }
        }

        @Override
        public boolean cancelled() {
            return cancelled.get();
        }
    }
}
