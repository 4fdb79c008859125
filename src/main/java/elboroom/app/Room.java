package elboroom.app;

import elboroom.app.concurrent.DrawingThread;
import elboroom.app.concurrent.Engine;
import elboroom.app.concurrent.WorkQueue;
import elboroom.app.explore.ExploreModel;
import elboroom.app.explore.ExploreTab;
import elboroom.app.explore.Workspace;
import elboroom.app.train.TrainModel;
import elboroom.app.train.TrainTab;
import elboroom.data.Catalogue;
import elboroom.data.Home;
import java.util.List;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;

/** The composition root: makes everything that the window is built of, and ends it. For the thread of the window. */
public final class Room implements AutoCloseable {
    private final Engine engine;
    private final WorkQueue worker;
    private final DrawingThread drawing = new DrawingThread();
    private final ShellModel shell;
    private final ExploreModel explore;
    private final TrainModel train;
    private final List<Tab> tabs;
    private final ShellView view;

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
        engine = new Engine(Platform::runLater, shell::fail);
        worker = new WorkQueue("worker", Platform::runLater, shell::fail);
        explore = new ExploreModel(workspace, engine, worker, shell::tell, remembered.explore());
        workspace.problems().stream().findFirst().ifPresent(shell::tell);
        train = new TrainModel(new Catalogue(home.assets()), remembered.train());
        tabs = List.of(new ExploreTab(explore, shell, drawing), new TrainTab(train, shell, drawing));
        view = new ShellView(shell, tabs, new PickerBar(explore, shell), new StatusBar(explore, engine, worker));
    }

    /** A scene with everything in it and the window's keys. */
    public Scene scene(double width, double height) {
        Scene scene = new Scene(view, width, height);
        scene.getAccelerators().put(new KeyCodeCombination(KeyCode.Z, KeyCombination.SHORTCUT_DOWN), explore::undo);
        scene.getAccelerators()
                .put(
                        new KeyCodeCombination(KeyCode.Z, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN),
                        explore::redo);
        scene.getAccelerators().put(new KeyCodeCombination(KeyCode.Y, KeyCombination.SHORTCUT_DOWN), explore::redo);
        return scene;
    }

    public ShellModel shell() {
        return shell;
    }

    public ExploreModel explore() {
        return explore;
    }

    public TrainModel train() {
        return train;
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
        return engine.idleProperty().get() && worker.idleProperty().get() && drawing.isIdle() && train.isIdle();
    }

    /** Ends all threads. */
    @Override
    public void close() {
        train.close();
        engine.close();
        worker.close();
        drawing.close();
    }
}
