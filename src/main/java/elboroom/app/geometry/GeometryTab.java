package elboroom.app.geometry;

import elboroom.app.ShellModel;
import elboroom.app.TabOnDemand;
import elboroom.app.TabState;
import elboroom.app.TourStep;
import elboroom.app.chart.ChartFiles;
import elboroom.app.map.MapExtent;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The Geometry tab as the shell sees it. */
public final class GeometryTab extends TabOnDemand {
    public static final String ID = "geometry";

    private final GeometryModel model;
    private final ShellModel shell;

    /**
     * Works out nothing until it is shown.
     *
     * @param drawing draws large pictures
     * @param files saves maps and charts
     */
    public GeometryTab(GeometryModel model, ShellModel shell, Executor drawing, ChartFiles files) {
        super(
                ID,
                "Geometry",
                Feather.HEXAGON,
                shell,
                model::show,
                () -> new GeometryView(model, shell, drawing, files));
        this.model = model;
        this.shell = shell;
    }

    /**
     * @param page that is seen
     * @param stretch that the map of continuity shows
     * @param source of the samples among the holes
     * @param seed of these samples; null for the usual
     * @param sight of the page's map; null for all of it
     */
    record Shown(
            Page page,
            Stretch stretch,
            Source source,
            @Nullable Long seed,
            @Nullable Sight sight) {
        Shown {
            Objects.requireNonNull(page, "page");
            Objects.requireNonNull(stretch, "stretch");
            Objects.requireNonNull(source, "source");
        }
    }

    /**
     * @param view part of the plane; null for all
     * @param codes whether they are drawn over the stretches
     */
    record Sight(@Nullable MapExtent view, boolean codes) {}

    @Override
    public Optional<TabState<?>> state() {
        return Optional.of(new TabState<>(Shown.class, this::shown, (shown, explored) -> () -> {
            model.continuity().choose(shown.stretch());
            model.holes().choose(shown.source(), shown.seed() == null ? HolesModel.FIRST_SEED : shown.seed());
            model.turnTo(shown.page());
            ((GeometryView) node()).show(shown.sight() == null ? new Sight(null, false) : shown.sight());
        }));
    }

    private Shown shown() {
        return new Shown(
                model.pageProperty().get(),
                model.continuity().stretchProperty().get(),
                model.holes().sourceProperty().get(),
                model.holes().seed(),
                ((GeometryView) node()).sight());
    }

    @Override
    public void turnTo(String page) {
        page(Page.class, page).ifPresent(model::turnTo);
    }

    @Override
    public List<TourStep> tour() {
        return GeometryTour.steps(model, shell);
    }
}
