package elboroom.app.trick;

import elboroom.app.ShellModel;
import elboroom.app.TourStep;
import java.util.List;

/** States of the Trick tab that are worth a picture. */
final class TrickTour {
    private static final String VAE = "mnist-vae-2d";

    private final TrickModel model;
    private final ShellModel shell;

    private TrickTour(TrickModel model, ShellModel shell) {
        this.model = model;
        this.shell = shell;
    }

    static List<TourStep> steps(TrickModel model, ShellModel shell) {
        return new TrickTour(model, shell).steps();
    }

    private List<TourStep> steps() {
        return List.of(
                step("trick-draw", VAE, Page.DRAW, false, () -> model.draw().choose(Way.REPARAMETERISED)),
                step("trick-sampled", VAE, Page.DRAW, false, () -> model.draw().choose(Way.SAMPLED)),
                step("trick-sampled-10d", "mnist-vae-10d", Page.DRAW, true, () -> {}),
                step("trick-draw-dark", VAE, Page.DRAW, true, () -> model.draw().choose(Way.REPARAMETERISED)),
                step(
                        "trick-variance",
                        VAE,
                        Page.VARIANCE,
                        false,
                        () -> model.variance().choose(Weights.TRAINED)),
                step(
                        "trick-variance-untrained",
                        VAE,
                        Page.VARIANCE,
                        true,
                        () -> model.variance().choose(Weights.UNTRAINED)),
                step("trick-race", VAE, Page.RACE, false, () -> model.race().start(150)),
                step("trick-autoencoder", "mnist-ae-2d", Page.DRAW, false, () -> {}));
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
