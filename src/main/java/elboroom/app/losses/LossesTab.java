package elboroom.app.losses;

import elboroom.app.ShellModel;
import elboroom.app.TabOnDemand;
import elboroom.app.TabState;
import elboroom.app.TourStep;
import elboroom.app.chart.ChartFiles;
import elboroom.app.explore.ExploreModel;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The Losses tab as the shell sees it. */
public final class LossesTab extends TabOnDemand {
    public static final String ID = "losses";

    private final ShellModel shell;
    private final ExploreModel explore;

    /**
     * Measures nothing until it is shown.
     *
     * @param trails ways of the runs that were kept
     * @param files saves charts
     * @param comparePair puts an autoencoder beside a VAE
     */
    public LossesTab(
            LossesModel model,
            TrailsModel trails,
            ShellModel shell,
            ExploreModel explore,
            ChartFiles files,
            Runnable comparePair) {
        super(
                ID,
                "Losses",
                Feather.BAR_CHART_2,
                shell,
                on -> {
                    model.show(on);
                    trails.show(on);
                },
                () -> new LossesView(model, trails, shell, files, comparePair));
        this.shell = shell;
        this.explore = explore;
    }

    /**
     * @param page that is seen
     * @param bars what the bars of the page on collapse show; null for the usual
     * @param images which of them are leafed through; null for the usual
     */
    record Shown(Page page, @Nullable CollapseMeasure bars, ImagesPage.@Nullable Choice images) {
        Shown {
            Objects.requireNonNull(page, "page");
        }
    }

    @Override
    public Optional<TabState<?>> state() {
        return Optional.of(new TabState<>(
                Shown.class,
                () -> ((LossesView) node()).shown(),
                (shown, explored) -> () -> ((LossesView) node()).show(shown)));
    }

    @Override
    public void turnTo(String page) {
        page(Page.class, page).ifPresent(((LossesView) node())::show);
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
