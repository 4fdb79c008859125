package elboroom.app.train;

import static org.assertj.core.api.Assertions.assertThat;

import elboroom.train.SessionStatus;
import elboroom.train.SessionStatus.State;
import elboroom.train.Snapshots;
import elboroom.train.StoredRun;
import elboroom.train.TestLosses;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Runs that are started, steered, rewound and branched. */
final class TrainModelTest extends SmallRuns {
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
    void aStoppedRunGoesOnAndAMomentOfItIsExplored() {
        startAndPause();
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
}
