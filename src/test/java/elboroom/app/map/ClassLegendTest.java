package elboroom.app.map;

import static org.assertj.core.api.Assertions.assertThat;

import elboroom.raster.Palette;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ObservableSet;
import javafx.scene.Scene;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class ClassLegendTest {
    private final ObservableSet<Integer> hidden = FXCollections.observableSet();

    @Start
    void start(Stage stage) {
        ClassLegend legend = new ClassLegend(hidden);
        legend.setClasses(List.of("shirt", "coat", "bag"), Palette.CLASSES);
        stage.setScene(new Scene(legend, 400, 60));
        stage.show();
    }

    private static ToggleButton chip(FxRobot robot, String name) {
        return robot.lookup(name).queryAs(ToggleButton.class);
    }

    @Test
    void aClickHidesAndASecondLaterShows(FxRobot robot) {
        robot.clickOn("coat");
        assertThat(hidden).containsExactly(1);
        assertThat(chip(robot, "coat").isSelected()).isFalse();
        assertThat(chip(robot, "coat").getAccessibleText()).isEqualTo("Class coat, hidden");
        robot.clickOn("bag").clickOn("coat");
        assertThat(hidden).containsExactly(2);
    }

    @Test
    void aDoubleClickShowsOnlyThisAndAnotherAll(FxRobot robot) {
        robot.doubleClickOn("bag");
        assertThat(hidden).containsExactlyInAnyOrder(0, 1);
        robot.moveTo("shirt").doubleClickOn("bag");
        assertThat(hidden).isEmpty();
    }

    @Test
    void controlClickAndKeysDoTheSame(FxRobot robot) {
        robot.press(KeyCode.CONTROL).clickOn("shirt").release(KeyCode.CONTROL);
        assertThat(hidden).containsExactlyInAnyOrder(1, 2);
        robot.press(KeyCode.CONTROL).type(KeyCode.SPACE).release(KeyCode.CONTROL);
        assertThat(hidden).isEmpty();
        robot.type(KeyCode.SPACE);
        assertThat(hidden).containsExactly(0);
    }

    @Test
    void itFollowsTheSet(FxRobot robot) {
        robot.interact(() -> hidden.add(2));
        assertThat(chip(robot, "bag").isSelected()).isFalse();
        assertThat(chip(robot, "shirt").isSelected()).isTrue();
    }
}
