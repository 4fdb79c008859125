package elboroom.train;

import elboroom.data.Catalogue;
import elboroom.data.ImageSet;
import elboroom.data.InputException;
import elboroom.data.Processors;
import elboroom.train.Commands.Wish;
import elboroom.train.SessionStatus.State;
import elboroom.train.SettingChange.Setting;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A run under way, on threads of its own. It begins paused; commands may come from any thread, return at once and take
 * effect between two steps. What it has done can be read at any time.
 */
public final class TrainingSession {
    private final Catalogue catalogue;
    private final RunFolder folder;
    private final RunDescription run;
    private final SnapshotPlan snapshotPlan;
    private final Pace pace;
    private final Consumer<SessionStatus> listener;
    private final RunHistory history;
    private final Snapshots snapshots;
    private final Commands commands = new Commands();
    private final CompletableFuture<SessionStatus> ended = new CompletableFuture<>();
    private volatile SessionStatus status;
    private volatile @Nullable StepReport lastStep;
    private volatile @Nullable DivergedException divergence;
    private volatile @Nullable Recorder recorder;

    /**
     * Opens a run, new or unfinished, whose folder becomes the session's: it is given free when the session ends. Reads
     * nothing on the calling thread.
     *
     * @param snapshotPlan when to keep a snapshot
     * @param listener told, on the session's thread, of every change of state, after every epoch and at most 20 times a
     *     second in between
     */
    public TrainingSession(
            Catalogue catalogue, RunFolder folder, SnapshotPlan snapshotPlan, Consumer<SessionStatus> listener) {
        this(catalogue, folder, snapshotPlan, Pace.USUAL, listener);
    }

    TrainingSession(
            Catalogue catalogue,
            RunFolder folder,
            SnapshotPlan snapshotPlan,
            Pace pace,
            Consumer<SessionStatus> listener) {
        this.catalogue = catalogue;
        this.folder = folder;
        this.snapshotPlan = snapshotPlan;
        this.pace = pace;
        this.listener = listener;
        run = folder.file().run();
        history = new RunHistory(run.plan().config().latentSize());
        snapshots = Snapshots.of(folder.folder(), run.plan());
        status = SessionStatus.loading(run.plan());
        Thread thread = new Thread(this::live, "training");
        thread.setDaemon(true);
        thread.start();
    }

    /** What is trained. */
    public RunDescription run() {
        return run;
    }

    /** Folder of the run, and of the model that it comes to. */
    public Path folder() {
        return folder.folder();
    }

    public SessionStatus status() {
        return status;
    }

    /** The curves so far. */
    public RunHistory history() {
        return history;
    }

    /** Settings changed so far, for marks on the curves. */
    public java.util.List<SettingChange> changes() {
        return folder.file().changes();
    }

    /** The models kept so far. */
    public Snapshots snapshots() {
        return snapshots;
    }

    /** The network as last measured on test images, for the map that forms; null before the first time. */
    public @Nullable Snapshot latest() {
        Recorder now = recorder;
        return now == null ? null : now.latest();
    }

    /** The step last taken by {@link #step}; null if there was none. */
    public @Nullable StepReport lastStep() {
        return lastStep;
    }

    /** Why it diverged, at which step, and what to try; null if it did not. */
    public @Nullable DivergedException divergence() {
        return divergence;
    }

    /** Starts, or goes on after a pause. */
    public void start() {
        commands.wish(Wish.RUN);
    }

    /** Pauses after the step under way, and saves. */
    public void pause() {
        commands.wish(Wish.PAUSE);
    }

    /** Takes one step, looks at it closely, and pauses. */
    public void step() {
        commands.wish(Wish.STEP);
    }

    /** Ends the run where it is and stores the model; the run can be gone on with later. */
    public void stop() {
        commands.wish(Wish.STOP);
    }

    /** Saves and ends: the run can be gone on with later. Returns at once; see {@link #ended}. */
    public void closeAndSave() {
        commands.wish(Wish.CLOSE);
    }

    /**
     * Done, with the last status, when all threads have ended and the folder is free; with an exception if that was
     * something other than wrong input.
     */
    public CompletableFuture<SessionStatus> ended() {
        return ended;
    }

    /**
     * Changes the full height of β from the next step on.
     *
     * @throws InputException if β cannot be that
     */
    public void changeBeta(double beta) {
        commands.change(Setting.BETA, beta);
    }

    /**
     * Changes Adam's learning rate from the next step on.
     *
     * @throws InputException if it cannot be that
     */
    public void changeLearningRate(double learningRate) {
        commands.change(Setting.LEARNING_RATE, learningRate);
    }

    /** The thread's life. */
    private void live() {
        SessionStatus last;
        Throwable failure = null;
        try {
            last = train();
        } catch (InputException e) {
            last = status.ended(State.FAILED, Trouble.of(String.valueOf(e.getMessage())));
        } catch (RuntimeException | Error e) {
            last = status.ended(State.FAILED, Trouble.of("training failed unexpectedly: " + e));
            failure = e;
        }
        folder.close();
        tell(last);
        if (failure == null) {
            ended.complete(last);
        } else {
            ended.completeExceptionally(failure);
        }
    }

    private SessionStatus train() {
        ImageSet images = run.trainingImages(catalogue);
        ImageSet test = catalogue.open(catalogue.dataset(run.dataset()).testId());
        Path file = RunFolder.checkpoint(folder());
        Checkpoint checkpoint = Files.exists(file) ? CheckpointFile.read(file) : null;
        String lost = restore(checkpoint == null ? 0 : checkpoint.step());
        int threads = Processors.used();
        try (Trainer trainer = new Trainer(run.plan(), folder.file().changes(), images, checkpoint, threads);
                Recorder own = new Recorder(folder, test, history, snapshots, snapshotPlan, trainer)) {
            recorder = own;
            SessionLoop loop = new SessionLoop(trainer, own, folder, commands, history, snapshots, snapshotPlan, pace);
            State end = loop.run(lost, this::tell, report -> lastStep = report);
            divergence = loop.divergence();
            if (end == State.CLOSED) {
                return loop.status(end);
            }
            tell(loop.status(State.STORING));
            return stored(loop, end, images, test, trouble -> store(trainer, own, images, test, end, trouble));
        }
    }

    private SessionStatus stored(
            SessionLoop loop, State end, ImageSet images, ImageSet test, Consumer<@Nullable Trouble> storing) {
        SessionStatus now = loop.status(end);
        DivergedException reason = divergence;
        try {
            Trouble trouble = reason == null ? verdict(now, images, test) : Trouble.of(reason);
            storing.accept(trouble);
            return loop.status(end)
                    .ended(end, trouble == null ? loop.status(end).trouble() : trouble);
        } catch (CancellationException e) {
            // The checkpoint is there: opened again, the run has nothing left to do but this.
            return loop.status(State.CLOSED);
        } catch (InputException e) {
            if (reason == null) {
                throw e;
            }
            return now.ended(end, Trouble.of(reason).and("No model of them is stored: " + e.getMessage()));
        }
    }

    private @Nullable Trouble verdict(SessionStatus now, ImageSet images, ImageSet test) {
        return Verdict.of(
                history, run.plan().config(), images, test, now.fullBeta(), now.learningRate(), commands::isClosing);
    }

    /** Curves and snapshots up to the checkpoint; says so if the curves cannot be read, which is no reason not to go on. */
    private @Nullable String restore(long step) {
        snapshots.load();
        snapshots.forgetAfter(step);
        Path file = RunFolder.history(folder());
        try {
            if (Files.exists(file)) {
                HistoryFile.read(file, history, step);
            }
            return null;
        } catch (InputException e) {
            return "the curves before step %d are lost: %s".formatted(step, e.getMessage());
        }
    }

    private void store(
            Trainer trainer, Recorder own, ImageSet images, ImageSet test, State end, @Nullable Trouble trouble) {
        // Before the model: a run that ends in between is judged again when it is opened.
        folder.set(folder.file().endedWith(trouble));
        folder.write(folder.file());
        new ModelOfRun(catalogue, folder(), folder.file(), trouble).store(trainer, images, test, commands::isClosing);
        Snapshot latest = own.latest();
        if (latest != null) {
            Thumbnail.of(run.plan().config(), latest, test).write(RunFolder.thumbnail(folder()));
        }
        if (end == State.FINISHED) {
            folder.forgetCheckpoint();
        }
    }

    private void tell(SessionStatus now) {
        status = now;
        listener.accept(now);
    }
}
