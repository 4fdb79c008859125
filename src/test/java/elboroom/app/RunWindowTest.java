package elboroom.app;

import static org.assertj.core.api.Assertions.assertThat;

import elboroom.app.train.RunModel;
import elboroom.app.train.SetupField;
import elboroom.app.train.TrainModel;
import elboroom.train.SessionStatus;
import java.nio.file.Path;
import javafx.scene.control.Button;
import javafx.stage.Stage;
import org.junit.jupiter.api.io.TempDir;

/** A test with runs of a small network on a few digits in the real window. */
abstract class RunWindowTest extends WindowTest {
    @TempDir
    static Path folder;

    @Override
    public void start(Stage stage) {
        show(stage, folder.resolve(String.valueOf(System.nanoTime())), "train");
    }

    final TrainModel train() {
        return room.train();
    }

    final RunModel run() {
        return train().run();
    }

    final void setUp(int epochs) {
        interact(() -> {
            train().setup().set(SetupField.IMAGES, "256");
            train().setup().set(SetupField.HIDDEN, "16");
            train().setup().set(SetupField.EPOCHS, String.valueOf(epochs));
        });
    }

    final void press(String id) {
        Button button = lookup("#" + id).queryAs(Button.class);
        assertThat(button.isDisabled()).as(id + " can be pressed").isFalse();
        interact(button::fire);
    }

    final SessionStatus.State state() {
        SessionStatus now = run().statusProperty().get();
        return now == null ? SessionStatus.State.LOADING : now.state();
    }

    final void trainToTheEnd(int epochs) throws Exception {
        setUp(epochs);
        press("start");
        await(() -> state() == SessionStatus.State.FINISHED && room.isIdle());
    }
}
