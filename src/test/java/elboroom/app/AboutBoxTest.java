package elboroom.app;

import static org.assertj.core.api.Assertions.assertThat;

import elboroom.app.explore.FakeWorkspace;
import elboroom.train.Versions;
import java.nio.file.Path;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AboutBoxTest extends WindowTest {
    @TempDir
    private static Path user;

    @Override
    public void start(Stage stage) {
        show(stage, new FakeWorkspace(), FakeHome.at(user));
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

    /** What is open would be given the colours of the other theme before those are known. */
    @Test
    void closesWithTheThemeThatItWasOpenedIn() {
        interact(lookup("#about").queryAs(Button.class)::fire);
        assertThat(lookup("#about-box").tryQuery()).isPresent();
        interact(() -> room.shell().darkProperty().set(true));
        assertThat(lookup("#about-box").tryQuery()).isEmpty();
        interact(() -> room.shell().darkProperty().set(false));
    }
}
