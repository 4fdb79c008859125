package elboroom.train;

import elboroom.model.dl4j.BatchLosses;
import elboroom.train.Commands.Order;
import elboroom.train.Commands.Wish;
import elboroom.train.SessionStatus.State;
import elboroom.train.SettingChange.Setting;
import java.util.Arrays;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The steps of a session, as its commands say, with what is looked at and written between them. For one thread. */
final class SessionLoop {
    private final Trainer trainer;
    private final Recorder recorder;
    private final RunFolder folder;
    private final Commands commands;
    private final RunHistory history;
    private final Snapshots snapshots;
    private final SnapshotPlan snapshotPlan;
    private final Pace pace;
    private final Speed speed = new Speed();
    private final double[] noRate;
    /** Steps in common with the run that this one was continued from. */
    private final long common;

    private RunFile file;
    private @Nullable RunFile savedFile;
    private long savedStep = -1;
    private double savedAt;
    private long toldAt;
    private double lastDistortion;
    private double lastRate;
    private @Nullable String lost;
    private @Nullable DivergedException divergence;

    SessionLoop(
            Trainer trainer,
            Recorder recorder,
            RunFolder folder,
            Commands commands,
            RunHistory history,
            Snapshots snapshots,
            SnapshotPlan snapshotPlan,
            Pace pace) {
        this.trainer = trainer;
        this.recorder = recorder;
        this.folder = folder;
        this.commands = commands;
        this.history = history;
        this.snapshots = snapshots;
        this.snapshotPlan = snapshotPlan;
        this.pace = pace;
        // What it came to the last time is no longer so once it goes on.
        this.file = folder.file().endedWith(null);
        RunFile.Branch branch = file.branch();
        common = branch == null ? 0 : branch.step();
        noRate = new double[history.latentSize()];
        Arrays.fill(noRate, Double.NaN);
    }

    /**
     * Takes steps to the end of the plan, or until told to end; the state is saved when this returns.
     *
     * @param problem met while loading, null if there was none
     * @param tell where the session stands
     * @param look at every single step
     */
    State run(@Nullable String problem, Consumer<SessionStatus> tell, Consumer<StepReport> look) {
        lost = problem;
        save(true);
        State end = stepsToTheEnd(tell, look);
        recorder.await();
        boolean keep = end != State.CLOSED && snapshotPlan.any();
        recorder.record(trainer, file, new Recorder.Task(end != State.CLOSED, keep, keep, true));
        recorder.await();
        return end;
    }

    private State stepsToTheEnd(Consumer<SessionStatus> tell, Consumer<StepReport> look) {
        try {
            repeat(tell);
            return steps(tell, look);
        } catch (DivergedException e) {
            divergence = e;
            return State.DIVERGED;
        }
    }

    /** Comes to where a run was continued from: it may start a little before that, and is to be changed from there on. */
    private void repeat(Consumer<SessionStatus> tell) {
        while (trainer.stepsTaken() < common && !commands.isEnding()) {
            if (isTimeToTell()) {
                tell(tell, State.REPEATING);
            }
            step(null);
        }
    }

    private State steps(Consumer<SessionStatus> tell, Consumer<StepReport> look) {
        boolean told = false;
        while (trainer.stepsTaken() < trainer.steps()) {
            Order order = commands.take();
            order.settings().forEach(this::change);
            Wish wish = order.wish();
            if (wish == Wish.STOP || wish == Wish.CLOSE) {
                return wish == Wish.STOP ? State.STOPPED : State.CLOSED;
            }
            if (wish == Wish.PAUSE) {
                if (!told || !order.settings().isEmpty()) {
                    save(true);
                    recorder.await();
                    told = true;
                    tell(tell, State.PAUSED);
                }
                commands.await();
                continue;
            }
            told = false;
            step(wish == Wish.STEP ? look : null);
            boolean endOfEpoch = trainer.stepsTaken() % trainer.minibatches().stepsPerEpoch() == 0;
            if (wish == Wish.RUN && (endOfEpoch || isTimeToTell())) {
                tell(tell, State.RUNNING);
            }
        }
        return State.FINISHED;
    }

    private void change(Setting setting, double value) {
        // What was changed while it ended on the way there is of the time after.
        trainer.settings().change(Math.max(trainer.stepsTaken(), common), setting, value);
        file = file.with(trainer.settings().changes());
        folder.set(file);
    }

    private void step(@Nullable Consumer<StepReport> look) {
        long start = System.nanoTime();
        long step = trainer.stepsTaken();
        StepSettings settings = trainer.settings().at(step);
        if (look == null) {
            BatchLosses losses = trainer.step();
            add(losses.distortion(), losses.klPerDimension(), losses.objective(), settings);
        } else {
            StepReport report = new SingleStep(trainer, file.run().plan().config()).take(settings);
            double[] kl = report.klPerDimension().stream()
                    .mapToDouble(Double::doubleValue)
                    .toArray();
            add(report.distortion(), kl, report.objective(), settings);
            look.accept(report);
        }
        observe();
        speed.add(lastDistortion, lastRate, trainer.minibatches().count(step), (System.nanoTime() - start) * 1e-9);
    }

    private void add(double distortion, double[] kl, double objective, StepSettings settings) {
        double[] rates = file.run().plan().config().autoencoder() ? noRate : kl;
        history.add(trainer.stepsTaken(), distortion, rates, objective, settings);
        lastDistortion = distortion;
        lastRate = Arrays.stream(rates).sum();
    }

    /** Has the recorder look at the network if something is due and it has time. */
    private void observe() {
        boolean snapshot = isSnapshotDue();
        boolean exact = snapshot && snapshotPlan.exact();
        if (exact) {
            recorder.await();
        }
        if (!recorder.idle()) {
            return;
        }
        boolean evaluate = pace.isTime(recorder.spentSeconds(), recorder.lookSeconds(), speed.seconds());
        snapshot &= exact || evaluate;
        boolean checkpoint = pace.isCheckpointDue(speed.seconds() - savedAt, recorder.checkpointSeconds());
        if (snapshot || checkpoint || evaluate) {
            record(evaluate, snapshot, checkpoint);
        }
    }

    private boolean isSnapshotDue() {
        return snapshotPlan.due(trainer.stepsTaken(), trainer.steps(), snapshots.steps());
    }

    /** Saves if that has not been done since the last step or change. */
    private void save(boolean evaluate) {
        if (savedStep != trainer.stepsTaken() || savedFile != file) {
            recorder.await();
            record(evaluate, isSnapshotDue(), true);
        }
    }

    private void record(boolean evaluate, boolean snapshot, boolean checkpoint) {
        boolean whole = snapshotPlan.dueWhole(trainer.stepsTaken(), trainer.steps(), snapshots.whole());
        recorder.record(trainer, file, new Recorder.Task(evaluate, snapshot, whole, checkpoint));
        if (checkpoint) {
            savedAt = speed.seconds();
            savedStep = trainer.stepsTaken();
            savedFile = file;
        }
    }

    private boolean isTimeToTell() {
        return (System.nanoTime() - toldAt) * 1e-9 > pace.secondsBetweenCalls();
    }

    private void tell(Consumer<SessionStatus> tell, State state) {
        toldAt = System.nanoTime();
        tell.accept(status(state));
    }

    SessionStatus status(State state) {
        long step = trainer.stepsTaken();
        StepSettings next = trainer.settings().at(step);
        double perSecond = speed.imagesPerSecond();
        long left = (trainer.steps() - step) * file.run().plan().batch();
        return new SessionStatus(
                state,
                step,
                trainer.steps(),
                trainer.minibatches().stepsPerEpoch(),
                speed.distortion(),
                speed.rate(),
                next.beta(),
                trainer.settings().value(Setting.BETA, step),
                next.learningRate(),
                perSecond,
                perSecond > 0 ? left / perSecond : Double.NaN,
                trouble(next));
    }

    private @Nullable Trouble trouble(StepSettings settings) {
        String unsaved = recorder.problem();
        if (unsaved != null) {
            return Trouble.of(unsaved);
        }
        Trouble worse = Verdict.underWay(history, speed, settings.learningRate());
        return worse == null && lost != null ? Trouble.of(lost) : worse;
    }

    /** Why it diverged; null if it did not. */
    @Nullable
    DivergedException divergence() {
        return divergence;
    }
}
