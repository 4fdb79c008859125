package elboroom.app.train;

import elboroom.app.ShellModel;
import elboroom.app.TourStep;
import elboroom.app.train.SideModel.Side;
import java.util.List;
import java.util.function.Consumer;

/** The states of the Train tab that are worth a picture, in an order in which each follows from the one before. */
final class TrainTour {
    /** Two thousand digits for thirty epochs: a few seconds, and enough to see a map form. */
    private static final Setup SMALL =
            Setup.USUAL.with(SetupField.IMAGES, "2000").with(SetupField.EPOCHS, "30");

    private final TrainModel model;
    private final ShellModel shell;
    private final Consumer<String> press;

    /** @param press presses the button of the tab that has this id */
    TrainTour(TrainModel model, ShellModel shell, Consumer<String> press) {
        this.model = model;
        this.shell = shell;
        this.press = press;
    }

    List<TourStep> steps() {
        return List.of(
                step("train-setup", () -> model.side().show(Side.SETUP)),
                step("train-wrong-field", () -> {
                    model.setup().set(SetupField.LATENT, "0");
                    model.setup().set(SetupField.SCHEDULE, Setup.CYCLICAL);
                }),
                step("train-finished", () -> start(SMALL)),
                step("train-mosaic", () -> press.accept("forming-mosaic")),
                step("train-rewound", () -> {
                    press.accept("forming-mosaic");
                    model.run().time().seek(0);
                }),
                step("train-branch", () -> {
                    model.run().time().seek(model.run().time().end() / 2);
                    model.run().branch();
                }),
                step("train-one-step", () -> model.run().step()),
                step("train-collapse", () -> {
                    model.run().closeStep();
                    start(SMALL.with(SetupField.LATENT, "10").with(SetupField.BETA, "20"));
                }),
                step("train-diverged", () -> start(SMALL.with(SetupField.LEARNING_RATE, "10"))),
                step("train-runs", () -> {
                    model.dismissNotice();
                    model.side().show(Side.RUNS);
                }),
                new TourStep("train-dark", () -> {
                    model.side().show(Side.NONE);
                    shell.darkProperty().set(true);
                }));
    }

    private void start(Setup setup) {
        model.setup().fill(setup);
        model.start();
    }

    private TourStep step(String name, Runnable enter) {
        return new TourStep(name, () -> {
            shell.darkProperty().set(false);
            shell.projectorProperty().set(false);
            enter.run();
        });
    }
}
