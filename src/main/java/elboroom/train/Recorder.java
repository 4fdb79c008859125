package elboroom.train;

import elboroom.data.ImageSet;
import elboroom.data.InputException;
import elboroom.model.VaeConfig;
import elboroom.model.layer.LayeredNetwork;
import elboroom.model.layer.LayeredVae;
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
    private final TestMeter meter;
    private final RunHistory history;
    private final Snapshots snapshots;
    private final FlatState copy;
    private final ExecutorService thread;
    private Future<?> underWay = java.util.concurrent.CompletableFuture.completedFuture(null);
    private volatile @Nullable Snapshot latest;
    private volatile @Nullable String problem;
    private volatile double busySeconds;
    private volatile double lastEvaluationSeconds;

    Recorder(
            RunFolder folder,
            VaeConfig config,
            ImageSet test,
            RunHistory history,
            Snapshots snapshots,
            int parameters) {
        this.folder = folder;
        this.config = config;
        this.meter = new TestMeter(test);
        this.history = history;
        this.snapshots = snapshots;
        this.copy = FlatState.ofSize(parameters);
        this.thread = Executors.newSingleThreadExecutor(job -> {
            Thread recorder = new Thread(job, "recorder");
            recorder.setDaemon(true);
            return recorder;
        });
    }

    /**
     * What to do with a copy of the network.
     *
     * @param snapshot whether to keep it as a snapshot
     * @param checkpoint whether to write it, and the curves, as what the run goes on from
     */
    record Task(boolean snapshot, boolean checkpoint) {}

    /** Whether the copy of before is dealt with. */
    boolean idle() {
        return underWay.isDone();
    }

    /** Copies the trainer's state, and has it measured and written; to be called only while this is idle. */
    void record(Trainer trainer, RunFile file, Task task) {
        trainer.read(copy);
        long step = trainer.stepsTaken();
        double seconds = trainer.seconds();
        underWay = thread.submit(() -> {
            long start = System.nanoTime();
            measure(step, task.snapshot());
            if (task.checkpoint()) {
                checkpoint(step, seconds, file);
            }
            busySeconds += (System.nanoTime() - start) * 1e-9;
        });
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

    private void measure(long step, boolean keep) {
        Snapshot before = latest;
        Snapshot snapshot = before == null || before.step() != step ? evaluate(step) : before;
        if (keep) {
            attempt(() -> snapshots.write(snapshot));
        }
    }

    private Snapshot evaluate(long step) {
        long start = System.nanoTime();
        LayeredNetwork network = new LayeredNetwork(config);
        network.write(copy.parameters(), network.parameters());
        Snapshot snapshot;
        try (LayeredVae vae = new LayeredVae(network, 1)) {
            snapshot = meter.measure(vae, step, copy.parameters().clone());
        }
        history.add(snapshot.losses());
        latest = snapshot;
        lastEvaluationSeconds = (System.nanoTime() - start) * 1e-9;
        return snapshot;
    }

    private void checkpoint(long step, double seconds, RunFile file) {
        attempt(() -> {
            folder.write(file);
            CheckpointFile.write(
                    new Checkpoint(step, copy.parameters(), copy.firstMoment(), copy.secondMoment(), seconds),
                    RunFolder.checkpoint(folder.folder()));
        });
    }

    private void attempt(Runnable writing) {
        try {
            writing.run();
            problem = null;
        } catch (InputException e) {
            problem = e.getMessage();
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

    /** Seconds spent by this thread since it began. */
    double busySeconds() {
        return busySeconds;
    }

    /** Seconds that the last evaluation took. */
    double lastEvaluationSeconds() {
        return lastEvaluationSeconds;
    }

    /** Lets what is under way end, and ends the thread. */
    @Override
    public void close() {
        thread.shutdown();
    }
}
