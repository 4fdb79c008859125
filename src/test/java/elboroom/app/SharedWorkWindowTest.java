package elboroom.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import elboroom.app.chart.Range;
import elboroom.app.chart.TimePlot;
import elboroom.app.compare.Axes;
import elboroom.app.compare.Side;
import elboroom.app.lessons.KeptStep;
import elboroom.app.lessons.LessonsProbe;
import elboroom.app.map.LatentMap;
import elboroom.app.map.MapExtent;
import elboroom.app.map.MapSight;
import elboroom.app.train.SetupField;
import elboroom.lesson.Lesson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Work under way that is kept in a view and opened again: runs, lessons, trips, draws, races, comparisons. */
final class SharedWorkWindowTest extends ViewWindowTest {
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
}
