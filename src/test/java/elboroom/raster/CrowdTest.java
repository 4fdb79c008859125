package elboroom.raster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** On a view of 40×20 pixels, 10 to a unit, with (0, 0) at column 20 and row 10. */
class CrowdTest {
    private static final int WIDTH = 40;
    private static final int HEIGHT = 20;
    private static final int WHITE = 0xFFFFFFFF;
    private static final boolean[] NONE_HIDDEN = {};
    private final Viewport view = new Viewport(0, 0, 10, WIDTH, HEIGHT);
    private final int[] target = new int[WIDTH * HEIGHT];

    CrowdTest() {
        Arrays.fill(target, WHITE);
    }

    private void draw(float[] x, float[] y, int[] labels, boolean[] hidden, PointStyle style) {
        Crowd crowd = new Crowd();
        crowd.prepare(WIDTH, HEIGHT, new Points(x, y, labels, hidden), style, Palette.CLASSES.argb());
        crowd.count(view, 0, HEIGHT);
        crowd.paint(target, 0, HEIGHT);
    }

    private int at(int column, int row) {
        return target[row * WIDTH + column];
    }

    @ParameterizedTest
    @CsvSource({"3.21, -2.4", "-7.5, 4.5", "0.02, 0.98", "11.77, -6.63"})
    void aPointHasItsCirclesPaintAndItsPlaceToHalfAPixel(float right, float up) {
        draw(new float[] {right / 10}, new float[] {up / 10}, new int[1], NONE_HIDDEN, new PointStyle(1.5, 0.1, false));
        double most = 255 - Pixels.red(ClassColours.argb(0));
        double paint = 0;
        double column = 0;
        double row = 0;
        for (int i = 0; i < target.length; i++) {
            double taken = (255 - Pixels.red(target[i])) / most;
            paint += taken;
            column += taken * (i % WIDTH + 0.5);
            row += taken * (i / WIDTH + 0.5);
        }
        assertThat(paint).isCloseTo(Math.PI / 4 * 1.5 * 1.5 * 0.1, within(0.03));
        assertThat(column / paint).isCloseTo(20 + right, within(0.55));
        assertThat(row / paint).isCloseTo(10 - up, within(0.55));
    }

    @Test
    void aPixelHasTheMeanColourOfItsPointsInWhateverOrder() {
        // Three of class 1 and one of class 3 so close that they are in one pixel, and covered wholly.
        draw(
                new float[] {0.05f, 0.05f, 0.05f, 0.05f},
                new float[] {-0.05f, -0.05f, -0.05f, -0.05f},
                new int[] {1, 3, 1, 1},
                NONE_HIDDEN,
                new PointStyle(2.9, 1, false));
        int first = ClassColours.argb(1);
        int second = ClassColours.argb(3);
        int pixel = at(20, 10);
        assertThat(Pixels.red(pixel)).isCloseTo((3 * Pixels.red(first) + Pixels.red(second) + 2) / 4, within(1));
        assertThat(Pixels.green(pixel)).isCloseTo((3 * Pixels.green(first) + Pixels.green(second) + 2) / 4, within(1));
        assertThat(Pixels.blue(pixel)).isCloseTo((3 * Pixels.blue(first) + Pixels.blue(second) + 2) / 4, within(1));
    }

    /** Two points in the middle of every pixel: 2 π/4 · 2² shapes of opacity 0.2 lie one on the other everywhere. */
    @Test
    void anEvenFieldIsCoveredAsItsShapesWouldCoverIt() {
        int count = 2 * WIDTH * HEIGHT;
        float[] x = new float[count];
        float[] y = new float[count];
        for (int i = 0; i < count; i++) {
            int pixel = i / 2;
            x[i] = (pixel % WIDTH + 0.5f - 20) / 10;
            y[i] = (10 - pixel / WIDTH - 0.5f) / 10;
        }
        draw(x, y, new int[count], NONE_HIDDEN, new PointStyle(2, 0.2, false));
        double covered = 1 - Math.pow(0.8, 2 * Math.PI);
        double expected = 255 + covered * (Pixels.red(ClassColours.argb(0)) - 255);
        assertThat((double) Pixels.red(at(20, 10))).isCloseTo(expected, within(2.0));
        assertThat(at(7, 3)).isEqualTo(at(20, 10));
    }

    @Test
    void hiddenClassesNonFiniteAndFarPointsAreLeftOut() {
        float[] x = {0, Float.NaN, 1e30f, 0, 0};
        float[] y = {0, 0, 0, Float.NEGATIVE_INFINITY, -40};
        draw(x, y, new int[] {1, 0, 0, 0, 0}, new boolean[] {false, true}, new PointStyle(2, 1, false));
        assertThat(target).containsOnly(WHITE);
    }

    @Test
    void aPointJustOutsideReachesInAndNothingWrapsAround() {
        draw(new float[] {2.05f}, new float[] {-0.05f}, new int[1], NONE_HIDDEN, new PointStyle(2, 1, false));
        assertThat(at(39, 10)).isNotEqualTo(WHITE);
        assertThat(at(0, 10)).isEqualTo(WHITE);
        assertThat(at(0, 11)).isEqualTo(WHITE);
    }

    @Test
    void aPileHasItsColourHoweverHighItIs() {
        int count = 3_000_000;
        int[] labels = new int[count];
        Arrays.fill(labels, 4);
        draw(new float[count], new float[count], labels, NONE_HIDDEN, new PointStyle(1.5, 0.3, false));
        assertThat(at(20, 10)).isEqualTo(ClassColours.argb(4));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 7, 40})
    void severalThreadsDrawTheSamePixelsAsOne(int threads) {
        Random random = new Random(5);
        float[] x = new float[100_000];
        float[] y = new float[x.length];
        int[] labels = new int[x.length];
        for (int i = 0; i < x.length; i++) {
            x[i] = (float) (3 * random.nextGaussian());
            y[i] = (float) (3 * random.nextGaussian());
            labels[i] = random.nextInt(14);
        }
        PointStyle style = new PointStyle(1.5, 0.01, false);
        int[] several = target.clone();
        new ScatterRaster(threads).draw(several, view, new Points(x, y, labels), style);
        draw(x, y, labels, NONE_HIDDEN, style);
        assertThat(several).isEqualTo(target);
        assertThat(Arrays.stream(target).distinct().count()).isGreaterThan(100);
    }
}
