package elboroom.app.trick;

import elboroom.app.ShellModel;
import elboroom.app.TabOnDemand;
import elboroom.app.TourStep;
import elboroom.app.chart.ChartFiles;
import java.util.List;
import java.util.concurrent.Executor;
import org.kordamp.ikonli.feather.Feather;

/** The Trick tab as the shell sees it. */
public final class TrickTab extends TabOnDemand {
    public static final String ID = "trick";

    private final TrickModel model;
    private final ShellModel shell;

    /**
     * Works out nothing until it is shown.
     *
     * @param drawing draws large pictures
     * @param files saves charts
     */
    public TrickTab(TrickModel model, ShellModel shell, Executor drawing, ChartFiles files) {
        super(ID, "Trick", Feather.SHUFFLE, shell, model::show, () -> new TrickView(model, shell, drawing, files));
        this.model = model;
        this.shell = shell;
    }

    @Override
    public void turnTo(String page) {
        Page.named(page).ifPresent(model::turnTo);
    }

    @Override
    public List<TourStep> tour() {
        return TrickTour.steps(model, shell);
    }
}
