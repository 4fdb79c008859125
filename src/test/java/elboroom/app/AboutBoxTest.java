package elboroom.app;

import static org.assertj.core.api.Assertions.assertThat;

import elboroom.app.explore.FakeWorkspace;
import elboroom.train.Versions;
import java.nio.file.Path;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationTest;

final class AboutBoxTest extends ApplicationTest {
    @TempDir
    private static Path user;

    private Room room;

    @Override
    public void start(Stage stage) {
        room = new Room(new FakeWorkspace(), FakeHome.at(user), WindowState.INITIAL);
        stage.setScene(room.scene(1280, 800));
        stage.show();
    }

    @AfterEach
    void end() {
        interact(room::close);
    }

    @Test
    void saysWhichVersionItIsAndWhoseLicencesComeWithIt() {
        interact(lookup("#about").queryAs(Button.class)::fire);
        assertThat(lookup("#about-box")
                        .lookup(".section-title")
                        .queryAs(Label.class)
                        .getText())
                .isEqualTo("ELBO Room " + Versions.program());
        assertThat(lookup("#about-notice").queryAs(Label.class).getText())
                .contains("org.bytedeco:dnnl", "org.bytedeco:openblas", "org.bytedeco:opencl", "MNIST", "MIT");
        var box = lookup("#about-box").query();
        var window = room.view().getScene().getWindow();
        assertThat(box.localToScreen(box.getLayoutBounds()).getMaxX())
                .as("within the window")
                .isLessThanOrEqualTo(window.getX() + window.getWidth() + 20);
        push(KeyCode.ESCAPE);
        assertThat(lookup("#about-box").tryQuery()).isEmpty();
    }
}
