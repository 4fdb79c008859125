package elboroom.train;

import elboroom.data.Catalogue;
import elboroom.data.ImageSet;
import elboroom.data.InputException;
import elboroom.model.dl4j.BatchLosses;
import elboroom.train.SessionStatus.State;
import elboroom.train.SettingChange.Setting;
import java.nio.file.Files;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A run under way, on threads of its own. It begins paused; commands may come from any thread, return at once and take
 * effect between two steps. What it has done can be read at any time.
 */
public final class TrainingSession {
    /** Between two calls of the listener while it runs: as often as one can see. */
    private static final long NANOS_BETWEEN_CALLS = 50_000_000;

    private static final double SECONDS_BETWEEN_CHECKPOINTS = 3;
    /** Share of the time that evaluations may take, in seconds of one core: training uses two. */
    private static final double EVALUATION_SHARE = 0.06;
    /** Of the moving averages in the status: about the last 50 steps. */
    private static final double SMOOTHING = 0.02;

    private enum Wish {
        PAUSE,
        STEP,
        RUN,
        STOP,
        CLOSE
    }

    private final Catalogue catalogue;
    private final RunFolder folder;
    private final RunDescription run;
    private final SnapshotPlan snapshotPlan;
    private final Consumer<SessionStatus> listener;
    private final RunHistory history;
    private final Snapshots snapshots;
    private final CompletableFuture<SessionStatus> ended = new CompletableFuture<>();
    private final Object lock = new Object();
    private final Map<Setting, Double> wishedSettings = new EnumMap<>(Setting.class);
    private Wish wish = Wish.PAUSE;
    private volatile SessionStatus status;
    private volatile @Nullable StepReport lastStep;
    private volatile @Nullable DivergedException divergence;
    private volatile @Nullable Recorder recorder;

    // Of the session's own thread.
    private RunFile file;
    private double distortion = Double.NaN;
    private double rate = Double.NaN;
    private double runningSeconds;
    private long images;
    private double lastCheckpoint;
    private long lastCall;
    private boolean announcedPause;

    /**
     * Opens a run, new or unfinished, whose folder becomes the session's: it is given free when the session ends.
     *
     * @param snapshotPlan when to keep a snapshot
     * @param listener told, on the session's thread, of every change of state, after every epoch and at most 20 times a
     *     second in between
     */
    public TrainingSession(
            Catalogue catalogue, RunFolder folder, SnapshotPlan snapshotPlan, Consumer<SessionStatus> listener) {
        this.catalogue = catalogue;
        this.folder = folder;
        this.snapshotPlan = snapshotPlan;
        this.listener = listener;
        file = folder.read();
        run = file.run();
        TrainingPlan plan = run.plan();
        history = new RunHistory(plan.config().latentSize());
        snapshots = new Snapshots(
                RunFolder.snapshots(folder.folder()),
                plan.config().latentSize(),
                plan.config().autoencoder());
        status = new SessionStatus(
                State.LOADING,
                0,
                0,
                0,
                Double.NaN,
                Double.NaN,
                plan.config().beta(),
                plan.config().beta(),
                plan.learningRate(),
                0,
                Double.NaN,
                null);
        Thread thread = new Thread(this::live, "training");
        thread.setDaemon(true);
        thread.start();
    }

    /** What is trained. */
    public RunDescription run() {
        return run;
    }

    public SessionStatus status() {
        return status;
    }

    /** The curves so far. */
    public RunHistory history() {
        return history;
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
        wish(Wish.RUN);
    }

    /** Pauses after the step under way, and saves. */
    public void pause() {
        wish(Wish.PAUSE);
    }

    /** Takes one step, looks at it closely, and pauses. */
    public void step() {
        wish(Wish.STEP);
    }

    /** Ends the run where it is and stores the model; the run can be gone on with later. */
    public void stop() {
        wish(Wish.STOP);
    }

    /** Saves and ends: the run can be gone on with later. Returns at once; see {@link #ended}. */
    public void closeAndSave() {
        wish(Wish.CLOSE);
    }

    /** Done, with the last status, when all threads have ended and the folder is free. */
    public CompletableFuture<SessionStatus> ended() {
        return ended;
    }

    /**
     * Changes the full height of β from the next step on.
     *
     * @throws InputException if β cannot be that
     */
    public void changeBeta(double beta) {
        change(Setting.BETA, beta);
    }

    /**
     * Changes Adam's learning rate from the next step on.
     *
     * @throws InputException if it cannot be that
     */
    public void changeLearningRate(double learningRate) {
        change(Setting.LEARNING_RATE, learningRate);
    }

    private void change(Setting setting, double value) {
        SettingChange.require(setting, value);
        synchronized (lock) {
            wishedSettings.put(setting, value);
            lock.notifyAll();
        }
    }

    private void wish(Wish wanted) {
        synchronized (lock) {
            if (wish.compareTo(Wish.STOP) < 0) {
                wish = wanted;
                lock.notifyAll();
            }
        }
    }

    /** The thread's life. */
    private void live() {
        State end = State.FAILED;
        String problem = null;
        try {
            end = train();
            DivergedException reason = divergence;
            problem = reason == null ? status.problem() : reason.getMessage();
        } catch (InputException e) {
            problem = e.getMessage();
        } catch (RuntimeException | Error e) {
            problem = "training failed unexpectedly: " + e;
            throw e;
        } finally {
            folder.close();
            SessionStatus last = status;
            announce(new SessionStatus(
                    end,
                    last.step(),
                    last.steps(),
                    last.stepsPerEpoch(),
                    last.distortion(),
                    last.rate(),
                    last.beta(),
                    last.fullBeta(),
                    last.learningRate(),
                    last.imagesPerSecond(),
                    last.secondsLeft(),
                    problem));
            ended.complete(status);
        }
    }

    private State train() {
        ImageSet trainingImages = run.trainingImages(catalogue);
        ImageSet test = catalogue.open(catalogue.dataset(run.dataset()).testId());
        java.nio.file.Path checkpointFile = RunFolder.checkpoint(folder.folder());
        Checkpoint checkpoint = Files.exists(checkpointFile) ? CheckpointFile.read(checkpointFile) : null;
        int threads = Runtime.getRuntime().availableProcessors();
        try (Trainer trainer = new Trainer(run.plan(), file.changes(), trainingImages, checkpoint, threads);
                Recorder own =
                        new Recorder(folder, run.plan().config(), test, history, snapshots, trainer.parameterCount())) {
            recorder = own;
            SingleStep single = new SingleStep(trainer, run.plan().config());
            own.record(trainer, file, new Recorder.Task(snapshotPlan.due(trainer, snapshots), true));
            State end = steps(trainer, own, single);
            own.await();
            own.record(trainer, file, new Recorder.Task(end != State.CLOSED && snapshotPlan.any(), true));
            own.await();
            if (end == State.CLOSED) {
                return end;
            }
            announce(status(trainer, State.STORING));
            new ModelOfRun(catalogue, folder.folder(), file, divergence).store(trainer, trainingImages, test);
            if (end == State.FINISHED) {
                Files.deleteIfExists(checkpointFile);
            }
            return end;
        } catch (java.io.IOException e) {
            throw new InputException(checkpointFile + ": cannot be deleted: " + e.getMessage(), e);
        }
    }

    /** Takes steps as wished, to the end of the plan or of the session. */
    private State steps(Trainer trainer, Recorder own, SingleStep single) {
        while (trainer.stepsTaken() < trainer.steps()) {
            Wish now = next(trainer, own);
            if (now == Wish.STOP || now == Wish.CLOSE) {
                return now == Wish.STOP ? State.STOPPED : State.CLOSED;
            }
            announcedPause = false;
            long start = System.nanoTime();
            StepSettings settings = trainer.settings().at(trainer.stepsTaken());
            try {
                if (now == Wish.STEP) {
                    lastStep = single.take(settings);
                    take(trainer, lastStep.distortion(), array(lastStep), lastStep.objective(), settings);
                } else {
                    BatchLosses losses = trainer.step();
                    take(trainer, losses.distortion(), losses.klPerDimension(), losses.objective(), settings);
                }
            } catch (DivergedException e) {
                divergence = e;
                return State.DIVERGED;
            }
            images += trainer.minibatches().count(trainer.stepsTaken() - 1);
            look(trainer, own);
            runningSeconds += (System.nanoTime() - start) * 1e-9;
            if (now == Wish.RUN
                    && (System.nanoTime() - lastCall > NANOS_BETWEEN_CALLS
                            || trainer.stepsTaken() % trainer.minibatches().stepsPerEpoch() == 0)) {
                announce(status(trainer, State.RUNNING));
            }
        }
        return State.FINISHED;
    }

    private static double[] array(StepReport report) {
        return report.klPerDimension().stream().mapToDouble(Double::doubleValue).toArray();
    }

    private void take(Trainer trainer, double stepDistortion, double[] kl, double objective, StepSettings settings) {
        history.add(trainer.stepsTaken(), stepDistortion, kl, objective, settings);
        double stepRate = 0;
        for (double part : kl) {
            stepRate += part;
        }
        distortion = smooth(distortion, stepDistortion);
        rate = smooth(rate, stepRate);
    }

    private static double smooth(double average, double value) {
        return Double.isNaN(average) ? value : average + SMOOTHING * (value - average);
    }

    /** Has the recorder look at the network if something is due and it has time. */
    private void look(Trainer trainer, Recorder own) {
        if (!own.idle()) {
            return;
        }
        boolean snapshot = snapshotPlan.due(trainer, snapshots);
        boolean checkpoint = runningSeconds - lastCheckpoint > SECONDS_BETWEEN_CHECKPOINTS;
        boolean evaluation = own.busySeconds() + own.lastEvaluationSeconds() < EVALUATION_SHARE * runningSeconds;
        if (checkpoint) {
            lastCheckpoint = runningSeconds;
        }
        if (snapshot || checkpoint || evaluation) {
            own.record(trainer, file, new Recorder.Task(snapshot, checkpoint));
        }
    }

    /** Waits while paused; applies changes of settings; says what to do next. */
    private Wish next(Trainer trainer, Recorder own) {
        while (true) {
            Map<Setting, Double> changes;
            Wish now;
            synchronized (lock) {
                changes = Map.copyOf(wishedSettings);
                wishedSettings.clear();
                now = wish;
                if (now == Wish.STEP) {
                    wish = Wish.PAUSE;
                }
            }
            changes.forEach((setting, value) -> {
                trainer.settings().change(trainer.stepsTaken(), setting, value);
                file = file.with(trainer.settings().changes());
            });
            if (now != Wish.PAUSE) {
                return now;
            }
            if (!announcedPause) {
                own.await();
                own.record(trainer, file, new Recorder.Task(false, true));
            }
            if (!announcedPause || !changes.isEmpty()) {
                announcedPause = true;
                announce(status(trainer, State.PAUSED));
            }
            synchronized (lock) {
                while (wish == Wish.PAUSE && wishedSettings.isEmpty()) {
                    try {
                        lock.wait();
                    } catch (InterruptedException e) {
                        return Wish.CLOSE;
                    }
                }
            }
        }
    }

    private void announce(SessionStatus now) {
        status = now;
        lastCall = System.nanoTime();
        listener.accept(now);
    }

    private SessionStatus status(Trainer trainer, State state) {
        long step = trainer.stepsTaken();
        StepSettings next = trainer.settings().at(step);
        double perSecond = runningSeconds > 0 ? images / runningSeconds : 0;
        long left = (trainer.steps() - step) * run.plan().batch();
        Recorder own = recorder;
        return new SessionStatus(
                state,
                step,
                trainer.steps(),
                trainer.minibatches().stepsPerEpoch(),
                distortion,
                run.plan().config().autoencoder() ? Double.NaN : rate,
                next.beta(),
                trainer.settings().value(Setting.BETA, step),
                next.learningRate(),
                perSecond,
                perSecond > 0 ? left / perSecond : Double.NaN,
                own == null ? null : own.problem());
    }
}
