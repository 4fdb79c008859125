package elboroom.app.interpolate;

import elboroom.app.ShellModel;
import elboroom.app.TabOnDemand;
import elboroom.app.TourStep;
import elboroom.app.chart.ChartFiles;
import elboroom.app.undo.Undo;
import elboroom.latent.PathKind;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
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

    @Override
    public Optional<Undo> steps() {
        return Optional.of(model.steps());
    }

    @Override
    public List<TourStep> tour() {
        return List.of(
                step("interpolate", false, "mnist-vae-2d", () -> {}),
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
