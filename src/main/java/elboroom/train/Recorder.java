package elboroom.train;

import elboroom.data.ImageSet;
import elboroom.data.InputException;
import elboroom.model.VaeConfig;
import elboroom.model.layer.LayeredVae;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Looks at a run from a thread of its own, so that training does not wait: measures copies of the network on test images,
 * and writes snapshots, curves and checkpoints. One copy is under way at a time. When the disk is full or gone the run goes
 * on in memory, the last good checkpoint stays, and every later record tries again.
 */
final class Recorder implements AutoCloseable {
    private final RunFolder folder;
    private final VaeConfig config;
    private final ImageSet test;
    private final TestMeter meter;
    private final RunHistory history;
    private final Snapshots snapshots;
    private final SnapshotPlan plan;
    private final FlatState copy;
    private final ExecutorService executor;
    /** Its only one; null before there was something to record. */
    private volatile @Nullable Thread thread;

    private Future<?> underWay = CompletableFuture.completedFuture(null);
    private volatile @Nullable Snapshot latest;
    private volatile @Nullable String problem;
    /** Of all but the first record. */
    private volatile double workSeconds;
    /** Of this object's own thread. */
    private boolean warm;

    private volatile double lookSeconds;
    private volatile double checkpointSeconds;
    private double copySeconds;
    /** Of this object's own thread. */
    private List<SettingChange> writtenChanges;

    Recorder(
            RunFolder folder,
            ImageSet test,
            RunHistory history,
            Snapshots snapshots,
            SnapshotPlan plan,
            Trainer trainer) {
        this.folder = folder;
        this.config = folder.file().run().plan().config();
        this.test = test;
        this.meter =
                new TestMeter(test, trainer.steps() * folder.file().run().plan().batch());
        this.history = history;
        this.writtenChanges = folder.file().changes();
        this.snapshots = snapshots;
        this.plan = plan;
        this.copy = FlatState.ofSize(trainer.parameterCount());
        this.executor = Executors.newSingleThreadExecutor(job -> {
            Thread recorder = new Thread(job, "recorder");
            recorder.setDaemon(true);
            thread = recorder;
            return recorder;
        });
    }

    /**
     * What to do with a copy of the network.
     *
     * @param evaluate whether to measure it on test images
     * @param snapshot whether to keep it as a snapshot, which needs that
     * @param whole whether a run shall be able to go on from the snapshot
     * @param checkpoint whether to write it, and the curves, as what this run goes on from
     */
    record Task(boolean evaluate, boolean snapshot, boolean whole, boolean checkpoint) {
        boolean any() {
            return evaluate || snapshot || checkpoint;
        }
    }

    /** Whether the copy of before is dealt with. */
    boolean idle() {
        return underWay.isDone();
    }

    /** Copies the trainer's state, and has it measured and written; to be called only while this is idle. */
    void record(Trainer trainer, RunFile file, Task task) {
        long copying = System.nanoTime();
        if (task.checkpoint() || task.whole()) {
            trainer.read(copy);
        } else {
            trainer.readParameters(copy.parameters());
        }
        copySeconds += (System.nanoTime() - copying) * 1e-9;
        long step = trainer.stepsTaken();
        long steps = trainer.steps();
        double seconds = trainer.seconds();
        underWay = executor.submit(() -> {
            double start = cpuSeconds();
            if (task.evaluate() || task.snapshot()) {
                Snapshot snapshot = measured(step);
                if (task.snapshot()) {
                    attempt(() -> keep(snapshot, file, task.whole(), steps, seconds));
                }
                lookSeconds = cpuSeconds() - start;
            }
            if (task.checkpoint()) {
                attempt(() -> checkpoint(step, seconds, file));
            }
            if (warm) {
                workSeconds += cpuSeconds() - start;
            }
            warm = true;
        });
    }

    /** Of this thread. Waiting for the disk, or for a core, takes nothing from training. */
    private static double cpuSeconds() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() * 1e-9;
    }

    private Snapshot measured(long step) {
        Snapshot before = latest;
        if (before != null && before.step() == step) {
            return before;
        }
        Snapshot snapshot;
        try (LayeredVae vae = LayeredVae.of(config, copy.parameters(), 1)) {
            snapshot = meter.measure(vae, step, copy.parameters().clone());
        }
        history.add(snapshot.losses());
        latest = snapshot;
        return snapshot;
    }

    private void keep(Snapshot snapshot, RunFile file, boolean whole, long steps, double seconds) {
        if (!file.changes().equals(writtenChanges)) {
            // A run that goes on from this snapshot must know of them.
            describe(file);
        }
        if (whole) {
            snapshots.writeMoments(snapshot.step(), copy, seconds);
        }
        snapshots.write(snapshot);
        snapshots.thin(plan, steps);
        // Not only at the end: a run that is killed has a picture in the list too.
        Thumbnail.of(config, snapshot, test).write(RunFolder.thumbnail(folder.folder()));
    }

    private void describe(RunFile file) {
        folder.write(file);
        writtenChanges = file.changes();
    }

    /** The checkpoint last: what it is resumed with lies there before it. */
    private void checkpoint(long step, double seconds, RunFile file) {
        long start = System.nanoTime();
        describe(file);
        HistoryFile.write(history, RunFolder.history(folder.folder()));
        CheckpointFile.write(
                new Checkpoint(step, copy.parameters(), copy.firstMoment(), copy.secondMoment(), seconds),
                RunFolder.checkpoint(folder.folder()));
        checkpointSeconds = (System.nanoTime() - start) * 1e-9;
    }

    private void attempt(Runnable writing) {
        try {
            writing.run();
            problem = null;
        } catch (InputException e) {
            problem = "cannot save, and goes on in memory: " + e.getMessage();
        }
    }

    /** Waits until the copy under way is dealt with. */
    void await() {
        boolean interrupted = false;
        while (true) {
            try {
                underWay.get();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            } catch (ExecutionException e) {
                throw new IllegalStateException("the record of a run failed", e.getCause());
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** The network as last measured; null before the first time. */
    @Nullable
    Snapshot latest() {
        return latest;
    }

    /** Why the last attempt to write failed, null if it did not. */
    @Nullable
    String problem() {
        return problem;
    }

    /**
     * Seconds of one core that all this has taken so far, for the copies on the caller's thread too. Without the first record:
     * Java has yet to compile what it runs, and a budget that had to make up for that would have the next wait for seconds, when
     * a run changes most.
     */
    double spentSeconds() {
        return workSeconds + copySeconds;
    }

    /** Seconds of one core that the last look at the network took. */
    double lookSeconds() {
        return lookSeconds;
    }

    /** Seconds that the last checkpoint took. */
    double checkpointSeconds() {
        return checkpointSeconds;
    }

    /** Returns when what is under way is done and the thread has ended: the run's folder is given free next. */
    @Override
    public void close() {
        executor.shutdown();
        Thread begun = thread;
        boolean interrupted = false;
        // An executor says that it has ended while its thread is still about to.
        while (begun != null && begun.isAlive()) {
            try {
                begun.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
