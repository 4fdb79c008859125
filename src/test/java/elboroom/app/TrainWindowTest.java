package elboroom.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import de.sandec.jmemorybuddy.JMemoryBuddy;
import elboroom.app.chart.TimePlot;
import elboroom.app.train.SetupField;
import elboroom.app.train.SideModel.Side;
import elboroom.app.widget.Numbers;
import elboroom.train.SessionStatus;
import elboroom.train.SettingChange;
import elboroom.train.StoredRun;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

/** Runs of a small network on a few digits, started and steered in the real window. */
final class TrainWindowTest extends RunWindowTest {
    @Test
    void aWrongFieldSaysWhyBesideItAndNothingCanBeStarted() {
        TextField latent = lookup("#setup-latent").queryAs(TextField.class);
        interact(() -> latent.setText("0"));
        assertThat(lookup("#start").queryAs(Button.class).isDisabled()).isTrue();
        assertThat(lookup("#problem-latent").queryLabeled().getText()).contains("between 1 and 64");
        interact(() -> latent.setText("2"));
        assertThat(lookup("#start").queryAs(Button.class).isDisabled()).isFalse();
    }

    @Test
    void aRunWorthDoingIsSetUpInTheFormWhateverStandsThere() {
        for (Side side : Side.values()) {
            interact(() -> train().side().show(side));
            press("preset-collapse");
            assertThat(lookup("#setup-latent").query().isVisible()).isTrue();
            assertThat(train().side().sideProperty().get()).isEqualTo(Side.SETUP);
            assertThat(lookup("#setup-latent").queryAs(TextField.class).getText())
                    .isEqualTo("10");
        }
    }

    @Test
    void aRunIsTrainedWithItsCurvesAndKeptAndRewoundToItsFirstWeights() throws Exception {
        trainToTheEnd(3);
        var data = Objects.requireNonNull(run().dataProperty().get());
        assertThat(data.curves().points()).isEqualTo(6);
        assertThat(data.curves().distortion()[5]).isLessThan(data.curves().distortion()[0]);
        assertThat(data.tests()).isNotEmpty();
        assertThat(train().runs().runsProperty().get())
                .singleElement()
                .satisfies(stored -> assertThat(stored.state()).isEqualTo(StoredRun.State.FINISHED));

        var last = data.tests().get(data.tests().size() - 1);
        assertThat(onPlane()).contains(Numbers.fixed(last.rate(), 2), Numbers.fixed(last.distortion(), 1));
        interact(() -> run().time().seek(0));
        await(() -> room.isIdle()
                && Objects.requireNonNull(run().time().momentProperty().get()).step() == 0);
        var first = data.tests().get(0);
        assertThat(onPlane())
                .as("the point on the plane goes with the scrubber")
                .contains(Numbers.fixed(first.rate(), 2), Numbers.fixed(first.distortion(), 1));
        float[] rewound = Objects.requireNonNull(run().time().momentProperty().get())
                .snapshot()
                .parameters()
                .clone();
        interact(() -> run().branch());
        await(() -> room.isIdle() && state() == SessionStatus.State.PAUSED);
        assertThat(Objects.requireNonNull(run().time().momentProperty().get())
                        .snapshot()
                        .parameters())
                .as("a branch from the start has the identical first weights")
                .isEqualTo(rewound);
    }

    private String onPlane() {
        WaitForAsyncUtils.waitForFxEvents();
        return lookup("#chart-run-plane").query().getAccessibleHelp();
    }

    @Test
    void oneStepIsSeenCloselyAndSettingsChangeOnTheWay() throws Exception {
        setUp(400);
        press("start");
        await(() -> state() == SessionStatus.State.RUNNING);
        press("run");
        await(() -> state() == SessionStatus.State.PAUSED && room.isIdle());
        TextField beta = lookup("#live-beta").queryAs(TextField.class);
        interact(() -> {
            beta.requestFocus();
            beta.setText("4");
        });
        push(KeyCode.ENTER);
        press("step");
        await(() -> run().stepProperty().get() != null && room.isIdle());
        var step = Objects.requireNonNull(run().stepProperty().get());
        assertThat(step.beta()).isEqualTo(4);
        assertThat(step.objective()).isCloseTo(step.distortion() + 4 * step.rate(), within(1e-3 * step.objective()));
        assertThat(step.encoderGradient()).isPositive();
        assertThat(step.decoderGradient()).isPositive();
        Node pane = lookup("#step-pane").query();
        assertThat(pane.isVisible()).isTrue();
        assertThat(Objects.requireNonNull(run().dataProperty().get()).changes())
                .singleElement()
                .satisfies(change -> {
                    assertThat(change.setting()).isEqualTo(SettingChange.Setting.BETA);
                    assertThat(change.to()).isEqualTo(4);
                });
        press("stop");
        await(() -> state() == SessionStatus.State.STOPPED && room.isIdle());
    }

    @Test
    void aRunThatDivergesSaysSoAndOffersATenthOfTheRate() throws Exception {
        setUp(2);
        interact(() -> train().setup().set(SetupField.LEARNING_RATE, "1e30"));
        press("start");
        await(() -> state() == SessionStatus.State.DIVERGED && room.isIdle());
        assertThat(lookup("#notice-text").queryLabeled().getText()).contains("diverged", "step");
        assertThat(Objects.requireNonNull(
                                Objects.requireNonNull(run().dataProperty().get())
                                        .trouble())
                        .step())
                .isPositive();
        Slider scrubber = lookup("#scrubber").queryAs(Slider.class);
        interact(() -> scrubber.setValue(0.4));
        assertThat(scrubber.getValue())
                .as("there is nothing but the first weights to look at")
                .isZero();
        press("notice-act");
        await(() ->
                Objects.requireNonNull(run().runProperty().get()).run().plan().learningRate() < 1e30 && room.isIdle());
        assertThat(Objects.requireNonNull(run().runProperty().get())
                        .run()
                        .plan()
                        .learningRate())
                .isCloseTo(1e29, withinPercentage(1));
    }

    @Test
    void anAutoencoderThatStaysFiniteAtARateOfTenIsSaidToHaveLearntNothing() throws Exception {
        setUp(40);
        interact(() -> {
            train().setup().set(SetupField.KIND, "autoencoder");
            train().setup().set(SetupField.HIDDEN, "64,32");
            train().setup().set(SetupField.LEARNING_RATE, "10");
        });
        press("start");
        await(() -> state() == SessionStatus.State.FINISHED && room.isIdle());
        assertThat(text("notice-text"))
                .contains(
                        "it has learnt nothing",
                        "the average image 20",
                        "At step",
                        "learning rate of 1.0 in place of 10");
        var trouble = Objects.requireNonNull(
                Objects.requireNonNull(run().dataProperty().get()).trouble());
        assertThat(trouble.step()).as("marked on the curves").isBetween(1L, 5L);
        for (String chart : List.of("chart-rate", "chart-kl")) {
            assertThat(lookup("#" + chart)
                            .queryAs(TimePlot.class)
                            .absenceProperty()
                            .get())
                    .as(chart)
                    .isEqualTo("No prior, no rate");
        }
        assertThat(onPlane()).isEqualTo("No prior, no rate");
        assertThat(lookup("#live-beta").queryAs(TextField.class).getText()).isEqualTo("none");
        assertThat(lookup(".kl-bars").query().getAccessibleText()).isEqualTo("KL of each dimension in nats: –, –");
        press("notice-act");
        await(() ->
                Objects.requireNonNull(run().runProperty().get()).run().plan().learningRate() == 1
                        && run().statusProperty().get() != null);
        assertThat(train().setup().setup().text(SetupField.LEARNING_RATE)).isEqualTo("1");
    }

    @Test
    void aMomentOfARunIsExplored() throws Exception {
        trainToTheEnd(1);
        press("explore-it");
        await(() -> room.isIdle());
        assertThat(room.shell().tabProperty().get()).isEqualTo("explore");
        assertThat(room.explore().model().title()).contains("step 2");
        assertThat(room.explore().decodedProperty().get()).isNotNull();
        assertThat(room.explore().scatterProperty().get().size()).isEqualTo(10_000);
    }

    @Test
    void aRunOfAHundredEpochsLeavesNoMoreBehindInMemoryThanOneOfAFew() throws Exception {
        setUp(100);
        interact(() -> train().setup().set(SetupField.BATCH, "8"));
        List<WeakReference<Object>> shown = new ArrayList<>();
        interact(() -> {
            run().dataProperty().addListener((observable, was, is) -> remember(shown, was));
            run().time()
                    .momentProperty()
                    .addListener((observable, was, is) -> remember(shown, was == null ? null : was.snapshot()));
        });
        press("start");
        await(() -> state() == SessionStatus.State.FINISHED && room.isIdle());
        assertThat(Objects.requireNonNull(run().statusProperty().get()).step()).isEqualTo(3_200);
        var data = Objects.requireNonNull(run().dataProperty().get());
        assertThat(data.curves().points()).as("two steps to a point").isBetween(1_024, 2_049);
        assertThat(data.tests()).hasSizeBetween(2, 512);
        assertThat(run().time().stopsProperty().get()).hasSizeBetween(2, 48);
        Path runFolder = Objects.requireNonNull(run().runProperty().get()).folder();
        try (Stream<Path> files = Files.list(runFolder.resolve("snapshots"))) {
            assertThat(files).hasSizeLessThanOrEqualTo(48 + 16);
        }
        // The charts, the map and the bars are still on the screen, and hold what is shown and nothing of before.
        assertThat(shown).hasSizeGreaterThan(2);
        shown.forEach(JMemoryBuddy::assertCollectable);
    }

    private static void remember(List<WeakReference<Object>> shown, Object was) {
        if (was != null) {
            shown.add(new WeakReference<>(was));
        }
    }

    @Test
    void closingTheWindowSavesTheRunUnderWay() throws Exception {
        setUp(100_000);
        press("start");
        await(() -> {
            SessionStatus now = run().statusProperty().get();
            return now != null && now.step() > 3;
        });
        interact(room::close);
        room.ended().get(20, TimeUnit.SECONDS);
        assertThat(Thread.getAllStackTraces().keySet())
                .noneMatch(thread -> thread.getName().equals("training") && thread.isAlive());
        Path runs = Objects.requireNonNull(run().runProperty().get()).folder();
        assertThat(runs.resolve("checkpoint.npz")).exists();
    }
}
