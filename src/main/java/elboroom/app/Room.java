package elboroom.app;

import elboroom.app.chart.ChartFiles;
import elboroom.app.compare.CompareModel;
import elboroom.app.compare.CompareTab;
import elboroom.app.concurrent.DrawingThread;
import elboroom.app.concurrent.Engine;
import elboroom.app.concurrent.WorkQueue;
import elboroom.app.data.ImportModel;
import elboroom.app.data.ImportSheet;
import elboroom.app.data.OpenDataButton;
import elboroom.app.evidence.EvidenceModel;
import elboroom.app.evidence.EvidenceTab;
import elboroom.app.explore.ExploreModel;
import elboroom.app.explore.ExploreTab;
import elboroom.app.explore.Workspace;
import elboroom.app.exported.OpenModelButton;
import elboroom.app.exported.OpeningModel;
import elboroom.app.exported.QuestionSheet;
import elboroom.app.geometry.GeometryModel;
import elboroom.app.geometry.GeometryTab;
import elboroom.app.interpolate.InterpolateModel;
import elboroom.app.interpolate.InterpolateTab;
import elboroom.app.lessons.LessonSources;
import elboroom.app.lessons.LessonsModel;
import elboroom.app.lessons.LessonsTab;
import elboroom.app.losses.LossesModel;
import elboroom.app.losses.LossesTab;
import elboroom.app.losses.TrailsModel;
import elboroom.app.recent.Recent.Kind;
import elboroom.app.recent.RecentFiles;
import elboroom.app.recent.RecentMenu;
import elboroom.app.settings.CopiesModel;
import elboroom.app.settings.SettingsModel;
import elboroom.app.settings.SettingsSheet;
import elboroom.app.train.SideModel;
import elboroom.app.train.TrainModel;
import elboroom.app.train.TrainTab;
import elboroom.app.trick.TrickModel;
import elboroom.app.trick.TrickTab;
import elboroom.app.undo.Undo;
import elboroom.app.view.ViewButton;
import elboroom.app.view.ViewFile;
import elboroom.app.view.ViewsModel;
import elboroom.app.widget.InTurn;
import elboroom.data.Home;
import elboroom.data.Processors;
import elboroom.data.own.KeptData;
import elboroom.data.own.OwnData;
import elboroom.train.RunStore;
import elboroom.train.StoredRun;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableStringValue;
import javafx.beans.value.ObservableValue;
import javafx.scene.Parent;
import javafx.scene.Scene;

/** The composition root: makes everything that the window is built of, and ends it. For the thread of the window. */
public final class Room implements AutoCloseable {
    private final List<Engine> engines = new ArrayList<>();
    /** Whether each of the threads has nothing to do, by what it is for. */
    private final Map<String, BooleanSupplier> idle = new LinkedHashMap<>();

    private final WorkQueue worker;
    private final WorkQueue racing;
    private final DrawingThread drawing = new DrawingThread();
    private final ShellModel shell;
    private final ExploreModel explore;
    private final ImportModel own;
    private final OpenedModels models;
    private final RecentFiles recent;
    private final TrainModel train;
    private final CompareModel compare;
    private final GeometryModel geometry;
    private final InterpolateModel interpolate;
    private final EvidenceModel evidence;
    private final LessonsModel lessons;
    private final SettingsModel settings;
    private final ExploreTab exploreTab;
    private final List<Tab> tabs;
    private final ViewsModel views;
    /** The steps of the tab that is shown. */
    private final ObservableValue<Undo> steps;

    private final Shortcuts shortcuts;
    private final ShellView view;
    /** False from when a scene has been made until it has been painted. */
    private boolean painted = true;

    /**
     * @param workspace models and data
     * @param home where logs and runs are kept
     * @param remembered what the window was like
     */
    public Room(Workspace workspace, Home home, WindowState remembered) {
        shell = new ShellModel(MainWindow.logs(home));
        shell.darkProperty().set(remembered.dark());
        shell.projectorProperty().set(remembered.projector());
        shell.tabProperty().set(remembered.tab());
        Theme.use(remembered.dark());
        if (remembered.threads() > 0) {
            Processors.limit(remembered.threads());
        }
        Engine engine = engine("explore");
        worker = new WorkQueue("worker", Platform::runLater, shell::fail);
        racing = new WorkQueue("race", Platform::runLater, shell::fail);
        recent = new RecentFiles(remembered.recent(), worker);
        explore = new ExploreModel(workspace, engine, worker, shell::tell, remembered.explore());
        compare =
                new CompareModel(workspace, engine("left"), engine("right"), worker, shell::tell, remembered.compare());
        workspace.problems().stream().findFirst().ifPresent(shell::tell);
        OwnData ownData = new OwnData(home.user());
        own = new ImportModel(ownData, Platform::runLater, shell::fail, kept -> open(workspace, kept));
        models = new OpenedModels(workspace, home, worker, explore, shell, recent);
        train = new TrainModel(
                workspace.catalogue(),
                new RunStore(home.user().resolve("runs")),
                Platform::runLater,
                shell::fail,
                shell::tell,
                models::explore,
                remembered.train());
        ChartFiles files = new ChartFiles(worker, shell::tell);
        LossesModel losses = new LossesModel(workspace, explore, engine("losses"), Platform::runLater);
        TrailsModel trails = new TrailsModel(explore, train.runs(), worker, this::openRun);
        evidence = new EvidenceModel(workspace, explore, engine("evidence"), Platform::runLater);
        geometry = new GeometryModel(workspace, explore, engine("geometry"), engine("scores"), Platform::runLater);
        interpolate = new InterpolateModel(workspace, explore, engine("interpolate"), Platform::runLater);
        DataInUse use = new DataInUse(workspace, explore, interpolate, compare, train);
        settings = new SettingsModel(
                home, shell, recent, new CopiesModel(ownData, worker, use::where, use::leave, shell::tell), worker);
        TrickModel trick =
                new TrickModel(workspace, explore, engine("draw"), engine("variance"), racing, Platform::runLater);
        lessons = new LessonsModel(
                home.user().resolve("lessons"),
                worker,
                workspace,
                new LessonSources(shell, explore, evidence, trick, geometry, train),
                engine("lesson"),
                engine("challenge"),
                (id, page) -> tab(id).turnTo(page),
                Platform::runLater);
        lessons.remember(remembered.lessons());
        LessonsTab lessonsTab = new LessonsTab(lessons, shell, files);
        exploreTab = new ExploreTab(explore, shell, drawing, files, this::compareUsualPair);
        tabs = List.of(
                exploreTab,
                new InterpolateTab(interpolate, shell, drawing, files),
                new LossesTab(losses, trails, shell, explore, files, this::compareUsualPair),
                new EvidenceTab(evidence, shell, explore, drawing, files),
                new GeometryTab(geometry, shell, drawing, files),
                new TrickTab(trick, shell, drawing, files),
                new CompareTab(compare, shell, drawing, files),
                new TrainTab(train, shell, drawing, files),
                lessonsTab);
        idle.put("files", worker.idleProperty()::get);
        idle.put("race", racing.idleProperty()::get);
        idle.put("drawing", drawing::isIdle);
        idle.put("own data", own.idleProperty()::get);
        idle.put("training", train::isIdle);
        views = new ViewsModel(workspace, explore, shell, tabs, lessons, worker, file -> recent.add(Kind.VIEW, file));
        ObservableValue<Tab> shown = shell.tabProperty().map(this::tab);
        steps = shown.map(tab -> tab.steps().orElse(explore.steps()));
        BooleanProperty keys = new SimpleBooleanProperty(this, "keys");
        ViewButton viewButton = RecentMenu.add(new ViewButton(views), recent, Kind.VIEW, views::open);
        shortcuts = new Shortcuts(shell, tabs, steps, viewButton, keys, settings.shownProperty(), this::isCovered);
        view = new ShellView(
                shell,
                tabs,
                new PickerBar(
                        explore,
                        shell,
                        RecentMenu.add(new OpenModelButton(models::open), recent, Kind.MODEL, models::open),
                        RecentMenu.add(new OpenDataButton(own), recent, Kind.DATA, own::look),
                        List.of(viewButton, SettingsSheet.button(settings), KeysSheet.button(keys)),
                        steps,
                        shown.map(Tab::pickers)),
                new StatusBar(
                        explore,
                        engine,
                        Stream.concat(
                                        engines.stream().map(Engine::activityProperty),
                                        Stream.of(racing.activityProperty(), worker.activityProperty()))
                                .<ObservableStringValue>map(each -> each)
                                .toList(),
                        shown.map(Tab::status)),
                lessonsTab.companion(),
                List.of(
                        new ImportSheet(own),
                        new QuestionSheet(models.opening()),
                        new SettingsSheet(settings),
                        new KeysSheet(shortcuts, keys)));
        lessonsTab.photograph(view.middle());
        view.setOnDragOver(OpenDataButton::over);
        view.setOnDragDropped(event -> {
            Path dropped = OpenDataButton.dropped(event);
            if (dropped != null) {
                openDropped(dropped);
            }
        });
    }

    /** Another thread with a network of its own: each tab that measures for long has one, so that the hand never waits. */
    private Engine engine(String name) {
        Engine made = new Engine(Platform::runLater, shell::fail);
        engines.add(made);
        idle.put(name, made.idleProperty()::get);
        return made;
    }

    private boolean isCovered() {
        return view.isCovered();
    }

    private Tab tab(String id) {
        return tabs.stream().filter(tab -> tab.id().equals(id)).findFirst().orElse(tabs.get(0));
    }

    void openDropped(Path path) {
        if (ViewFile.is(path)) {
            views.open(path);
        } else if (OpenedModels.isModel(path)) {
            models.open(path);
        } else {
            own.look(path);
        }
    }

    /** Own data is shown, through a model that takes it, or else is ready to be trained on. */
    private void open(Workspace workspace, KeptData kept) {
        workspace.add(kept);
        recent.add(Kind.DATA, kept.source());
        train.setup().chooseData(kept.dataset().id());
        boolean taken = workspace.models().stream()
                .anyMatch(model -> model.shape().equals(kept.dataset().shape()));
        if (taken && !shell.tabProperty().get().equals(TrainTab.ID)) {
            explore.showData(kept.dataset().testId());
        } else {
            train.side().show(SideModel.Side.SETUP);
            shell.tabProperty().set(TrainTab.ID);
            if (!taken) {
                shell.tell("No model takes images of %s yet: train one here on “%s”, then explore it"
                        .formatted(kept.dataset().shape(), kept.dataset().title()));
            }
        }
    }

    private void openRun(StoredRun run) {
        train.runs().open(run);
        train.side().show(SideModel.Side.NONE);
        shell.tabProperty().set(TrainTab.ID);
    }

    private void compareUsualPair() {
        compare.openUsualPair();
        shell.tabProperty().set(CompareTab.ID);
    }

    /** A scene with everything in it and the window's keys. */
    public Scene scene(double width, double height) {
        Scene scene = new Scene(view, width, height);
        holdUntilPainted();
        shortcuts.bind(scene);
        PressedDrags.onlyIn(scene);
        // A picture asked for by an event just before the frame is shown in it, rather than in the next.
        scene.addPreLayoutPulseListener(() -> {
            engines.forEach(Engine::deliverReady);
            worker.deliverReady();
        });
        return scene;
    }

    /** What has time until the window's first picture would otherwise take the processor from it. */
    private void holdUntilPainted() {
        painted = false;
        explore.survey().hold();
        BooleanSupplier somethingToSee = () -> explore.scatterProperty().get().size() > 0 || areThreadsIdle();
        new FirstPaint(somethingToSee, () -> {
                    painted = true;
                    explore.survey().release();
                    exploreTab.complete();
                })
                .start();
    }

    public ShellModel shell() {
        return shell;
    }

    public ExploreModel explore() {
        return explore;
    }

    public ImportModel own() {
        return own;
    }

    public OpeningModel opening() {
        return models.opening();
    }

    public TrainModel train() {
        return train;
    }

    /** The lessons, and the one under way. */
    public LessonsModel lessons() {
        return lessons;
    }

    public CompareModel compare() {
        return compare;
    }

    SettingsModel settings() {
        return settings;
    }

    RecentFiles recent() {
        return recent;
    }

    public ViewsModel views() {
        return views;
    }

    /** The root of the window's nodes. */
    public Parent view() {
        return view;
    }

    List<Tab> tabs() {
        return tabs;
    }

    /** Whether nothing is being computed or drawn off the thread of the window. */
    public boolean isIdle() {
        return painted && areThreadsIdle() && !InTurn.isUnderWay(view);
    }

    /** Names what is being computed or drawn off the thread of the window, or waits for its next pulses. */
    List<String> busy() {
        List<String> busy = new ArrayList<>();
        idle.forEach((name, isIdle) -> {
            if (!isIdle.getAsBoolean()) {
                busy.add(name);
            }
        });
        if (!painted || InTurn.isUnderWay(view)) {
            busy.add("parts of the window");
        }
        return busy;
    }

    private boolean areThreadsIdle() {
        return idle.values().stream().allMatch(BooleanSupplier::getAsBoolean);
    }

    /** Done when a run that was under way at {@link #close} has been saved. */
    CompletableFuture<?> ended() {
        return train.ended();
    }

    /** Ends all threads; the one of a run under way once the run has been saved. */
    @Override
    public void close() {
        own.close();
        lessons.leave();
        train.close();
        geometry.show(false);
        interpolate.show(false);
        evidence.show(false);
        engines.forEach(Engine::close);
        racing.close();
        worker.close();
        drawing.close();
    }
}
