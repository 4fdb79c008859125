package elboroom.raster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RasterTest {
    private static final int WHITE = 0xFFFFFFFF;
    private static final boolean[] NONE_HIDDEN = {};
    private final Viewport view = new Viewport(0, 0, 10, 40, 20);
    private final int[] target = new int[800];

    RasterTest() {
        Arrays.fill(target, WHITE);
    }

    private void scatter(float[] x, float[] y, int[] labels, boolean[] hidden, double opacity) {
        new ScatterRaster().draw(target, view, new Points(x, y, labels, hidden), new PointStyle(6, opacity, false));
    }

    private int at(int column, int row) {
        return target[row * 40 + column];
    }

    @Test
    void aPointIsDrawnInItsClassColourWhereItBelongs() {
        scatter(new float[] {1}, new float[] {0.5f}, new int[] {3}, NONE_HIDDEN, 1);
        assertThat(at(30, 5)).isEqualTo(ClassColours.argb(3));
        assertThat(at(30, 9)).isEqualTo(WHITE);
        assertThat(at(10, 15)).isEqualTo(WHITE);
    }

    @Test
    void anEdgePixelIsMixed() {
        scatter(new float[] {0.05f}, new float[] {-0.05f}, new int[] {0}, NONE_HIDDEN, 1);
        int pixel = at(23, 10);
        assertThat(Pixels.red(pixel)).isBetween(Pixels.red(ClassColours.argb(0)) + 1, 254);
        assertThat(Pixels.alpha(pixel)).isEqualTo(255);
    }

    @Test
    void laterPointsLieOnTopAndOpacityLetsTheFirstShine() {
        scatter(new float[] {0, 0}, new float[] {0, 0}, new int[] {1, 2}, NONE_HIDDEN, 0.5);
        int first = Pixels.mix(WHITE, ClassColours.argb(1), 128);
        assertThat(at(20, 10)).isEqualTo(Pixels.mix(first, ClassColours.argb(2), 128));
    }

    /** Many points overlap, and many lie across the borders of the bands that the threads draw. */
    @ParameterizedTest
    @ValueSource(ints = {2, 3, 7, 40})
    void severalThreadsDrawTheSamePixelsAsOne(int threads) {
        Random random = new Random(5);
        float[] x = new float[4_000];
        float[] y = new float[x.length];
        int[] labels = new int[x.length];
        for (int i = 0; i < x.length; i++) {
            x[i] = (float) random.nextGaussian();
            y[i] = (float) (0.6 * random.nextGaussian());
            labels[i] = random.nextInt(10);
        }
        PointStyle style = new PointStyle(7, 0.6, true);
        int[] one = target.clone();
        int[] several = target.clone();
        Points points = new Points(x, y, labels, new boolean[] {false, true});
        new ScatterRaster().draw(one, view, points, style);
        new ScatterRaster(threads).draw(several, view, points, style);
        assertThat(several).isEqualTo(one).isNotEqualTo(target);
    }

    @Test
    void hiddenClassesNonFiniteAndFarPointsAreLeftOut() {
        float[] x = {0, Float.NaN, 1e30f, 0};
        float[] y = {0, 0, 0, Float.NEGATIVE_INFINITY};
        scatter(x, y, new int[] {1, 0, 0, 0}, new boolean[] {false, true}, 1);
        assertThat(target).containsOnly(WHITE);
    }

    @Test
    void pointsOnEveryEdgeAreClipped() {
        float[] x = {-2, 2, 0, 0, -2.1f, 1.99f};
        float[] y = {0, 0, 1, -1, 1.1f, -0.99f};
        scatter(x, y, new int[6], NONE_HIDDEN, 1);
        assertThat(at(0, 10)).isEqualTo(ClassColours.argb(0));
        assertThat(at(39, 10)).isEqualTo(ClassColours.argb(0));
        assertThat(at(39, 12)).as("nothing wraps around").isNotEqualTo(at(0, 13));
    }

    @Test
    void densityIsBrightestWhereMostPointsAreAndLeavesEmptyPlacesAlone() {
        float[] x = {-1, -1, -1, -1, 1};
        new DensityRaster().draw(target, view, new Points(x, new float[5], new int[5]), 2);
        assertThat(Pixels.green(at(10, 10))).isGreaterThan(Pixels.green(at(30, 10)));
        assertThat(at(20, 0)).isEqualTo(WHITE);
        Arrays.fill(target, WHITE);
        new DensityRaster().draw(target, view, new Points(x, new float[5], new int[5], new boolean[] {true}), 2);
        assertThat(target).containsOnly(WHITE);
    }

    @Test
    void tilesLieRowByRowAndStayCrisp() {
        float[] images = {0, 1, 1, 0, 1, 1, 1, 1};
        Picture mosaic = MosaicRaster.tile(images, 1, 2, 2, 2, ColourMap.GREY);
        assertThat(mosaic.width()).isEqualTo(4);
        assertThat(mosaic.at(0, 0)).isEqualTo(0xFF000000);
        assertThat(mosaic.at(1, 0)).isEqualTo(WHITE);
        assertThat(mosaic.at(1, 1)).isEqualTo(0xFF000000);
        assertThat(mosaic.at(2, 0)).isEqualTo(WHITE);
        Arrays.fill(target, 0xFF123456);
        new MosaicRaster().draw(target, view, mosaic, new Bounds(-1, -0.5, 1, 0.5));
        assertThat(at(9, 10)).as("outside").isEqualTo(0xFF123456);
        assertThat(at(14, 9)).isEqualTo(0xFF000000);
        assertThat(at(15, 9)).as("the next pixel, without a mixture").isEqualTo(WHITE);
        assertThat(at(14, 10)).isEqualTo(WHITE);
        assertThat(at(19, 14)).isEqualTo(0xFF000000);
        assertThatThrownBy(() -> MosaicRaster.tile(images, 1, 3, 2, 2, ColourMap.GREY))
                .hasMessageContaining("8 values are not 1×3 images of 2×2");
    }

    @Test
    void aColourMapMeetsItsAnchorsAndSaturates() {
        assertThat(ColourMap.VIRIDIS.at(0)).isEqualTo(0xFF440154);
        assertThat(ColourMap.VIRIDIS.at(1)).isEqualTo(0xFFFDE725);
        assertThat(ColourMap.VIRIDIS.at(7)).isEqualTo(ColourMap.VIRIDIS.at(1));
        assertThat(ColourMap.VIRIDIS.at(Double.NaN)).isEqualTo(ColourMap.VIRIDIS.at(0));
        assertThat(ColourMap.of(0x000000, 0xFF0000).at(0.5)).isEqualTo(0xFF800000);
    }

    @Test
    void numbersBecomePictures() {
        assertThat(Pixels.grey(new float[] {0, 0.5f, 1, 2}, 2, 2).argb())
                .containsExactly(0xFF000000, 0xFF808080, WHITE, WHITE);
        assertThat(Pixels.colour(new float[] {1, 0, 0.2f}, 1, 1).argb()).containsExactly(0xFFFF0033);
    }

    @Test
    void mixingAtBothEndsIsExact() {
        assertThat(Pixels.mix(0xFF102030, 0xFFA0B0C0, 0)).isEqualTo(0xFF102030);
        assertThat(Pixels.mix(0xFF102030, 0xFFA0B0C0, 256)).isEqualTo(0xFFA0B0C0);
        assertThat(Pixels.mix(0xFFFF00FF, 0xFF00FF00, 128)).isEqualTo(0xFF7F7F7F);
    }

    @Test
    void aPngKeepsEveryPixel(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("new/picture.png");
        PngFile.write(file, new Picture(2, 1, new int[] {0xFF336699, 0x80FF0000}));
        var read = ImageIO.read(file.toFile());
        assertThat(read.getRGB(0, 0)).isEqualTo(0xFF336699);
        assertThat(read.getRGB(1, 0)).isEqualTo(0x80FF0000);
    }

    @Test
    void pointsShrinkAndFadeInACrowdAndGrowWithTheZoom() {
        PointStyle few = PointStyle.of(1_000, 640, 1);
        PointStyle many = PointStyle.of(1_000_000, 640, 1);
        PointStyle near = PointStyle.of(1_000_000, 64_000, 1);
        assertThat(many.diameter()).isLessThan(few.diameter());
        assertThat(many.opacity()).isLessThan(few.opacity());
        assertThat(near.diameter()).isGreaterThan(many.diameter());
        assertThat(few.shapes()).isTrue();
        assertThat(many.shapes()).isFalse();
    }
}
