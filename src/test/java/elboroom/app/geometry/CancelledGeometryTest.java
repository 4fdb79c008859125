package elboroom.app.geometry;

import static org.assertj.core.api.Assertions.assertThat;

import elboroom.app.concurrent.Engine;
import elboroom.app.concurrent.Updates;
import elboroom.app.concurrent.WorkQueue;
import elboroom.app.explore.ExploreModel;
import elboroom.app.explore.FakeWorkspace;
import elboroom.app.map.Heat;
import elboroom.raster.Bounds;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.beans.value.ObservableValue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Work for the Geometry tab's pages that is ended midway: what is known stays, and the rest comes out the same. */
final class CancelledGeometryTest {
    private static final Bounds VIEW = new Bounds(-3, -2, 3, 2);
    private static final Bounds CLOSER = new Bounds(-1, -1, 1, 1);

    private final Updates ui = new Updates();
    private final List<Throwable> failures = new ArrayList<>();
    private final FakeWorkspace workspace = new FakeWorkspace();
    private final Engine engine = new Engine(ui, failures::add);
    private final Engine maps = new Engine(ui, failures::add);
    private final Engine scoring = new Engine(ui, failures::add);
    private final WorkQueue worker = new WorkQueue("worker", ui, failures::add);
    private final ExploreModel explore = new ExploreModel(workspace, engine, worker, words -> {}, null);
    private final GeometryModel model = new GeometryModel(workspace, explore, maps, scoring, ui, List.of(10, 20, 40));
    private final ContinuityModel continuity = model.continuity();
    private final HolesModel holes = model.holes();

    @AfterEach
    void end() {
        engine.close();
        maps.close();
        scoring.close();
        worker.close();
        assertThat(failures).isEmpty();
    }

    private void settle() {
        ui.settle(() -> engine.idleProperty().get()
                && maps.idleProperty().get()
                && scoring.idleProperty().get()
                && worker.idleProperty().get());
    }

    private void open(Page page) {
        continuity.look(VIEW);
        holes.look(VIEW);
        model.turnTo(page);
        model.show(true);
        settle();
    }

    /** Ends the work of the page the first time that it says how far it is. */
    private void cancelMidway() {
        AtomicBoolean done = new AtomicBoolean();
        model.progressProperty().addListener((observable, was, is) -> {
            if (is != null && is.doubleValue() > 0 && is.doubleValue() < 1 && !done.getAndSet(true)) {
                model.cancel();
            }
        });
    }

    /** Ends the work of the page when its map has got so many rows. */
    private void cancelAt(ObservableValue<Heat> heat, int rows) {
        AtomicBoolean done = new AtomicBoolean();
        heat.addListener((observable, was, is) -> {
            if (is != null && is.rows() == rows && !done.getAndSet(true)) {
                model.cancel();
            }
        });
    }

    private static List<Integer> rows(ObservableValue<Heat> heat) {
        List<Integer> rows = new ArrayList<>();
        heat.addListener((observable, was, is) -> {
            if (is != null) {
                rows.add(is.rows());
            }
        });
        return rows;
    }

    private void assertNothingRuns() {
        assertThat(model.progressProperty().getValue().doubleValue()).isNaN();
    }

    private static Heat of(ObservableValue<Heat> heat) {
        return Objects.requireNonNull(heat.getValue());
    }

    private void keepsItsMap(Page page, ObservableValue<Heat> heat, int ended) {
        open(page);
        Heat undisturbed = of(heat);
        part(page).look(CLOSER);
        settle();
        part(page).look(VIEW);
        cancelAt(heat, ended);
        List<Integer> rows = rows(heat);
        settle();
        assertNothingRuns();
        assertThat(of(heat).rows()).as("the part of the work that was done").isEqualTo(ended);
        assertThat(of(heat).place()).isEqualTo(VIEW);
        model.again();
        settle();
        assertThat(rows).as("never coarser again, nothing twice").isSorted().doesNotHaveDuplicates();
        assertThat(of(heat).rows()).isEqualTo(40);
        assertThat(of(heat)).usingRecursiveComparison().isEqualTo(undisturbed);
        assertNothingRuns();
    }

    private Part part(Page page) {
        return page == Page.CONTINUITY ? continuity : holes;
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 20})
    void theMapOfContinuityKeepsWhatItHas(int ended) {
        keepsItsMap(Page.CONTINUITY, continuity.heatProperty(), ended);
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 20})
    void theMapOfHolesKeepsWhatItHas(int ended) {
        keepsItsMap(Page.HOLES, holes.heatProperty(), ended);
    }

    @Test
    void whatIsUsualIsMeasuredWhenTheWorkGoesOn() {
        cancelMidway();
        open(Page.CONTINUITY);
        assertNothingRuns();
        assertThat(continuity.ranksProperty().get()).isNull();
        assertThat(continuity.heatProperty().get()).isNull();
        model.again();
        settle();
        Ranks ranks = Objects.requireNonNull(continuity.ranksProperty().get());
        double usual = ranks.percentile(Stretch.SIGMA_MAX, 0.5);
        explore.chooseModel("spots-10d");
        settle();
        explore.chooseModel("spots-2d");
        settle();
        assertThat(Objects.requireNonNull(continuity.ranksProperty().get()).percentile(Stretch.SIGMA_MAX, 0.5))
                .isEqualTo(usual);
        assertThat(of(continuity.heatProperty()).rows()).isEqualTo(40);
    }

    /** The hand moves the map while the samples that its colours depend on are still being looked at. */
    @Test
    void aMapThatIsMovedDoesNotBeginTheSamplesAnew() {
        List<Double> shares = new ArrayList<>();
        AtomicBoolean moved = new AtomicBoolean();
        continuity.look(VIEW);
        model.show(true);
        continuity.progressProperty().addListener((observable, was, is) -> {
            if (continuity.ranksProperty().get() == null) {
                shares.add(is.doubleValue());
                if (is.doubleValue() > 0 && !moved.getAndSet(true)) {
                    continuity.look(CLOSER);
                }
            }
        });
        settle();
        assertThat(moved).isTrue();
        assertThat(shares.stream().filter(share -> !share.isNaN())).isSorted();
        assertThat(of(continuity.heatProperty()).place()).isEqualTo(CLOSER);
    }

    @Test
    void theDensitiesBehindTheHolesAreWorkedOutWhenTheWorkGoesOn() {
        cancelMidway();
        open(Page.HOLES);
        assertNothingRuns();
        assertThat(holes.massProperty().get()).isNull();
        assertThat(holes.samplesProperty().get()).isNull();
        model.again();
        settle();
        double mass = Objects.requireNonNull(holes.massProperty().get()).mass();
        Samples samples = Objects.requireNonNull(holes.samplesProperty().get());
        explore.chooseModel("spots-10d");
        settle();
        explore.chooseModel("spots-2d");
        settle();
        assertThat(Objects.requireNonNull(holes.massProperty().get()).mass()).isEqualTo(mass);
        assertThat(holes.samplesProperty().get()).usingRecursiveComparison().isEqualTo(samples);
        assertNothingRuns();
    }

    @ParameterizedTest
    @EnumSource(Source.class)
    void samplesThatWereEndedAreDrawnWhenTheWorkGoesOn(Source source) {
        open(Page.HOLES);
        holes.choose(source, 7);
        settle();
        Samples undisturbed = Objects.requireNonNull(holes.samplesProperty().get());
        holes.choose(Source.PRIOR, 3);
        settle();
        Samples before = holes.samplesProperty().get();
        holes.choose(source, 7);
        model.cancel();
        settle();
        assertNothingRuns();
        assertThat(holes.samplesProperty().get()).as("those of before").isSameAs(before);
        model.again();
        settle();
        assertThat(holes.samplesProperty().get()).usingRecursiveComparison().isEqualTo(undisturbed);
    }

    @Test
    void turningToAnotherPageAndBackDrawsTheSamplesThatWereAskedFor() {
        open(Page.HOLES);
        holes.choose(Source.AGGREGATE);
        model.turnTo(Page.CONTINUITY);
        settle();
        model.turnTo(Page.HOLES);
        settle();
        assertThat(Objects.requireNonNull(holes.samplesProperty().get()).source())
                .isEqualTo(Source.AGGREGATE);
    }

    @Test
    void scoresThatWereEndedComeOutTheSame() {
        cancelMidway();
        open(Page.SCORES);
        ScoresModel scores = model.scores();
        assertNothingRuns();
        assertThat(scores.modelsProperty().get()).as("their table is there").hasSize(2);
        assertThat(scores.cardsProperty().get()).isEmpty();
        model.again();
        AtomicBoolean second = new AtomicBoolean();
        scores.cardsProperty().addListener((observable, was, is) -> {
            if (is.size() == 1 && !second.getAndSet(true)) {
                cancelMidway();
            }
        });
        settle();
        assertThat(second).isTrue();
        assertNothingRuns();
        assertThat(scores.cardsProperty().get()).as("the first is measured").containsOnlyKeys("spots-2d");
        ScoreCard first = scores.cardsProperty().get().get("spots-2d");
        model.again();
        settle();
        assertThat(scores.cardsProperty().get()).containsOnlyKeys("spots-2d", "spots-code");
        assertThat(scores.cardsProperty().get().get("spots-2d"))
                .as("not measured twice")
                .isSameAs(first);
        assertNothingRuns();
        assertSameAsUndisturbed(scores);
    }

    private void assertSameAsUndisturbed(ScoresModel scores) {
        try (Engine other = new Engine(ui, failures::add)) {
            ScoresModel undisturbed = new ScoresModel(workspace, explore, other, ui);
            undisturbed.activate(true);
            ui.settle(() -> other.idleProperty().get());
            assertThat(undisturbed.cardsProperty().get().keySet())
                    .isEqualTo(scores.cardsProperty().get().keySet());
            undisturbed
                    .cardsProperty()
                    .get()
                    .forEach((name, card) -> assertThat(Objects.requireNonNull(
                                    scores.cardsProperty().get().get(name)))
                            .usingRecursiveComparison()
                            .isEqualTo(card));
        }
    }
}
