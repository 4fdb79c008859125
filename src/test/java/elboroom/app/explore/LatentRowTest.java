package elboroom.app.explore;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.event.ActionEvent;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** With a model of two dimensions. */
@ExtendWith(ApplicationExtension.class)
final class LatentRowTest {
    private final Bench bench = new Bench().settle();
    private final ExploreModel model = bench.model;

    @Start
    void start(Stage stage) {
        // No window: only the toolkit is needed.
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private static TextField field(LatentRow row) {
        return (TextField) row.lookup(".latent-field");
    }

    private static void enter(LatentRow row, String text) {
        field(row).setText(text);
        field(row).fireEvent(new ActionEvent());
    }

    private static void inWindowsThread(Runnable work) {
        WaitForAsyncUtils.waitForAsyncFx(5_000, work);
    }

    @Test
    void whatIsTypedMovesTheMarker() {
        inWindowsThread(() -> enter(new LatentRow(model, 1), "0.75"));
        assertThat(model.state().latent()).containsExactly(0.0, 0.75);
    }

    /** The row still says where the marker was when its field is left. */
    @Test
    void whatTheRowItselfWroteIsNotTyped() {
        inWindowsThread(() -> {
            LatentRow row = new LatentRow(model, 0);
            row.show(-1.5);
            model.setLatent(0, 2);
            field(row).fireEvent(new ActionEvent());
            assertThat(model.state().latent()).containsExactly(2.0, 0.0);
            assertThat(field(row).getText()).isEqualTo("2.00");
        });
    }

    /** Rows follow a moment after the model, when the next number may be half typed. */
    @Test
    void whatIsBeingTypedIsNotWrittenOver() {
        inWindowsThread(() -> {
            LatentRow row = new LatentRow(model, 0);
            row.show(1.5);
            field(row).setText("0.2");
            row.show(2.5);
            assertThat(field(row).getText()).isEqualTo("0.2");
            enter(row, "0.25");
            assertThat(model.state().latent()).containsExactly(0.25, 0.0);
            row.show(3);
            assertThat(field(row).getText()).isEqualTo("3.00");
        });
    }

    @Test
    void whatIsNoNumberIsReplaced() {
        inWindowsThread(() -> {
            LatentRow row = new LatentRow(model, 0);
            enter(row, "much");
            assertThat(field(row).getText()).isEqualTo("0.00");
        });
    }

    /** It is still there for a moment after a model with more of them. */
    @Test
    void aRowOfADimensionThatTheModelHasNotDoesNothing() {
        inWindowsThread(() -> {
            LatentRow row = new LatentRow(model, 2);
            enter(row, "1.5");
            enter(row, "nonsense");
            ((Slider) row.lookup("#slider-2")).setValue(1);
        });
        assertThat(model.state().latent()).containsExactly(0.0, 0.0);
    }
}
