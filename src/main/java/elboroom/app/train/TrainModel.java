package elboroom.app.train;

import elboroom.app.concurrent.WorkQueue;
import elboroom.app.train.SideModel.Side;
import elboroom.data.Catalogue;
import elboroom.train.RunDescription;
import elboroom.train.RunStore;
import elboroom.train.SessionStatus;
import elboroom.train.SessionStatus.State;
import elboroom.train.StoredRun;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** The Train tab without its looks: the form, the run that is shown, the runs there are. For the thread of the window. */
public final class TrainModel implements AutoCloseable {
    private static final double GENTLER = 0.1;

    private final WorkQueue worker;
    private final RunStore store;
    private final Explorer explorer;
    private final SetupModel setup;
    private final RunModel run;
    private final RunsModel runs;
    private final SideModel side = new SideModel();
    private final ReadOnlyObjectWrapper<@Nullable Notice> notice = new ReadOnlyObjectWrapper<>(this, "notice");

    /** Opens a moment of a run in Explore. */
    @FunctionalInterface
    public interface Explorer {
        void explore(RunMatter run, Moment moment);
    }

    /**
     * @param catalogue of the data to train on
     * @param store keeps the runs
     * @param ui runs updates of the window, in order
     * @param failures hears, through {@code ui}, what went wrong
     * @param messages told what the user has to know, one sentence at a time
     * @param explorer opens models in Explore
     * @param remembered what the form said the last time, or null
     */
    public TrainModel(
            Catalogue catalogue,
            RunStore store,
            Executor ui,
            Consumer<Throwable> failures,
            Consumer<String> messages,
            Explorer explorer,
            @Nullable Setup remembered) {
        this.explorer = explorer;
        this.store = store;
        worker = new WorkQueue("runs", ui, failures);
        setup = new SetupModel(catalogue, remembered == null ? Setup.USUAL : remembered);
        run = new RunModel(catalogue, store, worker, ui, messages, this::sessionEnded);
        runs = new RunsModel(catalogue, store, worker, messages, this::open);
        worker.submit(
                "purge",
                () -> {
                    store.purge();
                    return store;
                },
                done -> {});
        runs.refresh(this::offerToResume);
    }

    // ---- what there is to see ----

    /** The form of the next run. */
    public SetupModel setup() {
        return setup;
    }

    /** The run that is shown. */
    public RunModel run() {
        return run;
    }

    /** The runs that were kept. */
    public RunsModel runs() {
        return runs;
    }

    /** What stands beside the curves. */
    public SideModel side() {
        return side;
    }

    /** What has to be known now; null if nothing has. */
    public ReadOnlyObjectProperty<@Nullable Notice> noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    /** Whether nothing is under way that ends by itself. */
    public boolean isIdle() {
        return worker.idleProperty().get() && run.isIdle();
    }

    // ---- commands ----

    /** Starts a run as set up. */
    public void start() {
        if (setup.obstacleProperty().getValue().isEmpty()) {
            begin(setup.run());
        }
    }

    private void begin(RunDescription description) {
        notice.set(null);
        side.show(Side.NONE);
        run.begin(description);
    }

    private void open(StoredRun stored) {
        RunMatter shown = run.runProperty().get();
        SessionStatus now = run.statusProperty().get();
        boolean atIt = shown != null
                && shown.folder().equals(stored.folder())
                && now != null
                && !now.state().ended();
        if (!atIt) {
            notice.set(null);
            run.open(stored);
        }
    }

    /** Opens the model of the moment that is looked at in Explore. */
    public void explore() {
        RunMatter matter = run.runProperty().get();
        Moment moment = run.time().momentProperty().get();
        if (matter != null && moment != null) {
            explorer.explore(matter, moment);
        }
    }

    public void dismissNotice() {
        notice.set(null);
    }

    private void sessionEnded() {
        SessionStatus now = run.statusProperty().get();
        RunMatter matter = run.runProperty().get();
        if (now != null && matter != null && now.state() == State.DIVERGED) {
            notice.set(new Notice(
                    "“%s”: %s The map shows these weights.".formatted(matter.title(), now.problem()),
                    "Start again at a tenth of the rate",
                    () -> begin(gentler(matter.run(), now.learningRate()))));
        }
        runs.refresh();
    }

    /** The same run, but slower to learn; the form says so too. */
    private RunDescription gentler(RunDescription failed, double learningRate) {
        setup.set(SetupField.LEARNING_RATE, Texts.number(GENTLER * learningRate));
        return failed.withLearningRate(GENTLER * learningRate);
    }

    private void offerToResume(List<StoredRun> found) {
        found.stream()
                .filter(stored -> stored.state() == StoredRun.State.INTERRUPTED)
                .filter(stored -> setup.datasets().stream()
                        .anyMatch(set -> set.id().equals(stored.file().run().dataset())))
                .findFirst()
                .ifPresent(stored -> notice.set(new Notice(
                        "“%s” was interrupted. It can go on exactly where it was saved, as if it had not stopped."
                                .formatted(stored.title()),
                        "Resume",
                        () -> {
                            side.show(Side.NONE);
                            run.open(stored);
                            run.resume();
                        })));
    }

    /** Has the run under way saved and ended, without waiting for it; see {@link #ended}. */
    @Override
    public void close() {
        ended = run.close();
        worker.close();
        store.close();
    }

    /** Done when the run that was under way at {@link #close} has been saved. */
    public CompletableFuture<?> ended() {
        return ended;
    }

    private CompletableFuture<?> ended = CompletableFuture.completedFuture(null);
}
