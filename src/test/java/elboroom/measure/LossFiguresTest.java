package elboroom.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import elboroom.data.ByteImageSet;
import elboroom.data.Catalogue;
import elboroom.data.Home;
import elboroom.data.ImageSet;
import elboroom.data.ImageShape;
import elboroom.model.Likelihood;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bounds of a data set, conventions of adding losses up, and histograms. */
class LossFiguresTest {
    @ParameterizedTest
    @CsvSource({"mnist, 205.8, 45.8", "fashion, 384.2, 188.6"})
    void boundsOfTheReferenceData(String id, double collapsed, double trainingFloor) {
        Catalogue catalogue = new Catalogue(Home.locate().assets());
        ImageSet training = catalogue.open(id + "-train");
        DataBounds bounds = DataBounds.of(catalogue.open(id + "-test"), training, Likelihood.BERNOULLI, Watch.NONE);
        assertThat(bounds.collapsed()).isCloseTo(collapsed, within(0.05));
        assertThat(DataBounds.of(training, training, Likelihood.BERNOULLI, Watch.NONE)
                        .floor())
                .isCloseTo(trainingFloor, within(0.05));
        assertThat(bounds.floor()).isCloseTo(trainingFloor, within(1.1));
    }

    @Test
    void boundsUnderAGaussian() {
        byte[] pixels = {0, (byte) 255, (byte) 255, (byte) 255};
        ByteImageSet images = new ByteImageSet("two", new ImageShape(1, 2, 1), List.of(), pixels, new byte[2]);
        ImageSet first = images.first(1);
        double floor = Math.log(2 * Math.PI * 0.1);
        DataBounds bounds = DataBounds.of(images, images, new Likelihood.Gaussian(0.1), Watch.NONE);
        assertThat(bounds.floor()).isCloseTo(floor, within(1e-12));
        assertThat(bounds.collapsed() - floor).isCloseTo(0.5 * 0.25 / 0.1, within(1e-12));
        assertThat(DataBounds.of(images, first, new Likelihood.Gaussian(0.1), Watch.NONE)
                                .collapsed()
                        - floor)
                .isCloseTo(0.5 * 0.5 / 0.1, within(1e-12));
    }

    @Test
    void conventionsAmountToABeta() {
        assertThat(LossConvention.SUM_OVER_PIXELS.beta(1, 784, 2)).isEqualTo(1);
        assertThat(LossConvention.MEAN_OVER_PIXELS.beta(1, 784, 2)).isCloseTo(784, within(1e-9));
        assertThat(LossConvention.MEAN_OVER_EVERYTHING.beta(1, 784, 2)).isCloseTo(392, within(1e-9));
        assertThat(LossConvention.MEAN_OVER_EVERYTHING.beta(0.01, 784, 10)).isCloseTo(0.784, within(1e-9));
        for (LossConvention convention : LossConvention.values()) {
            double factor = convention.factorFor(4, 784, 10);
            assertThat(convention.beta(factor, 784, 10)).isCloseTo(4, within(1e-9));
            // The loss is the β-objective but for one factor.
            double ratio = convention.loss(140, 6, factor, 784, 10) / (140 + 4 * 6);
            assertThat(convention.loss(100, 20, factor, 784, 10)).isCloseTo(ratio * (100 + 4 * 20), within(1e-9));
        }
    }

    @Test
    void histogramsHaveRoundEdgesAndKnowTheirMembers() {
        double[] values = {-152.4, -140, Double.NaN, -149.9, -150, -101};
        Histogram histogram = Histogram.of(values, 10);
        assertThat(histogram.width()).isEqualTo(5);
        assertThat(histogram.start()).isEqualTo(-155);
        assertThat(histogram.counts()).containsExactly(1, 2, 0, 1, 0, 0, 0, 0, 0, 0, 1);
        assertThat(histogram.members(1)).containsExactly(3, 4);
        assertThat(histogram.edge(histogram.counts().length)).isEqualTo(-100);
        assertThat(histogram.bin()[2]).isEqualTo(-1);
        assertThat(Histogram.of(new double[] {7, 7}, 10).counts()).containsExactly(2);
    }
}
