package elboroom.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import elboroom.app.compare.Axes;
import elboroom.app.explore.Layer;
import elboroom.app.explore.PlaneChoice;
import elboroom.app.lessons.LessonsProbe;
import elboroom.app.map.LatentMap;
import elboroom.app.map.MapExtent;
import elboroom.app.recent.Recent;
import elboroom.app.view.ViewsProbe;
import elboroom.fuzz.Fuzz;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.ComboBox;
import javafx.scene.control.MenuButton;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Views kept and opened again in the real window: what is kept after opening is, to the letter, what was kept before. */
final class SharedViewWindowTest extends ViewWindowTest {
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evidence #evidence-plane .latent-map",
                "geometry #stretch-map",
                "interpolate #interpolate-map",
                "trick #trick-map"
            })
    void thePartOfTheMapIsShownAgain(String place) throws Exception {
        open("spots-2d");
        String[] parts = place.split(" ", 2);
        turnTo(parts[0]);
        zoom(parts[1]);
        assertThat(Files.readString(save("zoomed"))).containsPattern("\"(view|plane)\" : \\{\\s*\"centreX\"");
        assertShownAgain();
        LatentMap map = lookup(parts[1]).queryAs(LatentMap.class);
        assertThat(map.isFitted()).isFalse();
        interact(map::fitAll);
        assertShownAgain();
        assertThat(map.isFitted()).isTrue();
    }

    @Test
    void theImagesOneHasLeafedToAreShownAgain() throws Exception {
        open("spots-2d");
        turnTo("losses");
        press("page-images");
        press("images-typical");
        press("images-on");
        assertThat(Files.readString(save("leafed")))
                .contains("\"rank\" : \"TYPICAL\"")
                .containsPattern("\"first\" : [1-9]");
        assertShownAgain();
        assertThat(lookup("#images-typical").queryAs(ToggleButton.class).isSelected())
                .isTrue();
    }

    @Test
    void theStepOfTheFitIsShownAgain() throws Exception {
        open("spots-2d");
        interact(() -> room.explore().select(3));
        turnTo("evidence");
        interact(() -> lookup("#evidence-step").queryAs(Slider.class).setValue(2));
        assertThat(Files.readString(save("fit"))).contains("\"step\" : 2");
        assertShownAgain();
        assertThat(lookup("#evidence-step").queryAs(Slider.class).getValue()).isEqualTo(2);
    }

    /** An earlier version kept less of each tab, and no lesson. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "losses page",
                "evidence page",
                "geometry page stretch source",
                "trick page way weights image noise",
                "interpolate trip kind position",
                "train side setup run"
            })
    void viewsFromBeforeMoreWasKeptAreStillShown(String kept) throws Exception {
        open("spots-2d");
        List<String> words = List.of(kept.split(" "));
        turnTo(words.get(0));
        ObjectMapper json = new ObjectMapper();
        ObjectNode view = (ObjectNode) json.readTree(save("now").toFile());
        ((ObjectNode) view.get("own")).retain(words);
        view.remove("lesson");
        Path file = Files.writeString(folder.resolve("before.elbo"), view.toString());
        turnTo("explore");
        show(file);
        assertThat(room.shell().messageProperty().get()).isEmpty();
        assertThat(room.shell().tabProperty().get()).isEqualTo(words.get(0));
    }

    /** Whatever is in the file of any tab, it is refused in a line, or can be shown. */
    @Test
    void refusesOrShowsWhateverIsInTheFileOfAnyTab() throws Exception {
        List<byte[]> views = new ArrayList<>();
        interact(() ->
                new LessonsProbe(room.lessons()).enter(LessonsProbe.shipped().get(0), 1));
        for (Tab tab : room.tabs()) {
            turnTo(tab.id());
            showMore(tab.id());
            views.add(Files.readAllBytes(save(tab.id())));
        }
        Path file = folder.resolve("some.elbo");
        Fuzz.run(11, views, 64 << 20, bytes -> ViewsProbe.check(room.views(), file, bytes));
    }

    /** So that all that a view may hold is in the file. */
    private void showMore(String tab) throws TimeoutException {
        switch (tab) {
            case "compare" -> {
                interact(() -> room.compare().chooseAxes(Axes.EACH));
                settle();
                zoom("#left-map");
            }
            case "interpolate" ->
                interact(() -> {
                    lookup("#attribute-with")
                            .queryAs(ComboBox.class)
                            .getSelectionModel()
                            .select(2);
                    lookup("#attribute-without")
                            .queryAs(ComboBox.class)
                            .getSelectionModel()
                            .select(1);
                });
            case "trick" -> {
                press("trick-race");
                press("race-start");
                await(() -> text("race-words").contains("After 0 of 600 steps"));
                press("race-start");
            }
            default -> {}
        }
        settle();
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
