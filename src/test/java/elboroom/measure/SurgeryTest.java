package elboroom.measure;

import static elboroom.golden.Golden.assertEqual;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import elboroom.golden.Golden;
import elboroom.golden.GoldenNetwork;
import elboroom.model.Posterior;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SurgeryTest {
    static List<GoldenNetwork> networks() {
        return GoldenNetwork.all();
    }

    @ParameterizedTest
    @MethodSource("networks")
    void goldenValues(GoldenNetwork golden) {
        int latent = golden.config().latentSize();
        double[] mean = GoldenNetwork.flat(golden.expected("mean"));
        double[] logVariance = GoldenNetwork.flat(golden.expected("logVariance"));
        double[] z = GoldenNetwork.flat(golden.expected("z"));
        JsonNode expected = golden.expected("elboSurgery");

        assertEqual(
                "log q(z)",
                new AggregatePosterior(mean, logVariance, latent).logDensity(z, Watch.NONE),
                expected.get("logAggregatePosterior"),
                Golden.FLOAT64);
        Surgery surgery = Surgery.of(mean, logVariance, z, latent, Watch.NONE);
        assertEqual(
                "mutual information",
                surgery.mutualInformation(),
                expected.get("mutualInformation").doubleValue(),
                Golden.FLOAT64);
        assertEqual(
                "marginal KL", surgery.marginalKl(), expected.get("marginalKl").doubleValue(), Golden.FLOAT64);
        double[] kl = GoldenNetwork.flat(golden.expected("klPerDimension"));
        assertEqual("rate", surgery.rate(), Arrays.stream(kl).sum() / golden.count(), Golden.FLOAT64);
    }

    /** q(z) is N(0, s² + v) where the means are drawn from N(0, s²): I and KL have closed forms. */
    @Test
    void sumsToTheRateAndAgreesWithGaussiansInClosedForm() {
        int n = 4000;
        double spread = 1.3;
        double variance = 0.05;
        Random random = new Random(1);
        float[] mean = new float[n];
        float[] logVariance = new float[n];
        for (int i = 0; i < n; i++) {
            mean[i] = (float) (spread * random.nextGaussian());
            logVariance[i] = (float) Math.log(variance);
        }
        Surgery surgery = Surgery.of(new Posterior(n, 1, mean, logVariance), Watch.NONE);
        double total = spread * spread + variance;
        assertThat(surgery.mutualInformation()).isCloseTo(0.5 * Math.log(total / variance), within(0.03));
        assertThat(surgery.marginalKl()).isCloseTo(0.5 * (total - 1 - Math.log(total)), within(0.04));
        assertThat(surgery.mutualInformation() + surgery.marginalKl())
                .isCloseTo(surgery.rate(), within(4 * surgery.sumError()));
        assertThat(surgery.nearCap()).isFalse();
    }

    @Test
    void informationStopsAtTheLogarithmOfTheNumberOfImages() {
        int n = 50;
        float[] mean = new float[n];
        float[] logVariance = new float[n];
        for (int i = 0; i < n; i++) {
            mean[i] = i;
            logVariance[i] = -12;
        }
        Surgery surgery = Surgery.of(new Posterior(n, 1, mean, logVariance), Watch.NONE);
        assertThat(surgery.mutualInformation()).isCloseTo(Math.log(n), within(1e-12));
        assertThat(surgery.nearCap()).isTrue();
    }

    @Test
    void endsWhenNobodyWantsItAnyMore() {
        Posterior posterior = new Posterior(3000, 1, new float[3000], new float[3000]);
        AtomicInteger steps = new AtomicInteger();
        Watch watch = new Watch() {
            @Override
            public boolean cancelled() {
                return steps.get() == 2;
            }

            @Override
            public void progress(double share) {
                steps.incrementAndGet();
                assertThat(share).isGreaterThan(0).isLessThan(1);
            }
        };
        assertThatThrownBy(() -> Surgery.of(posterior, watch)).isInstanceOf(CancellationException.class);
        assertThat(steps).hasValue(2);
    }
}
