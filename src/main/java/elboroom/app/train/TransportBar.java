package elboroom.app.train;

import elboroom.app.widget.Hints;
import elboroom.train.SessionStatus;
import elboroom.train.SessionStatus.State;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Below the curves: start, pause, step and stop, what can be changed on the way, how far it is, and the time machine. */
final class TransportBar extends VBox {
    private final RunModel model;
    private static final String PAUSE = "Pause";
    private static final String RESUME = "Resume";

    private final Button run = new Button();
    private final FontIcon runIcon = new FontIcon(Feather.PLAY);
    private final Button step;
    private final Button stop;
    private final Label progress = new Label();
    private final Label speed = new Label();

    TransportBar(RunModel model) {
        this.model = model;
        getStyleClass().add("transport");
        run.setId("run");
        run.setGraphic(runIcon);
        run.getStyleClass().add("run-button");
        run.setOnAction(event -> toggle());
        step = button("Step", Feather.SKIP_FORWARD, "step", model::step);
        Hints.explain(
                step,
                "one step",
                "Takes one step of training, one minibatch, and shows it closely: its images, what became of them, both"
                        + " losses, and how hard they pull at encoder and decoder");
        stop = button("Stop", Feather.SQUARE, "stop", model::stop);
        Hints.explain(
                stop,
                "stop",
                "Ends the run here and stores its model. It can still be gone on with later, from the list of runs");
        progress.setId("progress");
        progress.getStyleClass().add("number");
        speed.setId("speed");
        speed.getStyleClass().add("caption");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        VBox far = new VBox(progress, speed);
        far.getStyleClass().add("far");
        far.setAlignment(Pos.CENTER_RIGHT);
        // Where the window is narrow the rest needs the room, and the status line says the same.
        far.setMinWidth(0);
        far.visibleProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> far.getWidth() >= Math.floor(far.prefWidth(-1)),
                        far.widthProperty(),
                        progress.textProperty(),
                        speed.textProperty()));
        HBox upper = new HBox(run, step, stop, LiveField.beta(model), LiveField.learningRate(model), gap, far);
        upper.getStyleClass().add("transport-row");
        upper.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(upper, new Scrubber(model));
        model.statusProperty().addListener(observable -> show());
        model.openingProperty().addListener(observable -> show());
        model.runProperty().addListener(observable -> show());
        // A run from the list can be gone on with once its curves have told how far it is.
        model.dataProperty().addListener(observable -> show());
        show();
    }

    private static Button button(String text, Ikon icon, String id, Runnable action) {
        Button button = new Button(text, new FontIcon(icon));
        button.setId(id);
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(event -> action.run());
        return button;
    }

    private void toggle() {
        if (model.isTraining()) {
            model.pause();
        } else {
            model.resume();
        }
    }

    private void show() {
        SessionStatus now = model.statusProperty().get();
        boolean training = model.isTraining();
        if (!run.getText().equals(training ? PAUSE : RESUME)) {
            nameRun(training);
        }
        run.setDisable(!training && !model.canResume());
        step.setDisable(!model.canResume());
        stop.setDisable(now == null || now.state().ended() || now.state() == State.STORING);
        progress.setText(now == null ? "" : Texts.progress(now));
        speed.setText(now == null ? "" : Texts.state(now));
    }

    private void nameRun(boolean training) {
        run.setText(training ? PAUSE : RESUME);
        runIcon.setIconCode(training ? Feather.PAUSE : Feather.PLAY);
        Hints.explain(
                run,
                training ? "pause" : "resume",
                training ? "Pauses after the step under way, and saves" : "Goes on where the run is");
    }
}
