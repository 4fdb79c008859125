package elboroom.app.train;

import elboroom.app.ShellModel;
import elboroom.app.Tab;
import elboroom.app.TourStep;
import java.util.List;
import java.util.concurrent.Executor;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/** The Train tab as the shell sees it. */
public final class TrainTab implements Tab {
    private final TrainModel model;
    private final ShellModel shell;
    private final Executor drawing;
    private @Nullable TrainView view;

    /** @param drawing draws the map's points off the thread of the window */
    public TrainTab(TrainModel model, ShellModel shell, Executor drawing) {
        this.model = model;
        this.shell = shell;
        this.drawing = drawing;
    }

    @Override
    public String id() {
        return "train";
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
        TrainView shown = view;
        if (shown == null) {
            shown = new TrainView(model, shell.darkProperty(), drawing);
            view = shown;
        }
        return shown;
    }

    @Override
    public List<TourStep> tour() {
        return List.of(new TourStep("train-setup", () -> {
            shell.darkProperty().set(false);
            shell.projectorProperty().set(false);
        }));
    }
}
