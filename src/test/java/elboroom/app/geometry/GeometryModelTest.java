package elboroom.app.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import elboroom.app.concurrent.Engine;
import elboroom.app.concurrent.Updates;
import elboroom.app.concurrent.WorkQueue;
import elboroom.app.explore.ExploreModel;
import elboroom.app.explore.FakeVae;
import elboroom.app.explore.FakeWorkspace;
import elboroom.app.explore.PlaneChoice;
import elboroom.app.explore.Workspace.ModelChoice;
import elboroom.app.map.Heat;
import elboroom.raster.Bounds;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class GeometryModelTest {
    private static final Bounds VIEW = new Bounds(-3, -2, 3, 2);

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

    private static Heat of(Heat heat) {
        return Objects.requireNonNull(heat);
    }

    @Test
    void nothingIsWorkedOutBeforeTheTabIsShown() {
        continuity.look(VIEW);
        settle();
        assertThat(continuity.heatProperty().get()).isNull();
        assertThat(model.groundProperty().get()).isNull();
        open(Page.CONTINUITY);
        assertThat(continuity.heatProperty().get()).isNotNull();
        assertThat(continuity.ranksProperty().get()).isNotNull();
        assertThat(holes.heatProperty().get()).as("of a page that is not seen").isNull();
        assertThat(model.progressProperty().getValue().doubleValue()).isNaN();
    }

    @Test
    void theMapComesFromCoarseToFineAndEndsFine() {
        List<Integer> rows = new ArrayList<>();
        continuity.heatProperty().addListener((property, was, is) -> {
            if (is != null) {
                rows.add(is.rows());
            }
        });
        open(Page.CONTINUITY);
        assertThat(rows).isSorted().containsExactly(10, 20, 40);
        Heat heat = of(continuity.heatProperty().get());
        assertThat(heat.place()).isEqualTo(VIEW);
        assertThat(heat.columns()).isEqualTo(60);
        explore.moveTo(0.5, 0.25);
        settle();
        PointStretch point = Objects.requireNonNull(continuity.pointProperty().get());
        assertThat(heat.at(0.5, 0.25)).isCloseTo(point.value(Stretch.SIGMA_MAX), within(1.0));
        assertThat(point.stretches()[0]).isCloseTo(point.value(Stretch.SIGMA_MAX), within(1e-3));
        assertThat(point.stretches()[0] * point.stretches()[1])
                .isCloseTo(point.value(Stretch.MAGNIFICATION), within(1e-2));
        continuity.choose(Stretch.MAGNIFICATION);
        assertThat(of(continuity.heatProperty().get()).at(0.5, 0.25))
                .isCloseTo(point.value(Stretch.MAGNIFICATION), within(5.0));
    }

    @Test
    void theImageMovesToAndFroAlongItsDirections() {
        open(Page.CONTINUITY);
        explore.moveTo(0.3, -0.6);
        settle();
        PointStretch point = Objects.requireNonNull(continuity.pointProperty().get());
        FakeVae vae = new FakeVae(2);
        for (int k = 0; k < 2; k++) {
            double[] v = point.directions()[k];
            float[] end = {(float) (0.3 + point.reach() * v[0]), (float) (-0.6 + point.reach() * v[1])};
            assertThat(point.frames()[k][PointStretch.FRAMES - 1]).containsExactly(vae.decode(end, 1), within(1e-4f));
            assertThat(point.frames()[k][PointStretch.FRAMES / 2]).containsExactly(point.image(), within(1e-4f));
        }
        double[] ellipse = Objects.requireNonNull(point.ellipse(2));
        // In the first direction the ellipse reaches as far as changes the image by 2.
        double[] v = point.directions()[0];
        double across = ellipse[0] * v[0] * v[0] + 2 * ellipse[1] * v[0] * v[1] + ellipse[2] * v[1] * v[1];
        assertThat(Math.sqrt(across)).isCloseTo(2 / point.stretches()[0], within(1e-3));
    }

    @Test
    void anotherPartOfThePlaneIsFilledAnewAndTheSameIsNot() {
        open(Page.CONTINUITY);
        Heat first = continuity.heatProperty().get();
        continuity.look(VIEW);
        settle();
        assertThat(continuity.heatProperty().get()).isSameAs(first);
        Bounds closer = new Bounds(0, 0, 1, 1);
        continuity.look(closer);
        settle();
        assertThat(of(continuity.heatProperty().get()).place()).isEqualTo(closer);
    }

    @Test
    void ofMoreDimensionsAPlaneIsShown() {
        explore.chooseModel("spots-10d");
        explore.choosePlane(PlaneChoice.FIRST_TWO);
        open(Page.CONTINUITY);
        assertThat(of(continuity.heatProperty().get()).at(0, 0)).isPositive();
        Heat before = continuity.heatProperty().get();
        explore.moveTo(1, 1);
        settle();
        assertThat(continuity.heatProperty().get()).as("within the plane").isSameAs(before);
        explore.setLatent(4, 1.5);
        settle();
        assertThat(continuity.heatProperty().get()).as("another plane").isNotSameAs(before);
        explore.choosePlane(PlaneChoice.dimensions(2, 3));
        settle();
        // The fake decoder ignores all dimensions but two.
        PointStretch point = Objects.requireNonNull(continuity.pointProperty().get());
        assertThat(point.value(Stretch.MAGNIFICATION)).isCloseTo(0, within(1e-3));
        assertThat(point.value(Stretch.SIGMA_MAX)).isPositive();
        assertThat(of(continuity.heatProperty().get()).at(0, 0)).isCloseTo(point.value(Stretch.SIGMA_MAX), within(1.0));
    }

    @Test
    void holesAreBetweenThePosteriors() {
        open(Page.HOLES);
        Heat heat = of(holes.heatProperty().get());
        assertThat(heat.at(2.9, 1.9)).as("beyond all images").isLessThan(-5);
        assertThat(Objects.requireNonNull(holes.massProperty().get()).mass()).isBetween(0.02, 0.2);
        Samples samples = Objects.requireNonNull(holes.samplesProperty().get());
        assertThat(samples.all()).hasSize(HolesModel.COUNT);
        for (Samples.Sample sample : samples.all()) {
            assertThat(sample.nearest())
                    .isEqualTo(workspace.images("spots-train").image(sample.index()));
            double squared = 0;
            for (int k = 0; k < sample.image().length; k++) {
                squared += Math.pow(sample.image()[k] - sample.nearest()[k], 2);
            }
            assertThat(sample.distance()).isCloseTo(Math.sqrt(squared), within(1e-2));
        }
        holes.choose(Source.AGGREGATE);
        settle();
        Samples posterior = Objects.requireNonNull(holes.samplesProperty().get());
        assertThat(posterior.source()).isEqualTo(Source.AGGREGATE);
        assertThat(posterior.inHoles()).isZero();
        holes.redraw();
        settle();
        assertThat(Objects.requireNonNull(holes.samplesProperty().get())
                        .all()
                        .get(0)
                        .x())
                .isNotEqualTo(posterior.all().get(0).x());
        holes.choose(Source.MIXTURE);
        settle();
        assertThat(Objects.requireNonNull(holes.samplesProperty().get()).source())
                .isEqualTo(Source.MIXTURE);
    }

    /** A network of other dimensions must not be asked about the ground of the one before. */
    @Test
    void whatIsAskedWhileAnotherModelOpensWaitsForIt() {
        open(Page.HOLES);
        explore.chooseModel("spots-10d");
        holes.choose(Source.PRIOR);
        holes.redraw();
        holes.look(new Bounds(-1, -1, 1, 1));
        continuity.look(VIEW);
        settle();
        assertThat(Objects.requireNonNull(model.groundProperty().get()).latentSize())
                .isEqualTo(10);
        assertThat(Objects.requireNonNull(holes.samplesProperty().get()).all()).hasSize(HolesModel.COUNT);
        assertThat(of(holes.heatProperty().get()).place()).isEqualTo(new Bounds(-1, -1, 1, 1));
    }

    @Test
    void anAutoencoderIsSeenAsWideAsItsCodesAre() {
        open(Page.HOLES);
        Bounds narrow = Objects.requireNonNull(model.groundProperty().get()).home();
        explore.chooseModel("spots-code");
        settle();
        Bounds wide = Objects.requireNonNull(model.groundProperty().get()).home();
        assertThat(narrow.width()).isCloseTo(6.8, within(1e-9));
        assertThat(wide.width()).isGreaterThan(4 * narrow.width());
        assertThat(Objects.requireNonNull(holes.samplesProperty().get()).all()).hasSize(HolesModel.COUNT);
    }

    @Test
    void whatIsCancelledGoesOnWhenAskedTo() {
        open(Page.CONTINUITY);
        Bounds closer = new Bounds(0, 0, 1, 1);
        continuity.look(closer);
        assertThat(model.progressProperty().getValue().doubleValue()).isZero();
        model.cancel();
        settle();
        assertThat(model.progressProperty().getValue().doubleValue()).isNaN();
        assertThat(of(continuity.heatProperty().get()).place()).isEqualTo(VIEW);
        model.again();
        settle();
        assertThat(of(continuity.heatProperty().get()).place()).isEqualTo(closer);
        assertThat(of(continuity.heatProperty().get()).rows()).isEqualTo(40);
    }

    @Test
    void aVaeAndAnAutoencoderAreScoredAndWhatIsExploredBesides() {
        explore.chooseModel("spots-10d");
        open(Page.SCORES);
        ScoresModel scores = model.scores();
        assertThat(scores.modelsProperty().get())
                .extracting(ModelChoice::name)
                .containsExactly("spots-2d", "spots-code", "spots-10d");
        assertThat(scores.cardsProperty().get()).containsOnlyKeys("spots-2d", "spots-code", "spots-10d");
        ScoreCard vae = Objects.requireNonNull(scores.cardsProperty().get().get("spots-2d"));
        ScoreCard code = Objects.requireNonNull(scores.cardsProperty().get().get("spots-code"));
        assertThat(code.survey().unevenness().median())
                .as("the same but for its units")
                .isCloseTo(vae.survey().unevenness().median(), within(1e-3));
        assertThat(code.survey().perUnit().median())
                .isLessThan(0.5 * vae.survey().perUnit().median());
        assertThat(Score.UNEVENNESS.better(vae.survey(), code.survey())).isZero();
        assertThat(Score.PER_UNIT.better(vae.survey(), code.survey()))
                .as("units are no merit")
                .isZero();
        assertThat(Verdict.of(vae, code)).startsWith("Continuity: a draw");
        assertThat(Objects.requireNonNull(scores.cardsProperty().get().get("spots-10d"))
                        .maps())
                .isNull();
    }
}
