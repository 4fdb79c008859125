package elboroom.app.trick;

import elboroom.app.ShellModel;
import elboroom.app.TabOnDemand;
import elboroom.app.TabState;
import elboroom.app.TourStep;
import elboroom.app.chart.ChartFiles;
import elboroom.app.explore.ExploreState;
import elboroom.app.map.MapExtent;
import elboroom.data.InputException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
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

    /**
     * @param page that is seen
     * @param way by which z is come by
     * @param weights whose gradients are measured
     * @param image of the data that is drawn from
     * @param noise ε, all dimensions
     * @param look what of the gradients is looked at; null for the usual
     * @param view part of the plane that the map of the inputs shows; null for all
     * @param held whether the next step holds ε and changes the input; null where that is not seen
     * @param race that is seen; null for none
     */
    record Shown(
            Page page,
            Way way,
            Weights weights,
            int image,
            List<Double> noise,
            @Nullable Look look,
            @Nullable MapExtent view,
            @Nullable Boolean held,
            RaceModel.@Nullable Race race) {
        Shown {
            Objects.requireNonNull(page, "page");
            Objects.requireNonNull(way, "way");
            Objects.requireNonNull(weights, "weights");
            noise = List.copyOf(noise);
        }
    }

    /**
     * @param component of the gradient, from 0
     * @param common whether all estimates are drawn over one axis
     */
    record Look(int component, boolean common) {}

    @Override
    public Optional<TabState<?>> state() {
        return Optional.of(new TabState<>(Shown.class, this::shown, this::open));
    }

    private Shown shown() {
        return new Shown(
                model.pageProperty().get(),
                model.draw().wayProperty().get(),
                model.variance().weightsProperty().get(),
                model.draw().image(),
                Arrays.stream(model.draw().noise()).boxed().toList(),
                ((TrickView) node()).look(),
                ((TrickView) node()).view(),
                ((TrickView) node()).held(),
                model.pageProperty().get() == Page.RACE ? model.race().race() : null);
    }

    private Runnable open(Shown shown, ExploreState explored) {
        int latents = explored.latent().size();
        if (shown.image() < 0
                || shown.noise().size() != latents
                || !shown.noise().stream().allMatch(Double::isFinite)) {
            throw new InputException(
                    "its draw is of image %d with %d numbers of noise; expected an image from 0 and %d finite numbers"
                            .formatted(shown.image(), shown.noise().size(), latents));
        }
        double[] noise = shown.noise().stream().mapToDouble(Double::doubleValue).toArray();
        Runnable race =
                shown.race() == null ? model.race()::clear : model.race().check(shown.race());
        return () -> {
            model.draw().choose(shown.way());
            model.draw().show(shown.image(), noise);
            model.variance().choose(shown.weights());
            model.turnTo(shown.page());
            ((TrickView) node()).show(shown);
            if (shown.page() == Page.RACE) {
                race.run();
            }
        };
    }

    @Override
    public void turnTo(String page) {
        page(Page.class, page).ifPresent(model::turnTo);
    }

    @Override
    public List<TourStep> tour() {
        return TrickTour.steps(model, shell);
    }
}
