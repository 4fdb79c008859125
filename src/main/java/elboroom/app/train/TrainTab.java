package elboroom.app.train;

import elboroom.app.ShellModel;
import elboroom.app.Tab;
import elboroom.app.TabState;
import elboroom.app.TourStep;
import elboroom.app.chart.ChartFiles;
import elboroom.app.chart.Range;
import elboroom.app.map.MapExtent;
import elboroom.app.undo.Undo;
import elboroom.train.SessionStatus;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/** The Train tab as the shell sees it. */
public final class TrainTab implements Tab {
    /** Stable name. */
    public static final String ID = "train";

    private final TrainModel model;
    private final ShellModel shell;
    private final Executor drawing;
    private final ChartFiles files;
    private final RunHeader header;
    private final ObservableValue<String> status;
    private @Nullable TrainView view;

    /**
     * @param drawing draws the map's points off the thread of the window
     * @param files saves charts
     */
    public TrainTab(TrainModel model, ShellModel shell, Executor drawing, ChartFiles files) {
        this.model = model;
        this.shell = shell;
        this.drawing = drawing;
        this.files = files;
        header = new RunHeader(model.run(), model.side(), model::explore);
        status = Bindings.createStringBinding(
                () -> {
                    SessionStatus now = model.run().statusProperty().get();
                    if (now == null) {
                        return "";
                    }
                    String progress = Texts.progress(now);
                    return progress.isEmpty() ? Texts.state(now) : progress + " · " + Texts.state(now);
                },
                model.run().statusProperty());
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String title() {
        return "Train";
    }

    @Override
    public Ikon icon() {
        return Feather.ACTIVITY;
    }

    /** Made when it is first shown: the window's first picture does not wait for it. */
    @Override
    public Node node() {
        return view();
    }

    private TrainView view() {
        TrainView shown = view;
        if (shown == null) {
            shown = new TrainView(model, shell.darkProperty(), drawing, files);
            view = shown;
        }
        return shown;
    }

    @Override
    public Optional<Undo> steps() {
        return Optional.of(model.runs().deletions());
    }

    @Override
    public Optional<Node> pickers() {
        return Optional.of(header);
    }

    @Override
    public Optional<ObservableValue<String>> status() {
        return Optional.of(status);
    }

    /**
     * @param side what stands beside the curves
     * @param setup of the next run
     * @param run folder of the run that is shown, a name; null for none
     * @param step of the run that is looked at; null for the newest
     * @param beside folders of the runs that are laid over it; null for none
     * @param look what is seen of it; null for the usual
     */
    record Shown(
            SideModel.Side side,
            Setup setup,
            @Nullable String run,
            @Nullable Long step,
            @Nullable List<String> beside,
            @Nullable Look look) {
        Shown {
            Objects.requireNonNull(side, "side");
            Objects.requireNonNull(setup, "setup");
        }
    }

    /**
     * @param epochs that the curves show; null for all
     * @param map part of the plane that is seen; null for all
     * @param points whether the map shows them
     * @param mosaic whether the map shows it
     */
    record Look(@Nullable Range epochs, @Nullable MapExtent map, boolean points, boolean mosaic) {
        private static final Look USUAL = new Look(null, null, true, false);
    }

    @Override
    public Optional<TabState<?>> state() {
        return Optional.of(new TabState<>(Shown.class, this::shown, (shown, explored) -> {
            String run = shown.run();
            if (run != null) {
                model.runs().requireRun(run);
            }
            return () -> {
                model.side().show(shown.side());
                model.setup().fill(shown.setup());
                Look look = shown.look() == null ? Look.USUAL : shown.look();
                if (run != null) {
                    model.show(
                            run,
                            shown.step(),
                            shown.beside() == null ? List.of() : shown.beside(),
                            () -> view().look(look));
                } else {
                    view().look(look);
                }
            };
        }));
    }

    private Shown shown() {
        RunMatter run = model.run().runProperty().get();
        TimeModel time = model.run().time();
        return new Shown(
                model.side().sideProperty().get(),
                model.setup().setup(),
                run == null ? null : String.valueOf(run.folder().getFileName()),
                run == null || time.liveProperty().get()
                        ? null
                        : time.stepProperty().get(),
                model.runs().comparisons().folders(),
                view().look());
    }

    @Override
    public List<TourStep> tour() {
        return new TrainTour(model, shell, this::press).steps();
    }

    private void press(String id) {
        if (node().lookup("#" + id) instanceof ButtonBase button) {
            button.fire();
        }
    }
}
