package elboroom.app.explore;

import elboroom.app.ShellModel;
import elboroom.app.Tab;
import elboroom.app.TourStep;
import elboroom.app.chart.ChartFiles;
import java.util.List;
import java.util.concurrent.Executor;
import javafx.scene.Node;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/** The Explore tab as the shell sees it. */
public final class ExploreTab implements Tab {
    public static final String ID = "explore";

    private final ExploreView view;
    private final ExploreTour tour;

    /**
     * @param drawing draws the map's points off the thread of the window
     * @param files saves pictures
     * @param compare opens an autoencoder beside a VAE, in a tab of its own
     */
    public ExploreTab(ExploreModel model, ShellModel shell, Executor drawing, ChartFiles files, Runnable compare) {
        view = new ExploreView(model, shell.darkProperty(), drawing, files, compare);
        tour = new ExploreTour(model, shell);
    }

    /** Shows what stands beside the map, too; to be called when the window has had its first picture. */
    public void complete() {
        view.complete();
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String title() {
        return "Explore";
    }

    @Override
    public Ikon icon() {
        return Feather.COMPASS;
    }

    @Override
    public Node node() {
        return view;
    }

    @Override
    public List<TourStep> tour() {
        return tour.steps();
    }
}
