package elboroom.app.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import elboroom.app.concurrent.Engine;
import elboroom.app.concurrent.Updates;
import elboroom.app.concurrent.WorkQueue;
import elboroom.app.explore.Decoded;
import elboroom.app.explore.FakeVae;
import elboroom.app.explore.FakeWorkspace;
import elboroom.app.explore.Inspection;
import elboroom.app.explore.Layer;
import elboroom.app.explore.PlaneChoice;
import elboroom.app.map.MapExtent;
import elboroom.measure.CodeSpread;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The Compare tab over fakes: an autoencoder whose codes lie five times as far apart as the means of the VAE beside it. */
final class CompareModelTest {
    private static final FakeVae CODE = new FakeVae(2, true, latents -> {});
    private static final FakeVae VAE = new FakeVae(2);

    private final List<String> messages = new ArrayList<>();
    private final Updates ui = new Updates();
    private final Engine leftEngine = new Engine(ui, this::failed);
    private final Engine rightEngine = new Engine(ui, this::failed);
    private final WorkQueue worker = new WorkQueue("worker", ui, this::failed);
    private CompareModel model = started(null);

    private CompareModel started(CompareState initial) {
        CompareModel made =
                new CompareModel(new FakeWorkspace(), leftEngine, rightEngine, worker, messages::add, initial);
        made.open();
        settle();
        return made;
    }

    private void failed(Throwable failure) {
        messages.add(String.valueOf(failure.getMessage()));
    }

    private void settle() {
        ui.settle(() -> Stream.of(leftEngine.idleProperty(), rightEngine.idleProperty(), worker.idleProperty())
                .allMatch(idle -> idle.get()));
    }

    @AfterEach
    void close() {
        leftEngine.close();
        rightEngine.close();
        worker.close();
    }

    private SideModel left() {
        return model.side(Side.LEFT);
    }

    private SideModel right() {
        return model.side(Side.RIGHT);
    }

    private float[] decoded(SideModel side) {
        return Objects.requireNonNull(side.decodedProperty().get()).pixels();
    }

    private static Inspection inspection(SideModel side) {
        return Objects.requireNonNull(side.inspectionProperty().get());
    }

    private static PriorSamples samples(SideModel side) {
        return Objects.requireNonNull(side.samplesProperty().get());
    }

    @Test
    void theUsualPairIsAnAutoencoderBesideAVae() {
        assertThat(left().model().name()).isEqualTo("spots-code");
        assertThat(right().model().name()).isEqualTo("spots-2d");
        assertThat(model.dataset().id()).isEqualTo("spots-test");
        assertThat(messages).isEmpty();
    }

    /** A map that gets other points fits itself to them at once, and tells. */
    @Test
    void whatAMapDoesBetweenTwoModelsIsNoLookingAround() {
        MapExtent zoomed = new MapExtent(1, 1, 3);
        model.chooseModel(Side.LEFT, "spots-10d");
        settle();
        model.look(Side.LEFT, zoomed);
        model.select(Side.LEFT, 3);
        settle();
        CompareState before = model.state();
        model.chooseModel(Side.LEFT, "spots-code");
        settle();
        List<Integer> dimensions = new ArrayList<>();
        left().scatterProperty().addListener((property, was, is) -> {
            dimensions.add(left().z().length);
            model.look(Side.LEFT, null);
        });
        model.steps().undo();
        assertThat(dimensions).containsOnly(10);
        assertThat(model.state()).isEqualTo(before);
        assertThat(model.stateProperty().get()).isEqualTo(before);
        settle();
        assertThat(decoded(left())).containsExactly(new FakeVae(10).decode(floats(left().z()), 1));
    }

    @Test
    void nothingIsLoadedBeforeTheTabIsOpened() {
        Engine untouched = new Engine(ui, this::failed);
        CompareModel unseen = new CompareModel(new FakeWorkspace(), untouched, untouched, worker, messages::add, null);
        unseen.openPair("spots-2d", "spots-10d");
        settle();
        assertThat(untouched.stateProperty().get()).isEqualTo(Engine.State.EMPTY);
        assertThat(unseen.side(Side.RIGHT).scatterProperty().get().size()).isZero();
        untouched.close();
    }

    @Test
    void onePointerMovesThroughBothLatentSpaces() {
        model.moveTo(1.5, -0.5);
        settle();
        assertThat(left().z()).containsExactly(1.5, -0.5);
        assertThat(right().z()).containsExactly(1.5, -0.5);
        assertThat(decoded(left())).containsExactly(CODE.decode(new float[] {1.5f, -0.5f}, 1));
        assertThat(decoded(right())).containsExactly(VAE.decode(new float[] {1.5f, -0.5f}, 1));
        assertThat(decoded(left())).isNotEqualTo(decoded(right()));
    }

    @Test
    void anImageThatIsSelectedIsReconstructedByBothFromTheirOwnCodes() {
        model.moveTo(-9, -9);
        model.select(Side.LEFT, 0);
        settle();
        assertThat(model.state().x())
                .as("on the code of the side that was clicked")
                .isCloseTo(-10, within(0.2));
        assertThat(inspection(left()).input()).isEqualTo(inspection(right()).input());
        assertThat(inspection(left()).posterior().mean(0, 0))
                .isCloseTo(
                        (float) FakeVae.CODE_SCALE
                                * inspection(right()).posterior().mean(0, 0),
                        within(0.01f));
        assertThat(inspection(left()).rate()).isInfinite();
        assertThat(inspection(right()).rate()).isPositive().isFinite();
        model.steps().undo();
        settle();
        assertThat(model.state()).as("one click, one step").isEqualTo(model.usualPair());
        assertThat(left().inspectionProperty().get()).isNull();
    }

    @Test
    void samplesAreTheSameZThroughBoth() {
        PriorSamples before = samples(left());
        assertThat(before.latents()).containsExactly(samples(right()).latents());
        assertThat(samples(left()).image(3)).containsExactly(CODE.decode(floats(before.z(3)), 1));
        assertThat(samples(right()).image(3)).containsExactly(VAE.decode(floats(before.z(3)), 1));
        model.newSamples();
        settle();
        assertThat(samples(left()).latents())
                .isNotEqualTo(before.latents())
                .containsExactly(samples(right()).latents());
        model.steps().undo();
        settle();
        assertThat(samples(left()).latents()).as("seeded").containsExactly(before.latents());
    }

    private static float[] floats(double[] z) {
        float[] result = new float[z.length];
        for (int j = 0; j < z.length; j++) {
            result[j] = (float) z[j];
        }
        return result;
    }

    @Test
    void samplesAreStandardNormalAndShareCoordinatesAcrossSizes() {
        float[] two = PriorSamples.draw(7, 4000, 2);
        float[] ten = PriorSamples.draw(7, 4000, 10);
        for (int i = 0; i < 4000; i++) {
            assertThat(Arrays.copyOfRange(ten, 10 * i, 10 * i + 2)).containsExactly(two[2 * i], two[2 * i + 1]);
        }
        double sum = 0;
        double squares = 0;
        for (float z : ten) {
            sum += z;
            squares += z * z;
        }
        assertThat(sum / ten.length).isCloseTo(0, within(0.02));
        assertThat(squares / ten.length).isCloseTo(1, within(0.02));
    }

    @Test
    void aSampleIsWhereThePointerGoesOnAClick() {
        model.moveToSample(5);
        settle();
        assertThat(decoded(left())).containsExactly(samples(left()).image(5));
        assertThat(decoded(right())).containsExactly(samples(right()).image(5));
    }

    @Test
    void theSpreadOfTheCodesIsToldOfBoth() {
        CodeSpread codes = Objects.requireNonNull(left().spreadProperty().get());
        CodeSpread means = Objects.requireNonNull(right().spreadProperty().get());
        assertThat(codes.deviation()).isCloseTo(FakeVae.CODE_SCALE * means.deviation(), within(1e-3));
        assertThat(codes.withinPrior()).isLessThan(means.withinPrior());
        assertThat(PairText.lookFor(model)).contains("hardly ever show a");
    }

    @Test
    void aModelOfMoreDimensionsHoldsTheOthers() {
        model.chooseModel(Side.RIGHT, "spots-10d");
        settle();
        assertThat(model.state().right().plane()).isEqualTo(PlaneChoice.PRINCIPAL);
        model.choosePlane(Side.RIGHT, PlaneChoice.dimensions(1, 4));
        model.moveTo(1, 2);
        settle();
        assertThat(left().z()).containsExactly(1, 2);
        assertThat(right().z()).containsExactly(0, 1, 0, 0, 2, 0, 0, 0, 0, 0);
        assertThat(PairText.pointer(model)).contains("stay at 0");
        model.select(Side.LEFT, 17);
        model.moveTo(0, 0);
        settle();
        assertThat(right().z()[0])
                .as("the selected image's code across the plane")
                .isNotZero();
        assertThat(right().z()[1]).isCloseTo(0, within(1e-6));
        assertThat(PairText.pointer(model)).contains("selected image");
        assertThat(model.sameSpace()).isFalse();
    }

    @Test
    void planesThatDoNotExistAreNotChosen() {
        CompareState before = model.state();
        model.choosePlane(Side.LEFT, PlaneChoice.dimensions(0, 5));
        assertThat(model.state()).isEqualTo(before);
    }

    @Test
    void swappedSidesSwapAllTheyShow() {
        model.swap();
        settle();
        assertThat(left().model().name()).isEqualTo("spots-2d");
        assertThat(decoded(left())).containsExactly(VAE.decode(new float[2], 1));
        assertThat(decoded(right())).containsExactly(CODE.decode(new float[2], 1));
        model.openUsualPair();
        assertThat(left().model().name()).isEqualTo("spots-code");
    }

    @Test
    void otherDataIsEncodedByBoth() {
        model.select(Side.LEFT, 4);
        model.chooseData("dots-test");
        settle();
        assertThat(left().scatterProperty().get().size()).isEqualTo(FakeWorkspace.SIZE);
        assertThat(right().scatterProperty().get().size()).isEqualTo(FakeWorkspace.SIZE);
        assertThat(model.state().selected()).isEqualTo(-1);
        model.chooseData("colours-test");
        assertThat(model.state().data()).as("of another shape").isEqualTo("dots-test");
    }

    @Test
    void aModelThatIsNotThereOrCannotBeOpenedIsToldOf() {
        CompareState before = model.state();
        model.openPair("spots-2d", "nowhere");
        assertThat(model.state()).isEqualTo(before);
        assertThat(messages).containsExactly("model 'nowhere': not found");
        model.chooseModel(Side.RIGHT, "broken");
        settle();
        assertThat(messages).last().isEqualTo("broken: model.zip is not a model");
        assertThat(right().engineProperty().get()).isEqualTo(Engine.State.FAILED);
        model.moveTo(1, 1);
        settle();
        assertThat(decoded(left())).containsExactly(CODE.decode(new float[] {1, 1}, 1));
    }

    @Test
    void startsWhereItWasLeftIfAllIsStillThere() {
        CompareState left = model.state()
                .at(1, 2)
                .select(3)
                .hide(Set.of(1))
                .show(Set.of(Layer.MOSAIC))
                .look(new MapExtent(0, 0, 2));
        assertThat(started(left).state()).isEqualTo(left);
        CompareState gone = left.with(Side.LEFT, new SideChoice("gone", PlaneChoice.FIRST_TWO));
        assertThat(started(gone).state()).isEqualTo(model.usualPair());
        assertThat(started(left.select(100_000)).state()).isEqualTo(model.usualPair());
    }

    @Test
    void lookingAroundIsNoStepOfUndoAndOtherAxesShowAll() {
        model.look(Side.LEFT, new MapExtent(1, 1, 3));
        assertThat(model.steps().canUndoProperty().get()).isFalse();
        model.chooseAxes(Axes.PRIOR);
        assertThat(model.state().view()).isNull();
    }

    @Test
    void mapsThatGoByThemselvesHaveViewsThatSwapAndEndWithTheirModels() {
        model.openPair("spots-2d", "spots-code");
        model.chooseAxes(Axes.EACH);
        MapExtent one = new MapExtent(1, 1, 3);
        MapExtent other = new MapExtent(-1, 0, 2);
        model.look(Side.LEFT, one);
        model.look(Side.RIGHT, other);
        assertThat(model.state().seen(Side.LEFT)).isEqualTo(one);
        assertThat(model.state().seen(Side.RIGHT)).isEqualTo(other);
        model.swap();
        assertThat(model.state().seen(Side.LEFT)).isEqualTo(other);
        assertThat(model.state().seen(Side.RIGHT)).isEqualTo(one);
        model.chooseModel(Side.LEFT, "spots-10d");
        assertThat(model.state().seen(Side.LEFT)).isNull();
        assertThat(model.state().seen(Side.RIGHT)).isEqualTo(one);
        model.chooseAxes(Axes.SAME);
        assertThat(model.state().seen(Side.RIGHT)).isNull();
        model.look(Side.RIGHT, other);
        assertThat(model.state().seen(Side.LEFT)).as("one view for both").isEqualTo(other);
    }

    @Test
    void timesAreToldOnceBothModelsHaveDecodedMoreThanTheirFirstPicture() {
        Decoded quick = new Decoded(new float[1], 0.25);
        assertThat(PairText.decoded(quick, null)).isEqualTo("nothing decoded yet");
        assertThat(PairText.decoded(quick, quick.after(null))).isEqualTo("first pictures decoded");
        assertThat(PairText.decoded(quick, new Decoded(new float[1], 3))).isEqualTo("decoded in 0.3 and 3.0 ms");
    }
}
