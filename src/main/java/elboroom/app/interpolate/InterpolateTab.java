package elboroom.app.interpolate;

import elboroom.app.ShellModel;
import elboroom.app.Tab;
import elboroom.app.TourStep;
import elboroom.app.chart.ChartFiles;
import elboroom.latent.PathKind;
import java.util.List;
import java.util.concurrent.Executor;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/** The Interpolate tab as the shell sees it. */
public final class InterpolateTab implements Tab {
    public static final String ID = "interpolate";

    private final InterpolateModel model;
    private final ShellModel shell;
    private final Executor drawing;
    private final ChartFiles files;
    private @Nullable InterpolateView view;

    /**
     * Works out nothing until it is shown.
     *
     * @param drawing draws large sets of points
     * @param files saves films, strips and charts
     */
    public InterpolateTab(InterpolateModel model, ShellModel shell, Executor drawing, ChartFiles files) {
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
        return "Interpolate";
    }

    @Override
    public Ikon icon() {
        return Feather.GIT_COMMIT;
    }

    /** Made when it is first shown: the window's first picture does not wait for it. */
    @Override
    public Node node() {
        InterpolateView shown = view;
        if (shown == null) {
            shown = new InterpolateView(model, shell, drawing, files);
            view = shown;
        }
        return shown;
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
