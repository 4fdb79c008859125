package elboroom.app.train;

import elboroom.app.concurrent.WorkQueue;
import elboroom.data.Catalogue;
import elboroom.data.InputException;
import elboroom.train.RunDescription;
import elboroom.train.RunFolder;
import elboroom.train.RunStore;
import elboroom.train.SessionStatus;
import elboroom.train.SessionStatus.State;
import elboroom.train.StepReport;
import elboroom.train.StoredRun;
import elboroom.train.TrainingSession;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * The run that is shown, under way or not, and its session if it has one. The session's thread is only listened to: the
 * window takes over what is new when it gets round to it. For the thread of the window.
 */
public final class RunModel {
    /** Between two looks at a run while it trains: drawing what is new takes time of the cores that train. */
    private static final long NANOS_BETWEEN_LOOKS = 500_000_000;

    private final Catalogue catalogue;
    private final RunStore store;
    private final WorkQueue worker;
    private final Executor ui;
    private final Consumer<String> messages;
    private final Runnable onKept;
    private final TimeModel time;
    private final SessionOpener opener;
    private final ReadOnlyObjectWrapper<@Nullable RunMatter> run = new ReadOnlyObjectWrapper<>(this, "run");
    private final ReadOnlyObjectWrapper<@Nullable RunData> data = new ReadOnlyObjectWrapper<>(this, "data");
    private final ReadOnlyObjectWrapper<@Nullable SessionStatus> status = new ReadOnlyObjectWrapper<>(this, "status");
    private final ReadOnlyObjectWrapper<@Nullable StepReport> step = new ReadOnlyObjectWrapper<>(this, "step");
    private final AtomicBoolean pending = new AtomicBoolean();
    private @Nullable StepReport seenStep;
    private long looked;
    /** Whether a command has been given whose effect has not been seen yet. */
    private boolean asked;

    /**
     * @param worker does what has to do with the disk
     * @param ui runs updates of the window
     * @param messages told what the user has to know
     * @param onKept told when there is another run in the store, or one was saved or has ended
     */
    RunModel(
            Catalogue catalogue,
            RunStore store,
            WorkQueue worker,
            Executor ui,
            Consumer<String> messages,
            Runnable onKept) {
        this.catalogue = catalogue;
        this.store = store;
        this.worker = worker;
        this.ui = ui;
        this.messages = messages;
        this.onKept = onKept;
        time = new TimeModel(catalogue, worker);
        opener = new SessionOpener(catalogue, worker, this::changed);
    }

    // ---- what there is to see ----

    /** What run is shown; null for none. */
    public ReadOnlyObjectProperty<@Nullable RunMatter> runProperty() {
        return run.getReadOnlyProperty();
    }

    /** Its curves; null for none. */
    public ReadOnlyObjectProperty<@Nullable RunData> dataProperty() {
        return data.getReadOnlyProperty();
    }

    /** Where its session stands; null if it has none. */
    public ReadOnlyObjectProperty<@Nullable SessionStatus> statusProperty() {
        return status.getReadOnlyProperty();
    }

    /** The step that was taken last by itself and is still looked at; null if there is none. */
    public ReadOnlyObjectProperty<@Nullable StepReport> stepProperty() {
        return step.getReadOnlyProperty();
    }

    /** Whether a run is being opened. */
    public ReadOnlyBooleanProperty openingProperty() {
        return opener.openingProperty();
    }

    public TimeModel time() {
        return time;
    }

    /** Whether it takes steps, or is about to. */
    public boolean isTraining() {
        SessionStatus now = status.get();
        return now != null && now.state() == State.RUNNING;
    }

    /** Whether there are steps to take, and none is being taken. */
    public boolean canResume() {
        SessionStatus now = status.get();
        RunData curves = data.get();
        if (opener.openingProperty().get() || run.get() == null) {
            return false;
        }
        if (now == null) {
            return curves != null && time.end() < curves.steps();
        }
        return now.state() == State.PAUSED || now.state() == State.STOPPED || now.state() == State.CLOSED;
    }

    /** Whether nothing is under way here that ends by itself. */
    boolean isIdle() {
        SessionStatus now = status.get();
        boolean busy = now != null && !now.state().ended() && now.state() != State.PAUSED;
        return !busy && !asked && !opener.openingProperty().get() && !pending.get();
    }

    // ---- commands ----

    /** Begins a run and trains. The one under way is saved and left. */
    public void begin(RunDescription description) {
        open("beginning a run", () -> store.create(description), TrainingSession::start);
    }

    private void open(String what, Callable<RunFolder> folder, Consumer<TrainingSession> first) {
        opener.open(what, folder, opened -> enter(opened, first));
    }

    private void enter(SessionOpener.Opened opened, Consumer<TrainingSession> first) {
        seenStep = null;
        step.set(null);
        status.set(null);
        RunMatter matter = matter(opened.folder(), opened.session().run());
        run.set(matter);
        time.open(matter, opened.session().snapshots());
        first.accept(opened.session());
        refresh();
        onKept.run();
    }

    private RunMatter matter(Path folder, RunDescription description) {
        return new RunMatter(folder, description, catalogue.dataset(description.dataset()));
    }

    /** Called on the session's thread. */
    private void changed() {
        if (pending.compareAndSet(false, true)) {
            ui.execute(() -> {
                pending.set(false);
                refresh();
            });
        }
    }

    /** Takes over what is new in the session. */
    private void refresh() {
        TrainingSession now = opener.session();
        if (now == null) {
            return;
        }
        SessionStatus before = status.get();
        SessionStatus is = now.status();
        boolean turned = before == null || before.state() != is.state();
        StepReport report = now.lastStep();
        if (report != null && report != seenStep) {
            seenStep = report;
            asked = false;
            step.set(report);
        }
        asked &= !turned;
        long clock = System.nanoTime();
        if (!turned && is.state().isMoving() && clock - looked < NANOS_BETWEEN_LOOKS) {
            return;
        }
        looked = clock;
        renew(now, is);
        status.set(is);
        if (turned && is.state().ended()) {
            onKept.run();
            if (is.state() == State.FAILED) {
                messages.accept(String.valueOf(is.problem()));
            }
        }
    }

    private void renew(TrainingSession now, SessionStatus is) {
        RunMatter matter = run.get();
        if (matter != null) {
            data.set(RunData.of(matter, now.history(), now.changes(), is.trouble()));
            time.follow(now.latest());
        }
    }

    /** Shows a run of the store at its newest moment. The one under way is saved and left. */
    public void open(StoredRun stored) {
        if (opener.session() != null) {
            opener.leave().whenComplete((saved, failure) -> ui.execute(onKept));
        }
        status.set(null);
        step.set(null);
        RunMatter matter = matter(stored.folder(), stored.file().run());
        run.set(matter);
        data.set(null);
        time.open(matter, stored.snapshots());
        worker.submitNamed("curves", "reading the curves of " + stored.title(), stored::history, history -> {
            if (matter.equals(run.get()) && opener.session() == null) {
                data.set(RunData.of(matter, history, stored.file().changes(), null));
            }
        });
    }

    /** Starts, or goes on, wherever the run is. */
    public void resume() {
        step.set(null);
        withSession(TrainingSession::start);
    }

    /** Takes one step and looks at it closely. */
    public void step() {
        withSession(TrainingSession::step);
    }

    private void withSession(Consumer<TrainingSession> command) {
        TrainingSession now = opener.session();
        RunMatter matter = run.get();
        if (now != null && !now.status().state().ended()) {
            asked = true;
            command.accept(now);
        } else if (matter != null && !opener.openingProperty().get()) {
            open("opening " + matter.title(), () -> RunFolder.open(matter.folder()), command);
        }
    }

    /** Pauses after the step under way, and saves. */
    public void pause() {
        live(TrainingSession::pause);
    }

    /** Ends the run where it is and stores the model. */
    public void stop() {
        live(session -> {
            asked = !session.status().state().ended();
            session.stop();
        });
    }

    /**
     * Changes the full height of β from the next step on.
     *
     * @throws InputException if β cannot be that
     */
    public void changeBeta(double beta) {
        live(session -> session.changeBeta(beta));
    }

    /**
     * Changes the learning rate from the next step on.
     *
     * @throws InputException if it cannot be that
     */
    public void changeLearningRate(double learningRate) {
        live(session -> session.changeLearningRate(learningRate));
    }

    private void live(Consumer<TrainingSession> command) {
        TrainingSession now = opener.session();
        if (now != null) {
            command.accept(now);
        }
    }

    /** Begins another run from the moment that is looked at, paused. This one is saved and left. */
    public void branch() {
        RunMatter matter = run.get();
        Moment moment = time.momentProperty().get();
        if (matter != null && moment != null) {
            long from = time.nearest(moment.step());
            String title = "%s, from step %d".formatted(matter.title(), from);
            open(
                    "continuing from step " + from,
                    () -> {
                        StoredRun stored = store.read(matter.folder());
                        return store.branch(stored, from, stored.file().run().titled(title), Map.of());
                    },
                    opened -> {});
        }
    }

    /** No longer looks closely at the last step. */
    public void closeStep() {
        step.set(null);
    }

    /** Has the run under way saved and ended; done when it is. */
    CompletableFuture<?> close() {
        return opener.close();
    }
}
