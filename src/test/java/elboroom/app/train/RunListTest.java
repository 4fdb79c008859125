package elboroom.app.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import elboroom.train.SessionStatus.State;
import elboroom.train.StoredRun;
import elboroom.train.Trouble;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Runs in their list: renamed, deleted and brought back, laid over each other, opened again. */
final class RunListTest extends SmallRuns {
    @Test
    void aRunUnderWayIsInTheListAndStaysThereWhenItIsLeftForAnother() {
        startAndPause();
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

    @Test
    void aRunUnderWayIsNeitherRenamedNorDeletedAndSaysWhatToDo() {
        startAndPause();
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
        startAndPause();
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
        pauseAfter(paused, notice.action());
        assertThat(Objects.requireNonNull(model.run().statusProperty().get()).step())
                .isGreaterThan(paused);
    }
}
