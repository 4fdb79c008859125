package elboroom.app.train;

import elboroom.app.concurrent.WorkQueue;
import elboroom.app.train.SideModel.Side;
import elboroom.data.Catalogue;
import elboroom.train.RunDescription;
import elboroom.train.RunStore;
import elboroom.train.SessionStatus;
import elboroom.train.SessionStatus.State;
import elboroom.train.SettingChange.Setting;
import elboroom.train.StoredRun;
import elboroom.train.Trouble;
import elboroom.train.Trouble.Remedy;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** The Train tab without its looks: the form, the run that is shown, the runs there are. For the thread of the window. */
public final class TrainModel implements AutoCloseable {
    private final WorkQueue worker;
    private final RunStore store;
    private final Explorer explorer;
    private final SetupModel setup;
    private final RunModel run;
    private final RunsModel runs;
    private final SideModel side = new SideModel();
    /** Which trouble has been told; empty for none. */
    private String said = "";

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
        run = new RunModel(catalogue, store, worker, ui, messages, this::listRuns);
        runs = new RunsModel(catalogue, store, worker, messages, run.runProperty(), this::open);
        run.statusProperty().addListener((observable, was, is) -> {
            if (is != null) {
                tell(
                        is.state() == State.FAILED ? null : is.trouble(),
                        is.state().ended());
            }
        });
        run.dataProperty().addListener((observable, was, is) -> {
            // Of a kept run, which has no session that would say so.
            if (is != null && run.statusProperty().get() == null) {
                tell(is.trouble(), true);
            }
        });
        runs.runsProperty().addListener((observable, was, is) -> run.follow(is));
        side.sideProperty().addListener((observable, was, is) -> {
            // What is under way has come further, in this window or another.
            if (is == Side.RUNS) {
                runs.refresh();
            }
        });
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

    /**
     * Fills the form in for one of the runs worth doing, and shows it.
     *
     * @return false if there is no such run
     */
    public boolean setUp(String preset) {
        Optional<Preset> known =
                Preset.ALL.stream().filter(each -> each.id().equals(preset)).findFirst();
        known.ifPresent(each -> {
            setup.fill(each.setup());
            side.show(Side.SETUP);
        });
        return known.isPresent();
    }

    private void begin(RunDescription description) {
        notice.set(null);
        side.show(Side.NONE);
        run.begin(description);
    }

    /**
     * Shows a kept run at one of its moments.
     *
     * @param folder of the run, a name
     * @param step that is looked at; null for the newest
     * @param beside folders of the runs that are laid over it
     * @param then told once it is shown
     */
    void show(String folder, @Nullable Long step, List<String> beside, Runnable then) {
        runs.open(folder, beside, () -> {
            if (step == null) {
                run.time().goLive();
            } else {
                run.time().seek(step);
            }
            then.run();
        });
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
            said = "";
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

    private void listRuns() {
        runs.refresh();
    }

    /** Says what is wrong with the run, once and again at its end: it may be dismissed while it is still wrong. */
    private void tell(@Nullable Trouble trouble, boolean ended) {
        String mark = "";
        if (trouble != null) {
            // Numbers in the text may change with every step.
            String what = trouble.step() == 0 ? trouble.text() : trouble.mark() + trouble.step();
            mark = (ended ? "in the end " : "") + what;
        }
        if (!mark.equals(said)) {
            said = mark;
            RunMatter matter = run.runProperty().get();
            notice.set(trouble == null || matter == null ? null : notice(matter, trouble));
        }
    }

    private Notice notice(RunMatter matter, Trouble trouble) {
        String text = "“%s”: %s%s"
                .formatted(matter.title(), trouble.text(), trouble.diverged() ? " The map shows these weights." : "");
        Remedy remedy = trouble.remedy();
        if (remedy == null) {
            return Notice.of(text);
        }
        String other = remedy.setting() == Setting.BETA
                ? "Start again with β at " + Texts.number(remedy.value())
                : "Start again at a tenth of the rate";
        return new Notice(text, other, () -> {
            setup.set(
                    remedy.setting() == Setting.BETA ? SetupField.BETA : SetupField.LEARNING_RATE,
                    Texts.number(remedy.value()));
            begin(matter.run().with(remedy));
        });
    }

    private void offerToResume(List<StoredRun> found) {
        found.stream()
                .filter(stored -> stored.state() == StoredRun.State.INTERRUPTED && !stored.diverged())
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
