package elboroom.app;

import static org.assertj.core.api.Assertions.assertThat;

import elboroom.model.onnx.Exports;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Models made elsewhere in the window: opened, asked about, explored and measured. */
final class ExportedModelWindowTest extends WindowTest {
    @TempDir
    private Path folder;

    @Override
    public void start(javafx.stage.Stage stage) {
        show(stage, folder.resolve("user"), "explore");
    }

    @Test
    void aModelWhoseNamesTellIsExploredAtOnce() throws Exception {
        await(room::isIdle);
        Path model = Exports.copy("mnist-mlp-z2", folder.resolve("mnist-mlp-z2"));
        interact(() -> room.opening().open(model));
        await(() -> room.explore().model().title().equals("mnist-mlp-z2") && room.isIdle());
        assertThat(room.explore().dataset().id()).isEqualTo("mnist-test");
        assertThat(room.explore().scatterProperty().get().size()).isEqualTo(10_000);
        assertThat(lookup("#question-sheet").query().isVisible()).isFalse();
        assertThat(room.shell().lastFailure()).isNull();
        assertThat(model.resolve("model.json")).doesNotExist();
    }

    @Test
    void whatIsNotToldIsAskedAndRemembered() throws Exception {
        await(room::isIdle);
        Path export = Exports.copy("conv-plain", folder.resolve("export"));
        Path zip = Exports.zip(export, "", folder.resolve("mnist-export.zip"));
        interact(() -> room.opening().open(zip));
        await(() -> lookup("#question-sheet").query().isVisible());
        assertThat(lookup("#question-outputIs").queryAs(ComboBox.class).getItems())
                .hasSize(3);
        Path unpacked = Path.of(room.opening().titleProperty().get());
        interact(lookup("#question-open").queryAs(Button.class)::fire);
        await(() -> !lookup("#question-sheet").query().isVisible() && room.isIdle());
        assertThat(room.explore().model().latentSize()).isEqualTo(3);
        assertThat(room.explore().scatterProperty().get().size()).isEqualTo(10_000);
        assertThat(unpacked.resolve("model.json")).content().contains("\"outputIs\" : \"logits\"", "bernoulli");
        assertThat(room.shell().lastFailure()).isNull();
    }

    @Test
    void cancelledOrDamagedLeavesEverythingAsItWas() throws Exception {
        await(room::isIdle);
        var before = room.explore().model();
        Path export = Exports.copy("conv-plain", folder.resolve("export"));
        interact(() -> room.opening().open(export));
        await(() -> lookup("#question-sheet").query().isVisible());
        interact(lookup("#question-cancel").queryAs(Button.class)::fire);
        assertThat(lookup("#question-sheet").query().isVisible()).isFalse();
        assertThat(export.resolve("model.json")).doesNotExist();
        Files.write(export.resolve("decoder.onnx"), new byte[] {8, 8, 58, 100, 1});
        interact(() -> room.opening().open(export));
        await(() -> room.shell().messageProperty().get().contains("decoder.onnx: not a whole ONNX file"));
        assertThat(room.explore().model()).isEqualTo(before);
        assertThat(lookup("#message").queryAs(Label.class)).isNotNull();
    }
}
