package elboroom.app.evidence;

import elboroom.app.ShellModel;
import elboroom.app.TabOnDemand;
import elboroom.app.TabState;
import elboroom.app.TourStep;
import elboroom.app.chart.ChartFiles;
import elboroom.app.explore.ExploreModel;
import elboroom.app.map.MapExtent;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The Evidence tab as the shell sees it. */
public final class EvidenceTab extends TabOnDemand {
    public static final String ID = "evidence";

    private static final int TOURED = 40;

    private final EvidenceModel model;
    private final ShellModel shell;
    private final ExploreModel explore;

    /**
     * Works out nothing until it is shown.
     *
     * @param drawing draws large pictures
     * @param files saves charts
     */
    public EvidenceTab(
            EvidenceModel model, ShellModel shell, ExploreModel explore, Executor drawing, ChartFiles files) {
        super(
                ID,
                "Evidence",
                Feather.CROSSHAIR,
                shell,
                model::show,
                () -> new EvidenceView(model, shell, drawing, files));
        this.model = model;
        this.shell = shell;
        this.explore = explore;
    }

    /**
     * @param page that is seen
     * @param step of the way to the best Gaussian; null for the encoder's
     * @param plane part of the plane that is seen; null for all
     * @param close part of the close view that is seen; null for all
     */
    record Shown(
            Page page,
            @Nullable Integer step,
            @Nullable MapExtent plane,
            @Nullable MapExtent close) {
        Shown {
            Objects.requireNonNull(page, "page");
        }
    }

    @Override
    public Optional<TabState<?>> state() {
        return Optional.of(new TabState<>(
                Shown.class,
                () -> ((EvidenceView) node()).shown(),
                (shown, explored) -> () -> ((EvidenceView) node()).show(shown)));
    }

    @Override
    public void turnTo(String page) {
        page(Page.class, page).ifPresent(((EvidenceView) node())::show);
    }

    @Override
    public List<TourStep> tour() {
        return List.of(
                step("evidence-image", "mnist-vae-2d", 0, Page.IMAGE, false),
                step("evidence-off", "mnist-vae-2d", 18, Page.IMAGE, false),
                fitted("evidence-fitted", 8),
                survey("evidence-survey"),
                step("evidence-many-dimensions", "mnist-vae-10d", 0, Page.IMAGE, false),
                step("evidence-autoencoder", "mnist-ae-2d", 0, Page.IMAGE, false),
                step("evidence-dark", "mnist-vae-2d", 0, Page.IMAGE, true));
    }

    /** An image with its best Gaussian. */
    private TourStep fitted(String name, int image) {
        TourStep first = step(name, "mnist-vae-2d", image, Page.IMAGE, false);
        return new TourStep(name, () -> {
            first.enter().run();
            model.showStepOnce(Integer.MAX_VALUE);
        });
    }

    /** Of as many images as a tour waits for. */
    private TourStep survey(String name) {
        TourStep first = step(name, "mnist-vae-2d", 0, Page.SURVEY, false);
        return new TourStep(name, () -> {
            model.survey().measureAtMost(TOURED);
            first.enter().run();
        });
    }

    private TourStep step(String name, String subject, int image, Page page, boolean dark) {
        return new TourStep(name, () -> {
            shell.darkProperty().set(dark);
            shell.projectorProperty().set(false);
            if (explore.models().stream().anyMatch(choice -> choice.name().equals(subject))) {
                explore.chooseModel(subject);
            }
            explore.select(image);
            ((EvidenceView) node()).show(page);
        });
    }
}
