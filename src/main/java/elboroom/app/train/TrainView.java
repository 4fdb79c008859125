package elboroom.app.train;

import java.util.Objects;
import java.util.concurrent.Executor;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The Train tab: the form and the runs on the left, the curves in the middle, the latent space beside them, time below. */
final class TrainView extends BorderPane {
    /**
     * @param dark whether the dark theme is on
     * @param drawing draws the map's points off the thread of the window
     */
    TrainView(TrainModel model, ObservableValue<Boolean> dark, Executor drawing) {
        getStyleClass().add("train");
        getStylesheets()
                .add(Objects.requireNonNull(TrainView.class.getResource("train.css"))
                        .toExternalForm());
        VBox side = new VBox(new SetupPane(model.setup(), model::start));
        VBox.setVgrow(side.getChildren().get(0), Priority.ALWAYS);
        side.getStyleClass().add("setup-side");
        setLeft(side);
    }
}
