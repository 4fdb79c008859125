package elboroom.app.trick;

import elboroom.app.ShellModel;
import elboroom.app.Tab;
import elboroom.app.TourStep;
import elboroom.app.chart.ChartFiles;
import java.util.List;
import java.util.concurrent.Executor;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/** The Trick tab as the shell sees it. */
public final class TrickTab implements Tab {
    public static final String ID = "trick";

    private final TrickModel model;
    private final ShellModel shell;
    private final Executor drawing;
    private final ChartFiles files;
    private @Nullable TrickView view;

    /**
     * Works out nothing until it is shown.
     *
     * @param drawing draws large pictures
     * @param files saves charts
     */
    public TrickTab(TrickModel model, ShellModel shell, Executor drawing, ChartFiles files) {
        this.model = model;
        this.shell = shell;
        this.drawing = drawing;
        this.files = files;
        shell.tabProperty().addListener((observable, was, is) -> model.show(is.equals(ID)));
        if (shell.tabProperty().get().equals(ID)) {
            model.show(true);
        }
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String title() {
        return "Trick";
    }

    @Override
    public Ikon icon() {
        return Feather.SHUFFLE;
    }

    /** Made when it is first shown: the window's first picture does not wait for it. */
    @Override
    public Node node() {
        TrickView shown = view;
        if (shown == null) {
            shown = new TrickView(model, shell, drawing, files);
            view = shown;
        }
        return shown;
    }

    @Override
    public List<TourStep> tour() {
        return TrickTour.steps(model, shell);
    }
}
