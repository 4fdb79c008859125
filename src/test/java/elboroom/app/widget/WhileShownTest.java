package elboroom.app.widget;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

final class WhileShownTest extends ApplicationTest {
    private final StackPane root = new StackPane();
    private final StackPane node = new StackPane();
    private final SimpleIntegerProperty cause = new SimpleIntegerProperty(1);
    private final List<Integer> written = new ArrayList<>();

    @Override
    public void start(Stage stage) {
        root.getChildren().add(node);
        stage.setScene(new Scene(root, 200, 100));
        stage.show();
    }

    private void write() {
        written.add(cause.get());
    }

    private void awaitWritten(int count) throws TimeoutException {
        WaitForAsyncUtils.waitFor(
                20,
                TimeUnit.SECONDS,
                () -> WaitForAsyncUtils.asyncFx(() -> written.size() == count).get());
    }

    @Test
    void eachChangeIsWrittenAtOnce() {
        interact(() -> {
            WhileShown.update(node, this::write, cause);
            cause.set(2);
            cause.set(3);
            assertThat(written).containsExactly(1, 2, 3);
        });
    }

    @Test
    void changesOfAMomentAreWrittenOnceAfterIt() throws TimeoutException {
        interact(() -> {
            WhileShown.updateAfterFrame(node, this::write, cause);
            cause.set(2);
            cause.set(3);
            assertThat(written).containsExactly(1);
        });
        awaitWritten(2);
        interact(() -> cause.set(4));
        awaitWritten(3);
        assertThat(written).containsExactly(1, 3, 4);
    }

    @Test
    void whatNobodySeesIsWrittenWhenItComesBack() {
        interact(() -> {
            WhileShown.update(node, this::write, cause);
            root.getChildren().clear();
            cause.set(2);
            cause.set(3);
            assertThat(written).containsExactly(1);
            root.getChildren().add(node);
            assertThat(written).containsExactly(1, 3);
        });
    }

    @Test
    void whatIsGoneAMomentLaterIsWrittenWhenItComesBack() throws TimeoutException {
        interact(() -> WhileShown.updateAfterFrame(node, this::write, cause));
        interact(() -> {
            cause.set(2);
            root.getChildren().clear();
        });
        interact(() -> root.getChildren().add(node));
        awaitWritten(2);
        assertThat(written).containsExactly(1, 2);
    }
}
