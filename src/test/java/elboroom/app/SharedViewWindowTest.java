package elboroom.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import elboroom.app.chart.Range;
import elboroom.app.chart.TimePlot;
import elboroom.app.compare.Axes;
import elboroom.app.compare.Side;
import elboroom.app.explore.FakeWorkspace;
import elboroom.app.explore.Layer;
import elboroom.app.explore.PlaneChoice;
import elboroom.app.lessons.KeptStep;
import elboroom.app.lessons.LessonsProbe;
import elboroom.app.map.LatentMap;
import elboroom.app.map.MapExtent;
import elboroom.app.map.MapSight;
import elboroom.app.recent.Recent;
import elboroom.app.train.SetupField;
import elboroom.app.view.ViewsProbe;
import elboroom.fuzz.Fuzz;
import elboroom.lesson.Lesson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.MenuButton;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
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

    private Path save(String name) throws TimeoutException, IOException {
        Path file = folder.resolve(name + ".elbo");
        // What is there already is not written over.
        Files.deleteIfExists(file);
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

    private void zoom(String query) throws TimeoutException {
        LatentMap map = lookup(query).queryAs(LatentMap.class);
        interact(() -> map.setViewport(map.getViewport().zoomAt(100, 100, 1.7)));
        settle();
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

    @Test
    void theMomentOfARunIsShownAgain() throws Exception {
        turnTo("train");
        interact(() -> {
            room.train().setup().set(SetupField.IMAGES, "256");
            room.train().setup().set(SetupField.HIDDEN, "16");
            room.train().setup().set(SetupField.EPOCHS, "2");
            room.train().start();
        });
        await(() -> room.isIdle() && room.train().run().dataProperty().get() != null);
        settle();
        interact(() -> {
            room.train().run().time().seek(1);
            lookup("#forming-mosaic").queryAs(ToggleButton.class).fire();
        });
        settle();
        zoom("#forming-map");
        interact(() -> lookup("#chart-distortion")
                .queryAs(TimePlot.class)
                .viewProperty()
                .set(new Range(0.5, 1.5)));
        Path kept = save("moment");
        assertThat(Files.readString(kept)).contains("\"step\" : 1,", "\"mosaic\" : true", "\"min\" : 0.5");
        interact(() -> {
            room.train().run().time().goLive();
            lookup("#forming-map").queryAs(LatentMap.class).fitAll();
            lookup("#chart-distortion").queryAs(TimePlot.class).fit();
        });
        turnTo("explore");
        show(kept);
        assertThat(room.shell().messageProperty().get()).isEmpty();
        assertThat(room.train().run().time().stepProperty().get()).isEqualTo(1);
        assertThat(save("again")).hasSameTextualContentAs(kept);
    }

    @Test
    void theStepOfALessonIsShownAgainAndNothingElseIsSetUpForIt() throws Exception {
        settle();
        Lesson lesson = LessonsProbe.shipped().get(0);
        LessonsProbe probe = new LessonsProbe(room.lessons());
        interact(() -> probe.enter(lesson, 2));
        settle();
        interact(() -> probe.choose(1));
        turnTo("geometry");
        Path kept = save("lesson");
        assertThat(Files.readString(kept)).contains("\"lesson\" : \"" + lesson.id() + "\"", "\"step\" : 2");
        Path without = bare();
        show(without);
        assertThat(lookup("#companion").query().isVisible())
                .as("the other was without")
                .isFalse();
        interact(() -> probe.enter(lesson, 0));
        show(kept);
        assertThat(room.shell().messageProperty().get()).isEmpty();
        assertThat(text("lesson-place")).startsWith("3 of");
        assertThat(room.shell().tabProperty().get()).isEqualTo("geometry");
        assertThat(save("again")).hasSameTextualContentAs(kept);
        Files.writeString(kept, Files.readString(kept).replace("\"" + lesson.id() + "\"", "\"gone\""));
        show(kept);
        assertThat(room.shell().messageProperty().get()).contains("lesson.elbo: needs the lesson 'gone'");
        Files.writeString(
                kept,
                Files.readString(kept)
                        .replace("\"gone\"", "\"" + lesson.id() + "\"")
                        .replace("\"step\" : 2", "\"step\" : 99"));
        show(kept);
        assertThat(room.shell().messageProperty().get()).contains("is at step 99 of the lesson");
    }

    /** One without a lesson. */
    private Path bare() throws TimeoutException, IOException {
        KeptStep before = room.lessons().keptStep();
        interact(() -> room.lessons().leave());
        Path file = save("bare");
        assertThat(before).isNotNull();
        return file;
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
    void aTripIsShownAgainWithItsStopsAndHowFarOneHasGone() throws Exception {
        turnTo("interpolate");
        assertShownAgain();
        assertThat(Files.readString(folder.resolve("kept.elbo"))).contains("\"stops\"", "\"kind\" : \"GEODESIC\"");
    }

    @Test
    void whatIsInTheHandAndTheAttributeOfATripAreShownAgain() throws Exception {
        turnTo("interpolate");
        interact(() -> lookup("#attribute-with")
                .queryAs(ComboBox.class)
                .getSelectionModel()
                .select(2));
        interact(() -> lookup("#attribute-without")
                .queryAs(ComboBox.class)
                .getSelectionModel()
                .select(1));
        settle();
        interact(() -> lookup("#attribute-amount").queryAs(Slider.class).setValue(-0.75));
        interact(lookup("#stop-1").query()::requestFocus);
        push(KeyCode.ENTER);
        press("stop-draw");
        String words = text("attribute-words");
        assertThat(words).startsWith("Cohen's d");
        assertShownAgain();
        assertThat(lookup("#attribute-with")
                        .queryAs(ComboBox.class)
                        .getSelectionModel()
                        .getSelectedIndex())
                .isEqualTo(2);
        assertThat(text("attribute-words")).isEqualTo(words);
        assertThat(lookup("#attribute-amount").queryAs(Slider.class).getValue()).isCloseTo(-0.75, within(1e-6));
        assertThat(text("stop-hint")).startsWith("Stop B");
        assertThat(lookup("#pad").query().getParent().isVisible()).isTrue();
        open("spots-10d");
        assertThat(text("attribute-words"))
                .as("the same classes, of another model")
                .startsWith("Cohen's d");
    }

    @Test
    void whatAStepOfADrawChangesIsShownAgain() throws Exception {
        open("spots-2d");
        turnTo("trick");
        press("hold-noise");
        Path kept = save("held");
        press("hold-input");
        show(kept);
        assertThat(lookup("#hold-noise").queryAs(ToggleButton.class).isSelected())
                .isTrue();
        assertThat(save("again")).hasSameTextualContentAs(kept);
    }

    /** It is run again, from the same seed. */
    @Test
    void aRaceIsShownAgainAsFarAsItHadGone() throws Exception {
        open("spots-2d");
        turnTo("trick");
        press("trick-race");
        press("race-start");
        await(() -> text("race-words").contains("After 20 of 600 steps"));
        press("race-start");
        settle();
        String words = text("race-words");
        String numbers = text("race-pathwise") + text("race-score");
        Path kept = save("race");
        press("race-start");
        await(() -> text("race-words").contains("After 0 of 600 steps"));
        turnTo("explore");
        show(kept);
        await(room::isIdle);
        settle();
        assertThat(room.shell().messageProperty().get()).isEmpty();
        assertThat(text("race-words")).isEqualTo(words);
        assertThat(text("race-pathwise") + text("race-score")).isEqualTo(numbers);
        assertThat(text("race-start")).startsWith("Again");
        assertThat(save("again")).hasSameTextualContentAs(kept);
        Files.writeString(kept, Files.readString(kept).replace("\"steps\" : 600", "\"steps\" : 6000000"));
        show(kept);
        assertThat(room.shell().messageProperty().get()).contains("steps; expected at most 600");
        press("trick-draw");
        Path without = save("draw");
        assertThat(Files.readString(without)).contains("\"race\" : null");
    }

    @ParameterizedTest
    @EnumSource(Axes.class)
    void thePartsOfTheMapsThatAreComparedAreShownAgain(Axes axes) throws Exception {
        turnTo("compare");
        interact(() -> {
            room.compare().openPair("spots-2d", "spots-code");
            room.compare().chooseAxes(axes);
        });
        settle();
        zoom("#left-map");
        if (axes == Axes.EACH) {
            LatentMap right = lookup("#right-map").queryAs(LatentMap.class);
            assertThat(right.isFitted()).isTrue();
            interact(() -> right.setViewport(right.getViewport().zoomAt(50, 150, 0.6)));
            settle();
        }
        Path kept = save("parts");
        assertThat(Files.readString(kept)).containsPattern("\"centreX\"");
        MapExtent left = MapSight.of(lookup("#left-map").queryAs(LatentMap.class));
        MapExtent right = MapSight.of(lookup("#right-map").queryAs(LatentMap.class));
        // Other axes show all again.
        interact(() -> room.compare().chooseAxes(axes == Axes.SAME ? Axes.EACH : Axes.SAME));
        assertThat(lookup("#left-map").queryAs(LatentMap.class).isFitted()).isTrue();
        turnTo("explore");
        show(kept);
        assertThat(room.shell().messageProperty().get()).isEmpty();
        assertThat(save("again")).hasSameTextualContentAs(kept);
        assertAbout(MapSight.of(lookup("#left-map").queryAs(LatentMap.class)), left);
        assertAbout(MapSight.of(lookup("#right-map").queryAs(LatentMap.class)), right);
    }

    private static void assertAbout(@Nullable MapExtent seen, @Nullable MapExtent wanted) {
        assertThat(seen).isNotNull();
        assertThat(wanted).isNotNull();
        assertThat(seen.centreX()).isCloseTo(wanted.centreX(), within(1e-9));
        assertThat(seen.centreY()).isCloseTo(wanted.centreY(), within(1e-9));
        assertThat(seen.span()).isCloseTo(wanted.span(), within(1e-9));
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
