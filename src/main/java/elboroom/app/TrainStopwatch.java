package elboroom.app;

import elboroom.app.train.SetupField;
import elboroom.app.train.TrainModel;
import elboroom.app.train.TrainTab;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import javafx.animation.AnimationTimer;

/** Trains with the Train tab open, as a click on Start does, to the end. For the thread of the window. */
final class TrainStopwatch {
    private TrainStopwatch() {}

    /**
     * Starts the run that the form proposes once the window has nothing else to do.
     *
     * @param epochs passes over the images
     * @param end gets the seconds that its steps took
     */
    static void start(Room room, int epochs, CompletableFuture<Double> end) {
        room.shell().tabProperty().set(TrainTab.ID);
        new AnimationTimer() {
            @Override
            public void handle(long now) {
                if (room.isIdle()) {
                    stop();
                    train(room.train(), epochs, end);
                }
            }
        }.start();
    }

    private static void train(TrainModel train, int epochs, CompletableFuture<Double> end) {
        train.setup().set(SetupField.EPOCHS, String.valueOf(epochs));
        train.runs()
                .runsProperty()
                .addListener((observable, was, is) -> is.stream()
                        .flatMap(run -> Stream.ofNullable(run.model()))
                        .flatMap(model -> Stream.ofNullable(model.card().training()))
                        .findFirst()
                        .ifPresent(training -> end.complete(training.seconds())));
        train.start();
    }
}
