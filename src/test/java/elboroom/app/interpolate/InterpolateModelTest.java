package elboroom.app.interpolate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import elboroom.app.concurrent.Engine;
import elboroom.app.concurrent.Updates;
import elboroom.app.concurrent.WorkQueue;
import elboroom.app.explore.ExploreModel;
import elboroom.app.explore.FakeWorkspace;
import elboroom.latent.PathKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class InterpolateModelTest {
    private final Updates ui = new Updates();
    private final List<Throwable> failures = new ArrayList<>();
    private final FakeWorkspace workspace = new FakeWorkspace();
    private final Engine engine = new Engine(ui, failures::add);
    private final Engine walking = new Engine(ui, failures::add);
    private final WorkQueue worker = new WorkQueue("worker", ui, failures::add);
    private final ExploreModel explore = new ExploreModel(workspace, engine, worker, words -> {}, null);
    private final InterpolateModel model = new InterpolateModel(workspace, explore, walking);

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
        assertThat(model.searchingProperty().get()).isFalse();
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
        model.measureAttribute(1, 0);
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
    void aWayToWhereOneIsHasNoLengthAndIsEven() {
        model.measureAttribute(1, 0);
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
