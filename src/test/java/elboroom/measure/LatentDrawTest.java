package elboroom.measure;

import static elboroom.golden.Golden.assertEqual;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import elboroom.golden.Golden;
import elboroom.golden.GoldenNetwork;
import elboroom.golden.GoldenVae;
import elboroom.model.Posterior;
import elboroom.model.Vae;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Single draws of the golden images, whose average is what the golden file holds. */
final class LatentDrawTest {
    static List<GoldenNetwork> networks() {
        return GoldenNetwork.all();
    }

    private static LatentDraw[] draws(GoldenNetwork golden, Vae vae) {
        float[] x = Golden.floats(golden.root().get("x"));
        double[] noise = GoldenNetwork.flat(golden.root().get("noise"));
        int n = golden.count();
        int d = vae.latentSize();
        LatentDraw[] draws = new LatentDraw[n];
        for (int i = 0; i < n; i++) {
            float[] image = Arrays.copyOfRange(x, i * x.length / n, (i + 1) * x.length / n);
            Posterior posterior = vae.encode(image, 1);
            draws[i] = LatentDraw.of(vae, image, posterior, Arrays.copyOfRange(noise, i * d, (i + 1) * d));
        }
        return draws;
    }

    @ParameterizedTest
    @MethodSource("networks")
    void averageToTheGradientsByTheHeadsBiases(GoldenNetwork golden) {
        try (Vae vae = GoldenVae.of(golden)) {
            LatentDraw[] draws = draws(golden, vae);
            int d = vae.latentSize();
            double[] byMean = new double[d];
            double[] byLogVariance = new double[d];
            double[] score = new double[d];
            for (LatentDraw draw : draws) {
                for (int j = 0; j < d; j++) {
                    byMean[j] -= draw.pathByMean(j) / draws.length;
                    // dσ/dlv = σ/2
                    byLogVariance[j] -= draw.pathByDeviation(j) * draw.deviation()[j] / 2 / draws.length;
                    score[j] += draw.scoreByMean(j) / draws.length;
                }
            }
            JsonNode gradient = golden.expected("beta=1").get("gradient");
            assertEqual("by the mean", byMean, gradient.get("encoder.mean.b"), Golden.FLOAT32);
            assertEqual("by log variance", byLogVariance, gradient.get("encoder.logVariance.b"), Golden.FLOAT32);
            assertEqual(
                    "score function",
                    score,
                    golden.expected("gradientEstimators").get("scoreFunction"),
                    Golden.FLOAT32);
        }
    }

    @ParameterizedTest
    @MethodSource("networks")
    void theScoreIsTheDerivativeOfLogQWithZHeld(GoldenNetwork golden) {
        try (Vae vae = GoldenVae.of(golden)) {
            for (LatentDraw draw : draws(golden, vae)) {
                for (int j = 0; j < vae.latentSize(); j++) {
                    double m = draw.mean()[j];
                    double s = draw.deviation()[j];
                    double z = draw.z()[j];
                    double h = 1e-5 * s;
                    double byMean = (logNormal(z, m + h, s) - logNormal(z, m - h, s)) / (2 * h);
                    double byDeviation = (logNormal(z, m, s + h) - logNormal(z, m, s - h)) / (2 * h);
                    double f = draw.weight();
                    assertThat(draw.scoreByMean(j)).isCloseTo(f * byMean, within(1e-5 * Math.abs(f / s)));
                    assertThat(draw.scoreByDeviation(j)).isCloseTo(f * byDeviation, within(1e-5 * Math.abs(f / s)));
                }
            }
        }
    }

    private static double logNormal(double z, double mean, double deviation) {
        double off = (z - mean) / deviation;
        return -0.5 * off * off - Math.log(deviation);
    }
}
