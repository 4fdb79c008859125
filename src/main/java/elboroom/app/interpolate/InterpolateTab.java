package elboroom.app.interpolate;

import elboroom.app.ShellModel;
import elboroom.app.TabOnDemand;
import elboroom.app.TabState;
import elboroom.app.TourStep;
import elboroom.app.chart.ChartFiles;
import elboroom.app.explore.Workspace.DataChoice;
import elboroom.app.map.MapExtent;
import elboroom.app.undo.Undo;
import elboroom.latent.PathKind;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The Interpolate tab as the shell sees it. */
public final class InterpolateTab extends TabOnDemand {
    public static final String ID = "interpolate";

    private final InterpolateModel model;
    private final ShellModel shell;

    /**
     * Works out nothing until it is shown.
     *
     * @param drawing draws large sets of points
     * @param files saves films, strips and charts
     */
    public InterpolateTab(InterpolateModel model, ShellModel shell, Executor drawing, ChartFiles files) {
        super(
                ID,
                "Interpolate",
                Feather.GIT_COMMIT,
                shell,
                model::show,
                () -> new InterpolateView(model, shell, drawing, files));
        this.model = model;
        this.shell = shell;
    }

    /**
     * @param trip stops, each with its place
     * @param kind of way that is walked along
     * @param position how far along it, from 0 to 1
     * @param view part of the plane that the map shows; null for all
     * @param hand what is in it; null for nothing
     * @param attribute classes that are chosen for one; null for none
     */
    record Shown(
            Trip trip,
            PathKind kind,
            double position,
            @Nullable MapExtent view,
            @Nullable Hand hand,
            AttributeModel.@Nullable Classes attribute) {
        Shown {
            Objects.requireNonNull(trip, "trip");
            Objects.requireNonNull(kind, "kind");
        }
    }

    /**
     * @param stop in the hand, from 0; −1 for none
     * @param drawing whether the hand draws what is put there
     */
    record Hand(int stop, boolean drawing) {
        private static final Hand NONE = new Hand(-1, false);
    }

    @Override
    public Optional<TabState<?>> state() {
        return Optional.of(new TabState<>(Shown.class, this::shown, (shown, explored) -> {
            int images = model.explored().data().stream()
                    .filter(data -> data.id().equals(explored.data()))
                    .mapToInt(DataChoice::size)
                    .sum();
            shown.trip().check(explored.latent().size(), images);
            return () -> {
                model.go(shown.trip());
                model.choose(shown.kind());
                model.walkTo(shown.position());
                view().sight().show(shown.view());
                view().take(shown.hand() == null ? Hand.NONE : shown.hand());
                model.chooseAttribute(shown.attribute() == null ? AttributeModel.Classes.NONE : shown.attribute());
            };
        }));
    }

    private @Nullable Shown shown() {
        Trip trip = model.tripProperty().get();
        return trip.isPlaced()
                ? new Shown(
                        trip,
                        model.kindProperty().get(),
                        model.positionProperty().get(),
                        view().sight().now(),
                        view().hand(),
                        model.attributeClassesProperty().get())
                : null;
    }

    private InterpolateView view() {
        return (InterpolateView) node();
    }

    @Override
    public Optional<Undo> steps() {
        return Optional.of(model.steps());
    }

    @Override
    public List<TourStep> tour() {
        return List.of(
                step("interpolate", false, "mnist-vae-2d", () -> {}),
                step(
                        "interpolate-attribute",
                        false,
                        "mnist-vae-2d",
                        () -> model.chooseAttribute(new AttributeModel.Classes(1, 0))),
                step("interpolate-tour", true, "mnist-vae-2d", () -> {
                    model.addStop();
                    model.close(true);
                }),
                step("interpolate-10d", false, "mnist-vae-10d", () -> {}));
    }

    private TourStep step(String name, boolean dark, String subject, Runnable more) {
        return new TourStep(name, () -> {
            shell.darkProperty().set(dark);
            shell.projectorProperty().set(false);
            if (model.explored().models().stream()
                    .anyMatch(choice -> choice.name().equals(subject))) {
                model.explored().chooseModel(subject);
            }
            model.choose(PathKind.GEODESIC);
            model.walkTo(0.4);
            more.run();
        });
    }
}
