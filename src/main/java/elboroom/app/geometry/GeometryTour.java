package elboroom.app.geometry;

import elboroom.app.ShellModel;
import elboroom.app.TourStep;
import java.util.List;

/** States of the Geometry tab that are worth a picture. */
final class GeometryTour {
    private static final String VAE = "mnist-vae-2d";
    private static final String CODE = "mnist-ae-2d";

    private final GeometryModel model;
    private final ShellModel shell;

    private GeometryTour(GeometryModel model, ShellModel shell) {
        this.model = model;
        this.shell = shell;
    }

    static List<TourStep> steps(GeometryModel model, ShellModel shell) {
        return new GeometryTour(model, shell).steps();
    }

    private List<TourStep> steps() {
        return List.of(
                step("geometry-continuity", VAE, Page.CONTINUITY, false, () -> {
                    model.continuity().choose(Stretch.SIGMA_MAX);
                    model.explored().moveTo(0.6, -0.4);
                    model.explored().endGesture();
                }),
                step(
                        "geometry-magnification",
                        VAE,
                        Page.CONTINUITY,
                        false,
                        () -> model.continuity().choose(Stretch.FISHER_MAGNIFICATION)),
                step(
                        "geometry-continuity-autoencoder",
                        CODE,
                        Page.CONTINUITY,
                        false,
                        () -> model.continuity().choose(Stretch.SIGMA_MAX)),
                step("geometry-continuity-10d", "mnist-vae-10d", Page.CONTINUITY, true, () -> {}),
                step(
                        "geometry-holes",
                        VAE,
                        Page.HOLES,
                        false,
                        () -> model.holes().choose(Source.PRIOR)),
                step("geometry-holes-autoencoder", CODE, Page.HOLES, false, () -> {}),
                step(
                        "geometry-mixture",
                        CODE,
                        Page.HOLES,
                        true,
                        () -> model.holes().choose(Source.MIXTURE)),
                step(
                        "geometry-holes-10d",
                        "mnist-vae-10d",
                        Page.HOLES,
                        false,
                        () -> model.holes().choose(Source.PRIOR)),
                step("geometry-scores", VAE, Page.SCORES, false, () -> {}),
                step("geometry-scores-dark", VAE, Page.SCORES, true, () -> {}));
    }

    private TourStep step(String name, String subject, Page page, boolean dark, Runnable more) {
        return new TourStep(name, () -> {
            shell.darkProperty().set(dark);
            shell.projectorProperty().set(false);
            if (model.explored().models().stream()
                    .anyMatch(choice -> choice.name().equals(subject))) {
                model.explored().chooseModel(subject);
            }
            model.turnTo(page);
            more.run();
        });
    }
}
