package elboroom.app.interpolate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import elboroom.app.concurrent.Engine;
import elboroom.app.concurrent.Updates;
import elboroom.app.concurrent.WorkQueue;
import elboroom.app.explore.Drawing;
import elboroom.app.explore.ExploreModel;
import elboroom.app.explore.FakeVae;
import elboroom.app.explore.FakeWorkspace;
import elboroom.app.explore.Stroke;
import elboroom.data.ImageSet;
import elboroom.data.ImageShape;
import elboroom.latent.PathKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class InterpolateModelTest {
    private final Updates ui = new Updates();
    private final List<Throwable> failures = new ArrayList<>();
    private final FakeWorkspace workspace = new FakeWorkspace();
    private final Engine engine = new Engine(ui, failures::add);
    private final Engine walking = new Engine(ui, failures::add);
    private final WorkQueue worker = new WorkQueue("worker", ui, failures::add);
    private final ExploreModel explore = new ExploreModel(workspace, engine, worker, words -> {}, null);
    private final InterpolateModel model = new InterpolateModel(workspace, explore, walking, ui);

    @BeforeEach
    void open() {
        settle();
        model.show(true);
        settle();
    }

    @AfterEach
    void end() {
        engine.close();
        walking.close();
        worker.close();
        assertThat(failures).isEmpty();
    }

    private void settle() {
        ui.settle(() -> engine.idleProperty().get()
                && walking.idleProperty().get()
                && worker.idleProperty().get());
    }

    private Way way(PathKind kind) {
        return Objects.requireNonNull(model.waysProperty().get().get(kind), kind + " is not known");
    }

    @Test
    void opensWithTwoInputsOfDifferentClassesAndAllWaysBetweenThem() {
        Trip trip = model.tripProperty().get();
        assertThat(trip.stops()).hasSize(2).allMatch(Stop::isPlaced);
        assertThat(trip.stops().get(0).words().charAt(0))
                .isNotEqualTo(trip.stops().get(1).words().charAt(0));
        assertThat(model.waysProperty().get()).containsOnlyKeys(PathKind.values());
        for (PathKind kind : PathKind.values()) {
            Way way = way(kind);
            assertThat(way.count()).isEqualTo(WaysModel.PER_LEG);
            assertThat(way.path().point(0)).containsExactly(trip.latents().get(0), within(1e-6));
            assertThat(way.path().point(way.count() - 1))
                    .containsExactly(trip.latents().get(1), within(1e-6));
        }
        assertThat(way(PathKind.GEODESIC).length())
                .isLessThanOrEqualTo(1.0001 * way(PathKind.LINE).length());
        assertThat(model.progressProperty().get()).isNaN();
    }

    /** Does something the first time that the search is so far. */
    private void at(double from, double to, Runnable action) {
        AtomicBoolean done = new AtomicBoolean();
        model.progressProperty().addListener((observable, was, is) -> {
            if (is.doubleValue() > from && is.doubleValue() < to && !done.getAndSet(true)) {
                action.run();
            }
        });
    }

    /** Ended before the first geodesic, by few points, is there, and between that and the last one. */
    @ParameterizedTest
    @CsvSource({"0, 0.1, 0", "0.1, 1, 9"})
    void aSearchThatIsCancelledKeepsWhatItHasAndComesOutTheSame(double from, double to, int known) {
        model.putNamed(0, "#5");
        settle();
        Way undisturbed = way(PathKind.GEODESIC);
        model.putNamed(0, "#6");
        settle();
        at(from, to, model::cancel);
        model.putNamed(0, "#5");
        settle();
        assertThat(model.progressProperty().get()).isNaN();
        assertThat(model.isCancelled()).isTrue();
        Way left = model.waysProperty().get().get(PathKind.GEODESIC);
        assertThat(left == null ? 0 : left.count()).isEqualTo(known);
        assertThat(way(PathKind.LINE).path().points())
                .as("the straight way is that of the new trip")
                .startsWith(undisturbed.path().points()[0], undisturbed.path().points()[1]);
        model.again();
        assertThat(model.progressProperty().get()).isNotNaN();
        settle();
        assertThat(model.isCancelled()).isFalse();
        assertThat(model.progressProperty().get()).isNaN();
        assertThat(way(PathKind.GEODESIC)).usingRecursiveComparison().isEqualTo(undisturbed);
    }

    @Test
    void cancelledBeforeItBeganTheSearchLeavesTheQuickWaysAndAnotherTripIsLookedFor() {
        model.putNamed(0, "#5");
        model.cancel();
        settle();
        assertThat(model.waysProperty().get()).containsOnlyKeys(PathKind.LINE, PathKind.SLERP);
        assertThat(model.isCancelled()).isTrue();
        model.putNamed(0, "#6");
        assertThat(model.isCancelled()).isFalse();
        settle();
        assertThat(way(PathKind.GEODESIC).count()).isEqualTo(WaysModel.PER_LEG);
        model.cancel();
        assertThat(model.isCancelled()).as("there is nothing to cancel").isFalse();
    }

    @Test
    void aSearchSaysHowFarItIsAndNeverGoesBack() {
        List<Double> shares = new ArrayList<>();
        model.addStop();
        model.progressProperty().addListener((observable, was, is) -> shares.add(is.doubleValue()));
        settle();
        assertThat(shares.get(shares.size() - 1)).as("done").isNaN();
        assertThat(shares.subList(0, shares.size() - 1))
                .hasSizeGreaterThan(10)
                .isSorted()
                .allMatch(share -> share >= 0 && share < 1);
    }

    @Test
    void aStopInTheHandIsPutWhereTheMapIsPressed() {
        model.hold(1);
        model.point(0.5, -1);
        settle();
        assertThat(model.tripProperty().get().latents().get(1)).containsExactly(new double[] {0.5, -1}, within(1e-6));
        assertThat(way(PathKind.SLERP).path().point(WaysModel.PER_LEG - 1)[1]).isCloseTo(-1, within(1e-6));
        model.hold(1);
        assertThat(model.heldProperty().get()).isEqualTo(-1);
    }

    @Test
    void withoutAStopInTheHandAPressWalksToTheNearestPointOfTheWay() {
        model.choose(PathKind.LINE);
        double[] a = model.tripProperty().get().latents().get(0);
        double[] b = model.tripProperty().get().latents().get(1);
        model.point(a[0] + 0.75 * (b[0] - a[0]), a[1] + 0.75 * (b[1] - a[1]));
        assertThat(model.positionProperty().get()).isCloseTo(0.75, within(0.011));
        assertThat(model.frame(way(PathKind.LINE))).isEqualTo(36);
    }

    @Test
    void aStopIsFoundByClassOrNumberAndElseSaysWhatIsWrong() {
        assertThat(model.putNamed(0, "#5")).isEmpty();
        assertThat(model.tripProperty().get().stops().get(0).image()).isEqualTo(5);
        String name = Objects.requireNonNull(explore.imagesProperty().get())
                .classNames()
                .get(1);
        assertThat(model.putNamed(1, name)).isEmpty();
        assertThat(model.tripProperty().get().stops().get(1).words()).startsWith(name);
        Trip before = model.tripProperty().get();
        assertThat(model.putNamed(1, "nonsense")).contains("nonsense", "#" + (FakeWorkspace.SIZE - 1));
        assertThat(model.putNamed(1, "#" + FakeWorkspace.SIZE)).contains("no class and no number");
        assertThat(model.tripProperty().get()).isEqualTo(before);
    }

    @Test
    void aClassOnceMoreIsItsNextInputAndFromTheLastTheFirst() {
        ImageSet images = Objects.requireNonNull(explore.imagesProperty().get());
        String name = images.classNames().get(1);
        List<Integer> ofClass = IntStream.range(0, images.size())
                .filter(i -> images.label(i) == 1)
                .boxed()
                .toList();
        List<Integer> found = new ArrayList<>();
        model.putNamed(0, "#0");
        for (int i = 0; i <= ofClass.size(); i++) {
            model.putNamed(0, name);
            found.add(model.tripProperty().get().stops().get(0).image());
        }
        assertThat(found.subList(0, ofClass.size())).isEqualTo(ofClass);
        assertThat(found.get(ofClass.size())).isEqualTo(ofClass.get(0));
    }

    @Test
    void aDrawnStopIsWhereTheEncoderPutsTheDrawing() {
        Stroke stroke = Stroke.start(false, 0.3, 0.5);
        model.draw(1, List.of(stroke));
        model.draw(1, List.of(stroke.to(0.4, 0.6)));
        settle();
        Stop drawn = model.tripProperty().get().stops().get(1);
        float[] image = Drawing.as(ImageShape.MNIST, List.of(stroke.to(0.4, 0.6)));
        float[] mean = new FakeVae(2).encode(image, 1).mean();
        assertThat(drawn.latent()).containsExactly(new double[] {mean[0], mean[1]}, within(1e-6));
        assertThat(model.strokes(1)).containsExactly(stroke.to(0.4, 0.6));
        assertThat(way(PathKind.LINE).path().point(WaysModel.PER_LEG - 1))
                .containsExactly(drawn.latent(), within(1e-6));
    }

    @Test
    void stepsAreTakenBackAndDoneAgainOneGestureAtATime() {
        Trip start = model.tripProperty().get();
        assertThat(model.steps().canUndoProperty().get()).isFalse();
        model.hold(1);
        model.point(0.5, -1);
        model.point(0.6, -1);
        model.endGesture();
        model.putNamed(0, "#5");
        model.choose(PathKind.SLERP);
        settle();
        Trip end = model.tripProperty().get();
        model.steps().undo();
        assertThat(model.kindProperty().get()).isEqualTo(PathKind.GEODESIC);
        model.steps().undo();
        settle();
        assertThat(model.tripProperty().get().stops().get(0))
                .isEqualTo(start.stops().get(0));
        assertThat(way(PathKind.LINE).path().point(WaysModel.PER_LEG - 1)[0]).isCloseTo(0.6, within(1e-6));
        model.steps().undo();
        settle();
        assertThat(model.tripProperty().get()).isEqualTo(start);
        assertThat(way(PathKind.LINE).path().point(0))
                .containsExactly(start.latents().get(0), within(1e-6));
        assertThat(model.steps().canUndoProperty().get()).isFalse();
        for (int i = 0; i < 3; i++) {
            model.steps().redo();
        }
        settle();
        assertThat(model.tripProperty().get()).isEqualTo(end);
        assertThat(model.kindProperty().get()).isEqualTo(PathKind.SLERP);
    }

    @Test
    void anotherModelIsAStepThatCanBeTakenBackWithItsStops() {
        model.putNamed(0, "#5");
        settle();
        Trip before = model.tripProperty().get();
        explore.chooseModel("spots-10d");
        settle();
        model.addStop();
        settle();
        model.steps().undo();
        model.steps().undo();
        settle();
        assertThat(explore.state().model()).isEqualTo("spots-2d");
        assertThat(model.tripProperty().get()).isEqualTo(before);
        assertThat(way(PathKind.GEODESIC).path().latentSize()).isEqualTo(2);
        model.steps().redo();
        settle();
        assertThat(explore.state().model()).isEqualTo("spots-10d");
        assertThat(model.tripProperty().get().stops()).hasSize(2);
        assertThat(way(PathKind.LINE).path().latentSize()).isEqualTo(10);
    }

    @Test
    void aRoundTripOfThreeStopsComesBack() {
        model.addStop();
        model.close(true);
        settle();
        Way line = way(PathKind.LINE);
        assertThat(line.count()).isEqualTo(3 * (WaysModel.PER_LEG - 1) + 1);
        assertThat(line.path().point(line.count() - 1))
                .containsExactly(line.path().point(0), within(1e-6));
        model.removeStop(2);
        settle();
        assertThat(model.tripProperty().get().closed())
                .as("there and back is no round")
                .isFalse();
        assertThat(way(PathKind.LINE).count()).isEqualTo(WaysModel.PER_LEG);
        model.removeStop(1);
        assertThat(model.tripProperty().get().stops()).as("a way has two ends").hasSize(2);
    }

    @Test
    void anAttributeMovesTheFirstStop() {
        model.chooseAttribute(new AttributeModel.Classes(1, 0));
        settle();
        Attribute attribute = Objects.requireNonNull(model.attributeProperty().get());
        assertThat(attribute.direction().cohensD()).isPositive();
        double[] a = model.tripProperty().get().latents().get(0);
        model.followAttribute(-1.5);
        settle();
        double[] b = model.tripProperty().get().latents().get(1);
        assertThat(b[0]).isCloseTo(a[0] - 1.5 * attribute.direction().vector()[0], within(1e-9));
        assertThat(model.tripProperty().get().stops().get(1).words()).contains("−1.5");
    }

    @Test
    void howFarOneIsAlongAnAttributeFollowsFromTheStops() {
        assertThat(model.attributeAmount()).isZero();
        model.chooseAttribute(new AttributeModel.Classes(1, 0));
        settle();
        model.followAttribute(-1.5);
        model.endGesture();
        assertThat(model.attributeAmount()).isCloseTo(-1.5, within(1e-9));
        model.followAttribute(7);
        assertThat(model.attributeAmount()).as("no farther").isCloseTo(AttributeModel.MOST, within(1e-9));
        model.steps().undo();
        assertThat(model.attributeAmount()).isCloseTo(-1.5, within(1e-9));
        model.hold(1);
        model.point(0.5, -1);
        assertThat(model.attributeAmount()).isZero();
        model.followAttribute(1);
        model.addStop();
        assertThat(model.attributeAmount()).as("three stops are no arrow").isZero();
    }

    @Test
    void aWayToWhereOneIsHasNoLengthAndIsEven() {
        model.chooseAttribute(new AttributeModel.Classes(1, 0));
        settle();
        model.followAttribute(0);
        settle();
        for (PathKind kind : PathKind.values()) {
            assertThat(way(kind).length()).isCloseTo(0, within(1e-3));
            assertThat(way(kind).unevenness()).isFinite().isGreaterThanOrEqualTo(1);
        }
    }

    @Test
    void anotherModelHasStopsOfItsOwn() {
        explore.chooseModel("spots-10d");
        settle();
        assertThat(model.tripProperty().get().latents().get(0)).hasSize(10);
        assertThat(way(PathKind.GEODESIC).path().latentSize()).isEqualTo(10);
    }

    @Test
    void nothingIsWorkedOutWhileTheTabIsNotShown() {
        model.show(false);
        explore.chooseModel("spots-10d");
        settle();
        assertThat(way(PathKind.LINE).path().latentSize()).isEqualTo(2);
    }
}
