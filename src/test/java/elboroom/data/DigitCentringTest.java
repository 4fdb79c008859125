package elboroom.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class DigitCentringTest {
    private static final int SIDE = 280;

    @Test
    void nothingDrawnGivesNothing() {
        assertThat(DigitCentring.centre(new float[SIDE * SIDE], SIDE))
                .hasSize(784)
                .containsOnly(0);
    }

    @Test
    void theLongerSideBecomesTwentyPixelsWhereverItIsDrawn() {
        float[] first = DigitCentring.centre(rectangle(10, 20, 40, 100), SIDE);
        float[] second = DigitCentring.centre(rectangle(210, 150, 40, 100), SIDE);
        assertThat(first).usingComparatorWithPrecision(1e-5f).containsExactly(second);
        // 8 wide and 20 high, its middle at (14.5, 14.5): columns 10.5 to 18.5, rows 4.5 to 24.5.
        assertThat(sum(first)).isCloseTo(8 * 20, within(1e-3));
        assertThat(first[14 * 28 + 14]).isEqualTo(1, within(1e-5f));
        assertThat(first[14 * 28 + 9]).isEqualTo(0, within(1e-5f));
        assertThat(first[14 * 28 + 10]).isEqualTo(0.5f, within(1e-5f));
        assertThat(first[3 * 28 + 14]).isEqualTo(0, within(1e-5f));
        assertThat(first[4 * 28 + 14]).isEqualTo(0.5f, within(1e-5f));
        assertThat(first[24 * 28 + 14]).isEqualTo(0.5f, within(1e-5f));
        assertThat(first[25 * 28 + 14]).isEqualTo(0, within(1e-5f));
    }

    @Test
    void theCentreOfMassIsWhereThatOfMnistIs() {
        float[] drawing = rectangle(30, 60, 20, 120);
        add(drawing, rectangle(50, 60, 60, 20));
        float[] image = DigitCentring.centre(drawing, SIDE);
        // Ink at an edge counts at the middle of the pixel that it covers in part.
        assertThat(centre(image, true)).isCloseTo(14.5, within(0.03));
        assertThat(centre(image, false)).isCloseTo(14.5, within(0.03));

        double mean = 0;
        ImageSet mnist =
                new Catalogue(Home.locate().assets()).open("mnist-test").first(1000);
        for (int i = 0; i < mnist.size(); i++) {
            mean += centre(mnist.image(i), true) / mnist.size();
        }
        assertThat(mean).isCloseTo(14.5, within(0.05));
    }

    @Test
    void aDigitOfMnistStaysWhatItIs() {
        ImageSet mnist =
                new Catalogue(Home.locate().assets()).open("mnist-test").first(200);
        double change = 0;
        for (int i = 0; i < mnist.size(); i++) {
            float[] image = mnist.image(i);
            float[] centred = DigitCentring.centre(image, 28);
            for (int pixel = 0; pixel < image.length; pixel++) {
                change += Math.abs(image[pixel] - centred[pixel]) / (784.0 * mnist.size());
            }
        }
        // It moves by half a pixel at most; by comparison two different digits differ by 0.15 or so.
        assertThat(change).isLessThan(0.04);
    }

    @Test
    void aSmallDrawingIsEnlarged() {
        float[] dot = new float[SIDE * SIDE];
        dot[5 * SIDE + 7] = 0.5f;
        float[] image = DigitCentring.centre(dot, SIDE);
        assertThat(sum(image)).isCloseTo(0.5 * 20 * 20, within(1e-2));
    }

    @Test
    void aLopsidedDrawingStaysInside() {
        float[] drawing = rectangle(0, 0, 60, 200);
        add(drawing, rectangle(60, 0, 140, 1));
        float[] image = DigitCentring.centre(drawing, SIDE);
        assertThat(sum(image)).as("no ink lost").isCloseTo(sum(drawing) / 100, within(1e-2));
    }

    @Test
    void itMustBeASquare() {
        assertThatThrownBy(() -> DigitCentring.centre(new float[10], 3))
                .isInstanceOf(InputException.class)
                .hasMessage("drawing: 10 values; expected a square of side 3");
    }

    private static float[] rectangle(int left, int top, int width, int height) {
        float[] drawing = new float[SIDE * SIDE];
        for (int row = top; row < top + height; row++) {
            for (int column = left; column < left + width; column++) {
                drawing[row * SIDE + column] = 1;
            }
        }
        return drawing;
    }

    private static void add(float[] drawing, float[] more) {
        for (int i = 0; i < drawing.length; i++) {
            drawing[i] += more[i];
        }
    }

    private static double sum(float[] image) {
        double sum = 0;
        for (float value : image) {
            sum += value;
        }
        return sum;
    }

    private static double centre(float[] image, boolean horizontal) {
        double sum = 0;
        for (int i = 0; i < image.length; i++) {
            sum += image[i] * ((horizontal ? i % 28 : i / 28) + 0.5);
        }
        return sum / sum(image);
    }
}
