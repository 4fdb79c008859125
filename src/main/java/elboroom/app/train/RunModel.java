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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** The run that is shown, under way or not, and its session if it has one. For the thread of the window. */
public final class RunModel {
    private final Catalogue catalogue;
    private final RunStore store;
    private final WorkQueue worker;
    private final Consumer<String> messages;
    private final Runnable onKept;
    private final TimeModel time;
    private final SessionOpener opener;
    private final SessionWatch watch;
    private final ReadOnlyObjectWrapper<@Nullable RunMatter> run = new ReadOnlyObjectWrapper<>(this, "run");
    private final ReadOnlyObjectWrapper<@Nullable RunData> data = new ReadOnlyObjectWrapper<>(this, "data");
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
        this.messages = messages;
        this.onKept = onKept;
        time = new TimeModel(catalogue, worker);
        opener = new SessionOpener(catalogue, worker, this::changed, () -> ui.execute(onKept));
        watch = new SessionWatch(ui, opener::session, this::renew, this::ended);
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
        return watch.statusProperty();
    }

    /** The step that was taken last by itself and is still looked at; null if there is none. */
    public ReadOnlyObjectProperty<@Nullable StepReport> stepProperty() {
        return watch.stepProperty();
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
        SessionStatus now = statusProperty().get();
        return now != null && now.state() == State.RUNNING;
    }

    /** Whether there are steps to take, and none is being taken. */
    public boolean canResume() {
        SessionStatus now = statusProperty().get();
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
        return watch.isSettled() && !opener.openingProperty().get();
    }

    // ---- commands ----

    /** Begins a run and trains. The one under way is saved and left. */
    public void begin(RunDescription description) {
        open("beginning a run", () -> store.create(description), session -> command(session, TrainingSession::start));
    }

    /** A second click while one is being opened is none. */
    private void open(String what, Callable<RunFolder> folder, Consumer<TrainingSession> first) {
        if (opener.openingProperty().get()) {
            return;
        }
        opener.open(what, folder, opened -> enter(opened, first));
    }

    private void enter(SessionOpener.Opened opened, Consumer<TrainingSession> first) {
        watch.forget();
        RunMatter matter = matter(opened.folder(), opened.session().run());
        run.set(matter);
        time.open(matter, opened.session().snapshots());
        watch.look();
        first.accept(opened.session());
        onKept.run();
    }

    private RunMatter matter(Path folder, RunDescription description) {
        return new RunMatter(folder, description, catalogue.dataset(description.dataset()));
    }

    /** Called on the session's thread. */
    private void changed() {
        watch.changed();
    }

    private void renew(TrainingSession now, SessionStatus is) {
        RunMatter matter = run.get();
        if (matter != null) {
            data.set(RunData.of(matter, now.history(), now.changes(), is.trouble()));
            time.follow(now.latest());
        }
    }

    private void ended(SessionStatus end) {
        onKept.run();
        if (end.state() == State.FAILED) {
            messages.accept(String.valueOf(end.problem()));
        }
    }

    /** Takes note of what the store says of the run that is shown, if nobody is at it: it has another title, or is gone. */
    void follow(List<StoredRun> kept) {
        RunMatter matter = run.get();
        SessionStatus now = statusProperty().get();
        boolean free = now == null ? opener.session() == null : now.state().ended();
        if (matter == null || !free || opener.openingProperty().get()) {
            return;
        }
        Optional<String> title = kept.stream()
                .filter(stored -> stored.folder().equals(matter.folder()))
                .map(StoredRun::title)
                .findFirst();
        if (title.isEmpty()) {
            leave();
        } else if (!title.get().equals(matter.title())) {
            run.set(matter.titled(title.get()));
            RunData curves = data.get();
            data.set(curves == null ? null : curves.titled(title.get()));
        }
    }

    private void leave() {
        opener.leave();
        watch.forget();
        data.set(null);
        run.set(null);
        time.close();
    }

    /** Shows a run of the store at its newest moment. The one under way is saved and left. */
    public void open(StoredRun stored) {
        if (opener.session() != null || opener.openingProperty().get()) {
            opener.leave();
        }
        watch.forget();
        RunMatter matter = matter(stored.folder(), stored.file().run());
        run.set(matter);
        data.set(null);
        time.open(matter, stored.snapshots());
        worker.submitNamed("curves", "reading the curves of " + stored.title(), stored::history, history -> {
            RunMatter shown = run.get();
            if (shown != null && shown.folder().equals(matter.folder()) && opener.session() == null) {
                data.set(RunData.of(shown, history, stored.file().changes(), stored.trouble()));
            }
        });
    }

    /** Starts, or goes on, wherever the run is. */
    public void resume() {
        watch.closeStep();
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
            command(now, command);
        } else if (matter != null) {
            open(
                    "opening " + matter.title(),
                    () -> RunFolder.open(matter.folder()),
                    session -> command(session, command));
        }
    }

    private void command(TrainingSession session, Consumer<TrainingSession> command) {
        if (!session.status().state().ended()) {
            watch.expect();
        }
        command.accept(session);
    }

    /** Pauses after the step under way, and saves. */
    public void pause() {
        watch.expectNothing();
        live(TrainingSession::pause);
    }

    /** Ends the run where it is and stores the model. */
    public void stop() {
        live(session -> command(session, TrainingSession::stop));
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
        watch.closeStep();
    }

    /** Has the run under way saved and ended; done when it is. */
    CompletableFuture<?> close() {
        return opener.close();
    }
}
