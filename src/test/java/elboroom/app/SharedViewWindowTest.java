package elboroom.app;

import static org.assertj.core.api.Assertions.assertThat;

import elboroom.app.compare.Axes;
import elboroom.app.compare.Side;
import elboroom.app.explore.FakeWorkspace;
import elboroom.app.explore.Layer;
import elboroom.app.explore.PlaneChoice;
import elboroom.app.map.MapExtent;
import elboroom.app.recent.Recent;
import elboroom.app.train.SetupField;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Views kept and opened again in the real window: what is kept after opening is, to the letter, what was kept before. */
final class SharedViewWindowTest extends WindowTest {
    @TempDir
    private static Path user;

    @TempDir
    Path folder;

    @Override
    public void start(Stage stage) {
        show(stage, new FakeWorkspace(), FakeHome.at(user));
    }

    private Path save(String name) throws TimeoutException {
        Path file = folder.resolve(name + ".elbo");
        interact(() -> room.views().save(folder.resolve(name)));
        settle();
        assertThat(file).exists();
        return file;
    }

    private void show(Path view) throws TimeoutException {
        interact(() -> room.openDropped(view));
        settle();
    }

    private void press(String id) {
        interact(lookup("#" + id).queryAs(ButtonBase.class)::fire);
    }

    private void turnTo(String tab) throws TimeoutException {
        interact(() -> room.shell().tabProperty().set(tab));
        settle();
    }

    /** Something else is looked at in the meantime. */
    private void assertShownAgain() throws TimeoutException, IOException {
        settle();
        String tab = room.shell().tabProperty().get();
        Path kept = save("kept");
        turnTo(tab.equals("explore") ? "losses" : "explore");
        open("spots-2d");
        interact(() -> room.explore().moveTo(1, 1));
        show(kept);
        assertThat(room.shell().messageProperty().get()).isEmpty();
        assertThat(room.shell().tabProperty().get()).isEqualTo(tab);
        assertThat(save("again")).hasSameTextualContentAs(kept);
    }

    @Test
    void allThatIsExploredIsShownAgainAndTheWindowsOwnLooksStay() throws Exception {
        open("spots-10d");
        interact(() -> {
            room.explore().choosePlane(PlaneChoice.dimensions(3, 5));
            room.explore().select(42);
            room.explore().showLayer(Layer.DENSITY, true);
            room.explore().hideClasses(Set.of(1, 7));
            room.explore().setLatent(9, 1.25);
        });
        settle();
        interact(() -> room.explore().look(new MapExtent(0.5, -0.25, 1.5)));
        Path kept = save("kept");
        assertThat(Files.readString(kept)).contains("\"span\" : 1.5", "spots-10d");
        interact(() -> room.shell().darkProperty().set(true));
        assertShownAgain();
        assertThat(room.shell().darkProperty().get()).isTrue();
        assertThat(room.explore().state().view()).isEqualTo(new MapExtent(0.5, -0.25, 1.5));
        interact(() -> room.explore().steps().undo());
        assertThat(room.explore().state().model())
                .as("opening a view is a step")
                .isEqualTo("spots-2d");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"losses page-collapse", "evidence page-survey", "geometry geometry-holes", "trick trick-variance"
            })
    void thePageOfATabIsShownAgain(String place) throws Exception {
        open("spots-code");
        turnTo(place.split(" ")[0]);
        press(place.split(" ")[1]);
        assertShownAgain();
        assertThat(lookup("#" + place.split(" ")[1]).queryAs(ToggleButton.class).isSelected())
                .isTrue();
    }

    @Test
    void aTripIsShownAgainWithItsStopsAndHowFarOneHasGone() throws Exception {
        turnTo("interpolate");
        assertShownAgain();
        assertThat(Files.readString(folder.resolve("kept.elbo"))).contains("\"stops\"", "\"kind\" : \"GEODESIC\"");
    }

    @Test
    void whatIsComparedIsShownAgainAndNothingElseIsNeeded() throws Exception {
        turnTo("compare");
        interact(() -> {
            room.compare().openPair("spots-2d", "spots-code");
            room.compare().chooseAxes(Axes.EACH);
            room.compare().moveTo(0.5, 1.5);
            room.compare().select(Side.RIGHT, 3);
            room.compare().hideClasses(Set.of(4));
        });
        Path kept = save("pair");
        interact(() -> room.compare().openPair("spots-10d", "spots-2d"));
        turnTo("explore");
        show(kept);
        assertThat(room.compare().state().right().model()).isEqualTo("spots-code");
        assertThat(save("again")).hasSameTextualContentAs(kept);
        assertThat(Files.readString(kept)).doesNotContain("\"explore\" :");
    }

    @Test
    void viewsOpenedLatelyAreInTheMenuAndGreyOnceTheyAreGone() throws Exception {
        settle();
        Path first = save("first");
        Path second = save("second");
        assertThat(room.recent().paths(Recent.Kind.VIEW)).containsExactly(second.toString(), first.toString());
        MenuButton menu = lookup("#views").queryAs(MenuButton.class);
        turnTo("losses");
        Files.delete(second);
        interact(menu::show);
        await(() -> menu.getItems().get(3).isDisable());
        assertThat(menu.getItems().get(3).getText()).endsWith("second.elbo (no longer there)");
        assertThat(menu.getItems().get(4).isDisable()).isFalse();
        interact(menu.getItems().get(4)::fire);
        settle();
        assertThat(room.shell().tabProperty().get()).isEqualTo("explore");
        assertThat(room.recent().paths(Recent.Kind.VIEW)).startsWith(first.toString());
        interact(menu::hide);
    }

    @Test
    void whatTheNextRunIsSetUpAsIsShownAgain() throws Exception {
        turnTo("train");
        interact(() -> room.train().setup().set(SetupField.BETA, "7"));
        Path kept = save("kept");
        interact(() -> room.train().setup().set(SetupField.BETA, "1"));
        turnTo("explore");
        show(kept);
        assertThat(room.train().setup().setup().text(SetupField.BETA)).isEqualTo("7");
        Files.writeString(kept, Files.readString(kept).replace("\"run\" : null", "\"run\" : \"gone\""));
        show(kept);
        assertThat(room.shell().messageProperty().get()).contains("kept.elbo, 'own': run 'gone': not among the runs");
    }

    @Test
    void aViewThatCannotBeShownChangesNothingAndSaysWhy() throws Exception {
        turnTo("losses");
        press("page-collapse");
        String kept = Files.readString(save("kept"));
        turnTo("explore");
        Object before = room.explore().state();
        Path file = folder.resolve("other.elbo");
        String[][] wrong = {
            {kept.replace("spots-2d", "spots-7d"), "needs the model “"},
            {kept.replace("spots-test", "fish-test"), "needs the data “"},
            {kept.replace("COLLAPSE", "NOWHERE"), "its 'own.page' is incomplete or of the wrong kind"},
            {kept.replace("\"losses\"", "\"gains\""), "tab 'gains': there is none"},
            {kept.replace("\"selected\" : -1", "\"selected\" : 144"), "'explore': its plane"},
            {kept.replace("\"selected\" : -1", "\"selected\" : -2"), "'explore': its plane"},
            {kept.substring(0, kept.length() / 2), "is no JSON"},
        };
        for (String[] each : wrong) {
            assertThat(each[0]).isNotEqualTo(kept);
            Files.writeString(file, each[0]);
            show(file);
            assertThat(room.shell().messageProperty().get()).contains(each[1]);
            assertThat(room.shell().tabProperty().get()).isEqualTo("explore");
            assertThat(room.explore().state()).isEqualTo(before);
        }
    }
}
