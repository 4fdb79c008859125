package elboroom.app.explore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import elboroom.app.map.MapExtent;
import elboroom.data.ImageShape;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class ExploreModelTest {
    private Bench bench = new Bench().settle();
    private ExploreModel model = bench.model;

    @AfterEach
    void close() {
        bench.close();
    }

    private void restart(ExploreState state) {
        bench.close();
        bench = new Bench(state).settle();
        model = bench.model;
    }

    @Test
    void pointerAndSlidersMoveTheSamePoint() {
        model.moveTo(0.5, -1.25);
        assertThat(model.state().latent()).containsExactly(0.5, -1.25);
        model.setLatent(0, 2);
        assertThat(model.markerX()).isEqualTo(2);
        assertThat(model.markerY()).isEqualTo(-1.25);
        bench.settle();
        Decoded decoded = model.decodedProperty().get();
        assertThat(decoded).isNotNull();
        assertThat(decoded.pixels()).containsExactly(new FakeVae(2).decode(new float[] {2, -1.25f}, 1));
    }

    /** The first takes what has to be done once for all that follow: its time would say nothing of them. */
    @Test
    void theFirstPictureOfAModelHasNoTime() {
        bench.settle();
        assertThat(model.decodedProperty().get().milliseconds()).isNaN();
        model.moveTo(1, 1);
        bench.settle();
        assertThat(model.decodedProperty().get().milliseconds()).isNotNegative();
    }

    @Test
    void aDragIsOneStepOfUndo() {
        model.moveTo(1, 1);
        model.moveTo(1.5, 1);
        model.moveTo(2, 1);
        model.endGesture();
        model.moveTo(-1, -1);
        model.steps().undo();
        assertThat(model.state().latent()).containsExactly(2.0, 1.0);
        model.steps().undo();
        assertThat(model.state().latent()).containsExactly(0.0, 0.0);
        assertThat(model.steps().canUndoProperty().get()).isFalse();
        model.steps().redo();
        model.steps().redo();
        assertThat(model.state().latent()).containsExactly(-1.0, -1.0);
        assertThat(model.steps().canRedoProperty().get()).isFalse();
    }

    @Test
    void undoBringsBackThePictureToo() {
        model.moveTo(1, 1);
        model.endGesture();
        model.moveTo(-1, 0);
        bench.settle();
        model.steps().undo();
        bench.settle();
        assertThat(model.decodedProperty().get().pixels())
                .containsExactly(new FakeVae(2).decode(new float[] {1, 1}, 1));
    }

    @Test
    void lookingAroundIsNoStepOfUndo() {
        model.moveTo(1, 1);
        model.endGesture();
        model.look(new MapExtent(0, 0, 2));
        model.steps().undo();
        assertThat(model.state().latent()).containsExactly(0.0, 0.0);
        assertThat(model.steps().canUndoProperty().get()).isFalse();
    }

    @Test
    void aClickOnAPointSelectsItAndMovesTheMarkerInOneStep() {
        model.moveTo(-1.9, -1.9);
        model.select(0);
        bench.settle();
        assertThat(model.markerX()).isCloseTo(-2, within(0.05));
        Inspection looked = model.inspectionProperty().get();
        assertThat(looked).isNotNull();
        assertThat(looked.rate())
                .isCloseTo(looked.posterior().kl(0, 0) + looked.posterior().kl(0, 1), within(1e-12));
        assertThat(looked.elbo()).isEqualTo(-looked.distortion() - looked.rate());
        model.steps().undo();
        assertThat(model.state().selected()).isEqualTo(-1);
        assertThat(model.state().latent()).containsExactly(0.0, 0.0);
    }

    @Test
    void freshNoiseChangesTheSampleOnly() {
        model.select(30);
        bench.settle();
        Inspection before = model.inspectionProperty().get();
        model.newNoise();
        bench.settle();
        Inspection after = model.inspectionProperty().get();
        assertThat(after.sample()).isNotEqualTo(before.sample());
        assertThat(after.reconstruction()).isEqualTo(before.reconstruction());
        assertThat(after.elbo()).isEqualTo(before.elbo());
    }

    @Test
    void findsTheNeighboursOfTheMarker() {
        model.moveTo(-2, -2);
        bench.settle();
        List<NeighbourImage> found = model.neighboursProperty().get();
        assertThat(found).hasSize(5);
        assertThat(found.get(0).index()).isZero();
        assertThat(found.get(0).label()).isEqualTo("left");
        assertThat(found).isSortedAccordingTo((a, b) -> Double.compare(a.distance(), b.distance()));
    }

    @Test
    void aDrawingIsEncodedAndComparedWithTheTestImages() {
        model.draw(List.of(Stroke.start(false, 0.5, 0.5).to(0.5, 0.6)));
        bench.settle();
        Inspection looked = model.inspectionProperty().get();
        assertThat(looked).isNotNull();
        assertThat(looked.input())
                .isEqualTo(Drawing.as(ImageShape.MNIST, model.state().strokes()));
        assertThat(model.highlightProperty().get()).isNotNull();
        Typicality typicality = model.survey().typicalityProperty().get();
        assertThat(typicality.elbos()).hasSize(FakeWorkspace.SIZE).isSorted();
        assertThat(typicality.percentile(looked.elbo())).isBetween(0.0, 100.0);
    }

    @Test
    void undoTakesBackOneStroke() {
        Stroke first = Stroke.start(false, 0.2, 0.2);
        model.draw(List.of(first));
        model.draw(List.of(first.to(0.4, 0.4)));
        model.endGesture();
        model.draw(List.of(first.to(0.4, 0.4), Stroke.start(false, 0.6, 0.6)));
        model.endGesture();
        model.steps().undo();
        assertThat(model.state().strokes()).containsExactly(first.to(0.4, 0.4));
    }

    @Test
    void otherDataIsEncodedAndNoted() {
        model.chooseData("dots-test");
        bench.settle();
        assertThat(model.noteProperty().getValue()).isEqualTo("trained on Spots, shown on Dots");
        assertThat(model.scatterProperty().get().size()).isEqualTo(FakeWorkspace.SIZE);
    }

    @Test
    void dataOfAnotherShapeIsRefused() {
        ExploreState before = model.state();
        model.chooseData("colours-test");
        assertThat(model.state()).isEqualTo(before);
        assertThat(bench.messages)
                .singleElement()
                .asString()
                .contains("28×28×3")
                .contains("Colours");
    }

    @Test
    void aModelThatCannotBeOpenedSaysWhyAndAnotherStillCan() {
        model.chooseModel("broken");
        bench.settle();
        assertThat(bench.messages).containsExactly("broken: model.zip is not a model");
        model.chooseModel("spots-2d");
        bench.settle();
        assertThat(model.decodedProperty().get()).isNotNull();
    }

    @Test
    void anotherModelHasItsOwnLatentSpaceAndUndoReturns() {
        model.moveTo(1, 1);
        model.chooseModel("spots-10d");
        bench.settle();
        assertThat(model.state().latent()).hasSize(10);
        assertThat(model.scatterProperty().get().projection().latentSize()).isEqualTo(10);
        model.steps().undo();
        bench.settle();
        assertThat(model.state().latent()).containsExactly(1.0, 1.0);
        assertThat(model.scatterProperty().get().projection().latentSize()).isEqualTo(2);
    }

    @Test
    void movingOnAPlaneHoldsTheOtherDimensions() {
        model.chooseModel("spots-10d");
        bench.settle();
        model.choosePlane(PlaneChoice.dimensions(3, 7));
        model.setLatent(5, 0.75);
        bench.settle();
        model.moveTo(1, 2);
        assertThat(model.state().latent()).containsExactly(0.0, 0.0, 0.0, 1.0, 0.0, 0.75, 0.0, 2.0, 0.0, 0.0);
    }

    @Test
    void theGridOfTheMosaicIsDecodedWhereItSaysItIs() {
        double[] x = new double[250];
        double[] y = new double[250];
        x[249] = 1.5;
        float[][] delivered = new float[1][];
        model.decodeGrid(x, y, pixels -> delivered[0] = pixels);
        bench.settle();
        float[] last = java.util.Arrays.copyOfRange(delivered[0], 249 * 784, 250 * 784);
        assertThat(last).containsExactly(new FakeVae(2).decode(new float[] {1.5f, 0}, 1));
    }

    @Test
    void startsWhereItWasLeft() {
        model.select(5);
        model.hideClasses(Set.of(1));
        ExploreState left = model.state();
        restart(left);
        assertThat(model.state()).isEqualTo(left);
        assertThat(model.inspectionProperty().get()).isNotNull();
    }

    @Test
    void startsAfreshWhenTheModelOfLastTimeIsGone() {
        restart(ExploreState.start("gone", "spots-test", 2));
        assertThat(model.state().model()).isEqualTo("spots-2d");
        assertThat(bench.messages).singleElement().asString().contains("gone");
    }

    @Test
    void knownFactorsColourThePoints() {
        assertThat(model.coloursProperty().get()).containsExactly("class");
        model.chooseData("dots-test");
        bench.settle();
        assertThat(model.coloursProperty().get())
                .as("kind is the class once more")
                .containsExactly("class", "x", "y");
        assertThat(model.colour()).isEqualTo("x");
        Colouring byX = model.scatterProperty().get().colouring();
        assertThat(byX.names()).hasSize(10).startsWith("x −2.0…−1.6").endsWith("x 1.6…2.0");
        assertThat(byX.labels()[0]).isZero();
        assertThat(byX.labels()[11]).isEqualTo(9);
        assertThat(byX.palette().ordered()).isTrue();
        model.hideClasses(Set.of(3));
        model.chooseColour("y");
        bench.settle();
        assertThat(model.state().hidden()).isEmpty();
        assertThat(model.scatterProperty().get().colouring().labels()[11]).isZero();
        model.chooseColour("class");
        bench.settle();
        assertThat(model.scatterProperty().get().colouring().names()).containsExactly("left", "middle", "right");
        model.steps().undo();
        model.steps().undo();
        bench.settle();
        assertThat(model.colour()).isEqualTo("x");
        assertThat(model.state().hidden()).containsExactly(3);
        ExploreState left = model.state();
        restart(left);
        assertThat(model.scatterProperty().get().colouring().names()).isEqualTo(byX.names());
    }
}
