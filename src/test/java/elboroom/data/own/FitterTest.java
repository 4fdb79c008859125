package elboroom.data.own;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import elboroom.data.ImageShape;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class FitterTest {
    private static float[] fit(ImageShape found, ImageShape target, ImportOptions.Fit fit, float... image) {
        return new Fitter(target, fit).fit(found, image);
    }

    private static ImageShape grey(int height, int width) {
        return new ImageShape(height, width, 1);
    }

    @Test
    void anImageOfTheRightSizeStaysAsItIs() {
        assertThat(fit(grey(2, 3), grey(2, 3), ImportOptions.Fit.CROP, 1, 2, 3, 4, 5, 6))
                .containsExactly(1, 2, 3, 4, 5, 6);
    }

    @Test
    void aPixelIsTheAverageOfWhatItCovers() {
        assertThat(fit(grey(2, 4), grey(1, 2), ImportOptions.Fit.CROP, 1, 3, 0, 0, 5, 7, 0, 8))
                .containsExactly(4, 2);
        assertThat(fit(grey(1, 3), grey(1, 2), ImportOptions.Fit.PAD, 3, 6, 9)[0])
                .isCloseTo((3 * 2 + 6) / 3f * 2 / 3, within(1e-4f));
    }

    @Test
    void theMiddleIsKept() {
        assertThat(fit(grey(2, 4), grey(2, 2), ImportOptions.Fit.CROP, 1, 2, 3, 4, 5, 6, 7, 8))
                .containsExactly(2, 3, 6, 7);
    }

    @Test
    void whatIsBesideIsBlack() {
        assertThat(fit(grey(2, 4), grey(4, 4), ImportOptions.Fit.PAD, 1, 2, 3, 4, 5, 6, 7, 8))
                .containsExactly(0, 0, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 0, 0, 0, 0);
    }

    @Test
    void greyBecomesColourAndColourGrey() {
        assertThat(fit(grey(1, 1), new ImageShape(1, 1, 3), ImportOptions.Fit.CROP, 7))
                .containsExactly(7, 7, 7);
        assertThat(fit(new ImageShape(1, 1, 3), grey(1, 1), ImportOptions.Fit.CROP, 10, 20, 30)[0])
                .isCloseTo(2.99f + 11.74f + 3.42f, within(1e-4f));
    }

    @Test
    void theAverageOfAnImageSurvivesAnyScale() {
        SplittableRandom random = new SplittableRandom(3);
        for (int trial = 0; trial < 200; trial++) {
            int side = 1 + random.nextInt(90);
            int target = 1 + random.nextInt(40);
            float[] image = new float[side * side];
            for (int i = 0; i < image.length; i++) {
                image[i] = (float) random.nextDouble();
            }
            float[] fitted = fit(grey(side, side), grey(target, target), ImportOptions.Fit.CROP, image);
            assertThat(average(fitted)).isCloseTo(average(image), within(1e-4));
        }
    }

    private static double average(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    @Test
    void oneColourStaysThatColourAtAnySize() {
        for (int height = 1; height < 80; height += 7) {
            for (int width = 1; width < 80; width += 7) {
                float[] image = new float[height * width];
                Arrays.fill(image, 200);
                for (float value : fit(grey(height, width), grey(28, 20), ImportOptions.Fit.CROP, image)) {
                    assertThat(value).isCloseTo(200, within(0.01f));
                }
            }
        }
    }
}
