package elboroom.app.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import elboroom.app.concurrent.Updates;
import elboroom.data.Catalogue;
import elboroom.train.RunStore;
import elboroom.train.SessionStatus;
import elboroom.train.SessionStatus.State;
import elboroom.train.Snapshots;
import elboroom.train.StoredRun;
import elboroom.train.TestLosses;
import elboroom.train.TinyRuns;
import elboroom.train.Trouble;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.beans.value.ChangeListener;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Train tab without a window: runs of a small network on a hundred and fifty shapes. */
final class TrainModelTest {
    private final Updates ui = new Updates();
    private final List<Throwable> failures = new ArrayList<>();
    private final List<Moment> explored = new ArrayList<>();
    private final List<String> said = new ArrayList<>();

    @TempDir
    private Path folder;

    private TrainModel model;

    @BeforeEach
    void make() {
        Catalogue catalogue = new Catalogue(Path.of("assets"));
        catalogue.put(TinyRuns.source());
        model = new TrainModel(
                catalogue,
                new RunStore(folder),
                ui,
                failures::add,
                said::add,
                (run, moment) -> explored.add(moment),
                null);
        model.setup().set(SetupField.DATA, "tiny");
        model.setup().set(SetupField.HIDDEN, "12");
        model.setup().set(SetupField.BATCH, "32");
        settle();
    }

    @AfterEach
    void end() {
        model.close();
        model.ended().join();
        assertThat(failures).isEmpty();
    }

    private void settle() {
        ui.settle(model::isIdle);
    }

    private void train(int epochs) {
        model.setup().set(SetupField.EPOCHS, String.valueOf(epochs));
        model.start();
        settle();
    }

    private State state() {
        return Objects.requireNonNull(model.run().statusProperty().get()).state();
    }

    private RunData data() {
        return Objects.requireNonNull(model.run().dataProperty().get());
    }

    private TimeModel time() {
        return model.run().time();
    }

    private Moment moment() {
        return Objects.requireNonNull(time().momentProperty().get());
    }

    @Test
    void aRunCannotStartWhileAFieldIsWrong() {
        model.setup().set(SetupField.LATENT, "0");
        model.start();
        settle();
        assertThat(model.run().runProperty().get()).isNull();
        assertThat(model.runs().runsProperty().get()).isEmpty();
    }

    @Test
    void aSecondClickWhileARunIsBeginningBeginsNone() {
        model.start();
        train(1);
        assertThat(model.runs().runsProperty().get()).hasSize(1);
    }

    @Test
    void aRunThatWasStillBeginningWhenAnotherIsShownIsNotTrained() {
        train(1);
        StoredRun first = model.runs().runsProperty().get().get(0);
        model.setup().set(SetupField.EPOCHS, "20");
        model.start();
        model.runs().open(first);
        settle();
        assertThat(Objects.requireNonNull(model.run().runProperty().get()).folder())
                .isEqualTo(first.folder());
        model.runs().refresh();
        settle();
        assertThat(model.runs().runsProperty().get())
                .filteredOn(run -> !run.folder().equals(first.folder()))
                .singleElement()
                .satisfies(run -> assertThat(run.state()).isNotEqualTo(StoredRun.State.FINISHED));
    }

    @Test
    void theCurvesAreThereWhileItTrainsAndWholeInTheEnd() {
        List<Long> lengths = new ArrayList<>();
        model.run().dataProperty().addListener((observable, was, is) -> {
            if (is != null && is.curves().points() > 0) {
                lengths.add(is.curves().step()[is.curves().points() - 1]);
            }
        });
        train(20);
        assertThat(state()).isEqualTo(State.FINISHED);
        assertThat(lengths).isSorted().hasSizeGreaterThan(1);
        assertThat(data().curves().points())
                .as("a point for each of five steps an epoch")
                .isEqualTo(100);
        assertThat(data().steps()).isEqualTo(100);
        assertThat(data().epoch(50)).isEqualTo(10);
        assertThat(data().tests())
                .extracting(TestLosses::step)
                .isSorted()
                .startsWith(0L)
                .endsWith(100L);
        assertThat(model.run().canResume()).isFalse();
        assertThat(model.runs().runsProperty().get())
                .singleElement()
                .satisfies(run -> assertThat(run.state()).isEqualTo(StoredRun.State.FINISHED));
    }

    @Test
    void theTimeMachineGoesToTheMomentNearestToTheStepAndBackToTheNewest() {
        train(20);
        List<Long> stops = time().stopsProperty().get();
        assertThat(stops).startsWith(0L).endsWith(100L);
        assertThat(time().liveProperty().get()).isTrue();
        assertThat(moment().step()).isEqualTo(100);
        long between = (stops.get(0) + stops.get(1)) / 2;
        time().seek(between);
        settle();
        assertThat(time().liveProperty().get()).isFalse();
        assertThat(time().stepProperty().get())
                .as("the curves are looked at there")
                .isEqualTo(between);
        assertThat(moment().step()).isEqualTo(time().nearest(between)).isIn(stops.get(0), stops.get(1));
        assertThat(data().testAt(between))
                .hasValueSatisfying(test -> assertThat(test.step()).isLessThanOrEqualTo(between));
        time().seek(1_000_000);
        settle();
        assertThat(time().stepProperty().get()).as("no later than its end").isEqualTo(100);
        time().seek(0);
        time().goLive();
        settle();
        assertThat(moment().step()).isEqualTo(100);
        assertThat(time().stepProperty().get()).isEqualTo(100);
    }

    @Test
    void playedItShowsEveryMomentInItsOrderAndStops() {
        train(20);
        List<Long> seen = new ArrayList<>();
        time().momentProperty()
                .addListener((observable, was, is) ->
                        seen.add(Objects.requireNonNull(is).step()));
        time().play(true);
        settle();
        while (time().playingProperty().get()) {
            time().advance();
            settle();
        }
        assertThat(seen).isEqualTo(time().stopsProperty().get());
    }

    @Test
    void aBranchBeginsAtTheWeightsOfTheMomentAndTheStoryUpToIt() {
        train(20);
        List<Long> stops = time().stopsProperty().get();
        // A moment on the way, if there was time to keep one.
        long stop = stops.get((stops.size() - 1) / 2);
        time().seek(stop);
        settle();
        Snapshots before = model.runs().runsProperty().get().get(0).snapshots();
        RunMatter first = Objects.requireNonNull(model.run().runProperty().get());
        model.run().branch();
        settle();
        RunMatter branch = Objects.requireNonNull(model.run().runProperty().get());
        assertThat(branch.folder()).isNotEqualTo(first.folder());
        assertThat(branch.title()).isEqualTo(first.title() + ", from step " + stop);
        assertThat(state()).as("it waits for other settings").isEqualTo(State.PAUSED);
        assertThat(moment().step()).as("the steps up to there are taken again").isEqualTo(stop);
        assertThat(moment().snapshot().parameters()).isEqualTo(before.read(stop).parameters());
        assertThat(data().curves().step()).as("the story up to there").hasSize((int) stop);
        assertThat(model.runs().runsProperty().get())
                .as("it is in the list, and the first one still is")
                .extracting(StoredRun::title)
                .containsExactly(branch.title(), first.title());
        model.run().changeBeta(4);
        model.run().resume();
        settle();
        assertThat(state()).isEqualTo(State.FINISHED);
        assertThat(data().changes()).singleElement().satisfies(change -> {
            assertThat(change.step()).isEqualTo(stop);
            assertThat(change.to()).isEqualTo(4);
        });
        time().seek(0);
        settle();
        assertThat(moment().snapshot().parameters()).isEqualTo(before.read(0).parameters());
    }

    @Test
    void aRunUnderWayIsInTheListAndStaysThereWhenItIsLeftForAnother() {
        model.setup().set(SetupField.EPOCHS, "100000");
        model.start();
        ChangeListener<SessionStatus> pause = (observable, was, is) -> {
            if (is != null && is.state() == State.RUNNING && is.step() > 0) {
                model.run().pause();
            }
        };
        model.run().statusProperty().addListener(pause);
        settle();
        model.run().statusProperty().removeListener(pause);
        assertThat(model.runs().runsProperty().get())
                .singleElement()
                .satisfies(run -> assertThat(run.state()).isEqualTo(StoredRun.State.RUNNING));
        train(1);
        assertThat(model.runs().runsProperty().get())
                .extracting(StoredRun::state)
                .containsExactly(StoredRun.State.FINISHED, StoredRun.State.INTERRUPTED);
    }

    private List<String> titles() {
        return model.runs().runsProperty().get().stream().map(StoredRun::title).toList();
    }

    private StoredRun named(String title) {
        return model.runs().runsProperty().get().stream()
                .filter(run -> run.title().equals(title))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void everyDeletionIsTakenBackAndDoneAgainAndARunThatIsGoneIsNotShown() {
        train(1);
        model.runs().rename(model.runs().runsProperty().get().get(0), "First");
        settle();
        train(1);
        model.runs().rename(named("Tiny, VAE, 2-D"), "Second");
        settle();
        Deletions deletions = model.runs().deletions();
        assertThat(deletions.canUndoProperty().get()).isFalse();
        model.runs().delete(named("First"));
        model.runs().delete(named("Second"));
        settle();
        assertThat(titles()).isEmpty();
        assertThat(model.run().runProperty().get()).as("it was shown").isNull();
        assertThat(model.run().dataProperty().get()).isNull();
        assertThat(time().stopsProperty().get()).isEmpty();
        deletions.undo();
        settle();
        assertThat(titles()).containsExactly("Second");
        deletions.undo();
        settle();
        assertThat(titles()).containsExactly("Second", "First");
        assertThat(deletions.canUndoProperty().get()).isFalse();
        deletions.redo();
        settle();
        assertThat(titles()).containsExactly("Second");
        assertThat(Objects.requireNonNull(deletions.lastProperty().get()).run().title())
                .isEqualTo("First");
        model.runs().open(named("Second"));
        settle();
        assertThat(moment().step()).as("it is whole").isEqualTo(5);
        model.runs().delete(named("Second"));
        settle();
        assertThat(deletions.canRedoProperty().get())
                .as("another step was taken since")
                .isFalse();
    }

    @Test
    void anotherTitleIsSeenWhereverTheRunIs() {
        StoredRun first = trained(1);
        StoredRun second = trained(2);
        StoredRun third = trained(3);
        model.runs().compare(first, true);
        model.runs().compare(second, true);
        settle();
        assertThat(beside()).as("both at once").hasSize(2);
        model.runs().rename(first, "Beside");
        model.runs().rename(second, "Also beside");
        model.runs().rename(third, "Shown");
        settle();
        assertThat(Objects.requireNonNull(model.run().runProperty().get()).title())
                .isEqualTo("Shown");
        assertThat(data().title()).isEqualTo("Shown");
        assertThat(data().curves().points()).isEqualTo(15);
        assertThat(beside()).containsExactlyInAnyOrder("Beside", "Also beside");
        model.runs().delete(named("Beside"));
        settle();
        assertThat(beside()).containsExactly("Also beside");
    }

    private StoredRun trained(int epochs) {
        train(epochs);
        return model.runs().runsProperty().get().get(0);
    }

    private List<String> beside() {
        return model.runs().comparisons().drawnProperty().get().stream()
                .map(RunData::title)
                .toList();
    }

    @Test
    void aRunIsNotLaidOverItselfAndIsOverAnotherAgain() {
        StoredRun first = trained(1);
        model.runs().compare(first, true);
        settle();
        assertThat(beside()).as("it is the one shown").isEmpty();
        StoredRun second = trained(2);
        assertThat(beside()).containsExactly(first.title());
        model.runs().compare(second, true);
        model.runs().open(first);
        settle();
        assertThat(beside()).containsExactly(second.title());
        model.runs().open(second);
        model.runs().compare(first, false);
        settle();
        assertThat(beside()).isEmpty();
    }

    @Test
    void aRunThatDivergedSaysSoInTheListAndWhenItIsOpenedAgain() {
        model.setup().set(SetupField.LEARNING_RATE, "1e30");
        StoredRun diverged = trained(2);
        Trouble trouble = Objects.requireNonNull(diverged.trouble());
        assertThat(trouble.step()).isBetween(1L, 10L);
        assertThat(Texts.trouble(trouble))
                .startsWith("Diverged at step " + trouble.step() + ". Start again with a learning rate of 1");
        String told = notice().text();
        assertThat(told).contains("diverged", "at step " + trouble.step(), "The map shows these weights");
        model.setup().set(SetupField.LEARNING_RATE, "0.001");
        StoredRun good = trained(1);
        assertThat(good.trouble()).isNull();
        assertThat(model.noticeProperty().get()).isNull();
        for (int time = 0; time < 2; time++) {
            model.runs().open(diverged);
            settle();
            assertThat(notice().text()).isEqualTo(told);
            assertThat(data().trouble()).as("marked on the curves").isEqualTo(trouble);
            model.runs().open(good);
            settle();
            assertThat(model.noticeProperty().get()).isNull();
            assertThat(data().trouble()).isNull();
        }
        model.runs().open(diverged);
        settle();
        model.dismissNotice();
        model.runs().rename(diverged, "Burst");
        settle();
        assertThat(model.noticeProperty().get()).as("told once").isNull();
        model.runs().open(named("Burst"));
        settle();
        notice().action().run();
        settle();
        assertThat(Objects.requireNonNull(model.run().runProperty().get())
                        .run()
                        .plan()
                        .learningRate())
                .isCloseTo(1e29, withinPercentage(1));
    }

    private Notice notice() {
        return Objects.requireNonNull(model.noticeProperty().get());
    }

    @Test
    void aRunUnderWayIsNeitherRenamedNorDeletedAndSaysWhatToDo() {
        model.setup().set(SetupField.EPOCHS, "100000");
        model.start();
        model.run().statusProperty().addListener((observable, was, is) -> {
            if (is != null && is.state() == State.RUNNING && is.step() > 0) {
                model.run().pause();
            }
        });
        settle();
        model.side().show(SideModel.Side.RUNS);
        settle();
        StoredRun run = model.runs().runsProperty().get().get(0);
        assertThat(model.runs().thumbnailsProperty().get()).containsKey(run.folder());
        model.runs().rename(run, "Another");
        model.runs().delete(run);
        settle();
        assertThat(said)
                .hasSize(2)
                .allMatch(words -> words.contains("is under way: stop it first, then it can be"))
                .satisfiesExactly(
                        words -> assertThat(words).endsWith("renamed"),
                        words -> assertThat(words).endsWith("deleted"));
        assertThat(titles()).containsExactly(run.title());
        assertThat(state()).isEqualTo(State.PAUSED);
    }

    @Test
    void aStoppedRunGoesOnAndAMomentOfItIsExplored() {
        model.setup().set(SetupField.EPOCHS, "100000");
        model.start();
        model.run().statusProperty().addListener((observable, was, is) -> {
            if (is != null && is.state() == State.RUNNING && is.step() > 0) {
                model.run().pause();
            }
        });
        settle();
        assertThat(state()).isEqualTo(State.PAUSED);
        long paused = Objects.requireNonNull(model.run().statusProperty().get()).step();
        model.run().step();
        settle();
        assertThat(Objects.requireNonNull(model.run().stepProperty().get()).step())
                .isEqualTo(paused + 1);
        model.run().stop();
        settle();
        SessionStatus end = Objects.requireNonNull(model.run().statusProperty().get());
        assertThat(end.state()).isEqualTo(State.STOPPED);
        assertThat(model.run().canResume()).isTrue();
        model.explore();
        assertThat(explored).containsExactly(moment());
        assertThat(moment().step()).isEqualTo(paused + 1);
    }

    @Test
    void aRunOfBeforeIsOpenedWithItsCurvesAndItsNewestMoment() {
        train(3);
        StoredRun kept = model.runs().runsProperty().get().get(0);
        train(2);
        model.runs().open(kept);
        settle();
        assertThat(Objects.requireNonNull(model.run().runProperty().get()).folder())
                .isEqualTo(kept.folder());
        assertThat(data().curves().points()).isEqualTo(15);
        assertThat(moment().step()).isEqualTo(15);
        assertThat(model.run().statusProperty().get()).isNull();
    }

    @Test
    void anInterruptedRunIsOfferedWhenTheProgramIsOpenedAgain() {
        model.setup().set(SetupField.EPOCHS, "100000");
        model.start();
        model.run().statusProperty().addListener((observable, was, is) -> {
            if (is != null && is.state() == State.RUNNING && is.step() > 0) {
                model.run().pause();
            }
        });
        settle();
        long paused = Objects.requireNonNull(model.run().statusProperty().get()).step();
        model.close();
        model.ended().join();
        make();
        Notice notice = Objects.requireNonNull(model.noticeProperty().get());
        assertThat(notice.text()).contains("was interrupted");
        assertThat(notice.remedy()).isEqualTo("Resume");
        assertThat(model.runs().thumbnailsProperty().get())
                .as("a picture of what it came to")
                .containsOnlyKeys(model.runs().runsProperty().get().get(0).folder());
        model.run().statusProperty().addListener((observable, was, is) -> {
            if (is != null && is.state() == State.RUNNING) {
                model.run().pause();
            }
        });
        notice.action().run();
        settle();
        assertThat(Objects.requireNonNull(model.run().statusProperty().get()).step())
                .isGreaterThan(paused);
    }
}
