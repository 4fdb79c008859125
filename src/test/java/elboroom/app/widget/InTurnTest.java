package elboroom.app.widget;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javafx.beans.InvalidationListener;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

final class InTurnTest extends ApplicationTest {
    private static final int PARTS = 4;

    private final StackPane root = new StackPane();
    private final VBox page = new VBox();
    /** Parts in the page at the end of each pulse since it is in the scene. */
    private final List<Integer> seen = new ArrayList<>();

    @Override
    public void start(Stage stage) {
        Runnable[] parts = new Runnable[PARTS];
        for (int i = 0; i < PARTS; i++) {
            String name = "part " + i;
            parts[i] = () -> page.getChildren().add(new Label(name));
        }
        InTurn.fill(page, parts);
        stage.setScene(new Scene(root, 200, 100));
        stage.getScene().addPostLayoutPulseListener(() -> {
            if (page.getScene() != null) {
                seen.add(page.getChildren().size());
            }
        });
        stage.show();
    }

    private List<String> texts() {
        return page.getChildren().stream().map(each -> ((Label) each).getText()).toList();
    }

    @Test
    void aPartComesWithEachPulseOnceThePageIsSeen() throws Exception {
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(page.getChildren()).as("nobody sees it").isEmpty();
        interact(() -> {
            root.getChildren().add(page);
            assertThat(InTurn.isUnderWay(root)).isTrue();
        });
        WaitForAsyncUtils.waitFor(
                20,
                TimeUnit.SECONDS,
                () -> WaitForAsyncUtils.asyncFx(() -> !InTurn.isUnderWay(root)).get());
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(texts()).containsExactly("part 0", "part 1", "part 2", "part 3");
        interact(() -> {
            for (int pulse = 1; pulse < seen.size(); pulse++) {
                assertThat(seen.get(pulse) - seen.get(pulse - 1))
                        .as("parts in one pulse")
                        .isBetween(0, 1);
            }
        });
        assertThat(seen.get(0)).isLessThan(2);
    }

    @Test
    void onePageAfterTheOtherHasItsPartsTheInnerFirst() throws Exception {
        List<String> order = new ArrayList<>();
        interact(() -> {
            VBox inner = new VBox();
            InTurn.fill(inner, () -> order.add("inner"), () -> order.add("inner"));
            page.getChildren().add(inner);
            page.getChildren().addListener((InvalidationListener) observable -> order.add("outer"));
            root.getChildren().add(page);
        });
        WaitForAsyncUtils.waitFor(
                20,
                TimeUnit.SECONDS,
                () -> WaitForAsyncUtils.asyncFx(() -> !InTurn.isUnderWay(root)).get());
        assertThat(order).containsExactly("inner", "inner", "outer", "outer", "outer", "outer");
    }

    @Test
    void whatIsLeftIsAddedAtOnceWhenThePageIsLeft() {
        interact(() -> {
            root.getChildren().add(page);
            root.getChildren().clear();
            assertThat(texts()).hasSize(PARTS);
            assertThat(InTurn.isUnderWay(root)).isFalse();
            root.getChildren().add(page);
            assertThat(InTurn.isUnderWay(root)).as("it is complete").isFalse();
        });
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(texts()).as("none twice").containsExactly("part 0", "part 1", "part 2", "part 3");
    }
}
