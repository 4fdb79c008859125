package elboroom.app.losses;

import elboroom.app.ShellModel;
import elboroom.app.Tab;
import elboroom.app.TourStep;
import elboroom.app.chart.ChartFiles;
import elboroom.app.explore.ExploreModel;
import java.util.List;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/** The Losses tab as the shell sees it. */
public final class LossesTab implements Tab {
    public static final String ID = "losses";

    private final LossesModel model;
    private final ShellModel shell;
    private final ExploreModel explore;
    private final ChartFiles files;
    private final Runnable comparePair;
    private @Nullable LossesView view;

    /**
     * Measures nothing until it is shown.
     *
     * @param files saves charts
     * @param comparePair puts an autoencoder beside a VAE
     */
    public LossesTab(
            LossesModel model, ShellModel shell, ExploreModel explore, ChartFiles files, Runnable comparePair) {
        this.model = model;
        this.shell = shell;
        this.explore = explore;
        this.files = files;
        this.comparePair = comparePair;
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
        return "Losses";
    }

    @Override
    public Ikon icon() {
        return Feather.BAR_CHART_2;
    }

    /** Made when it is first shown: the window's first picture does not wait for it. */
    @Override
    public Node node() {
        LossesView shown = view;
        if (shown == null) {
            shown = new LossesView(model, shell, files, comparePair);
            view = shown;
        }
        return shown;
    }

    @Override
    public List<TourStep> tour() {
        return List.of(
                step("losses-balance", "mnist-vae-2d", Page.BALANCE, false),
                step("losses-collapse", "mnist-vae-10d", Page.COLLAPSE, false),
                step("losses-collapsed", "mnist-beta-20-10d", Page.COLLAPSE, false),
                step("losses-beta", "mnist-beta-4-10d", Page.BALANCE, false),
                step("losses-models", "mnist-vae-10d", Page.MODELS, false),
                step("losses-images", "mnist-vae-2d", Page.IMAGES, false),
                step("losses-images-autoencoder", "mnist-ae-2d", Page.IMAGES, false),
                step("losses-autoencoder", "mnist-ae-2d", Page.BALANCE, false),
                step("losses-dark", "mnist-vae-10d", Page.COLLAPSE, true));
    }

    private TourStep step(String name, String subject, Page page, boolean dark) {
        return new TourStep(name, () -> {
            shell.darkProperty().set(dark);
            shell.projectorProperty().set(false);
            if (explore.models().stream().anyMatch(choice -> choice.name().equals(subject))) {
                explore.chooseModel(subject);
            }
            ((LossesView) node()).show(page);
        });
    }
}
