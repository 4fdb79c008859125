package elboroom.measure;

import static elboroom.golden.Golden.assertEqual;

import elboroom.golden.Golden;
import elboroom.golden.GoldenNetwork;
import elboroom.golden.GoldenNetwork.Objective;
import elboroom.model.Posterior;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Per-image terms and active units, from golden posteriors and logits, against independent float64 results. */
class GoldenEvaluationTest {
    static List<GoldenNetwork> networks() {
        return GoldenNetwork.all();
    }

    static List<Objective> withPerImageDistortion() {
        return networks().stream()
                .flatMap(n -> n.objectives().stream())
                .filter(o -> o.expected().has("negLogLikelihood"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("networks")
    void elboKlAndActiveUnits(GoldenNetwork golden) {
        int count = golden.count();
        int latent = golden.config().latentSize();
        Posterior posterior = new Posterior(
                count, latent, Golden.floats(golden.expected("mean")), Golden.floats(golden.expected("logVariance")));
        double[] distortion = distortion(golden.objectives().get(0), count);
        Evaluation evaluation = new Evaluation(posterior, distortion, distortion);

        assertEqual("distortion", distortion, golden.expected("negLogLikelihood"), Golden.FLOAT32);
        double[] elbo = new double[count];
        for (int i = 0; i < count; i++) {
            elbo[i] = evaluation.elbo(i);
        }
        assertEqual("elbo", elbo, golden.expected("elbo"), Golden.FLOAT32);
        assertEqual(
                "variance of means",
                evaluation.varianceOfMeans(),
                golden.expected("activeUnits").get("varianceOfMeans"),
                Golden.FLOAT32);
    }

    @ParameterizedTest
    @MethodSource("withPerImageDistortion")
    void distortionUnderOtherLikelihoods(Objective objective) {
        assertEqual(
                "distortion",
                distortion(objective, objective.network().count()),
                objective.expected().get("negLogLikelihood"),
                Golden.FLOAT32);
    }

    private static double[] distortion(Objective objective, int count) {
        float[] pixels = Golden.floats(objective.network().root().get("x"));
        float[] logits = Golden.floats(objective.network().expected("logits"));
        int size = pixels.length / count;
        double[] distortion = new double[count];
        for (int i = 0; i < count; i++) {
            distortion[i] =
                    LossTerms.distortion(objective.config().likelihood(), pixels, i * size, logits, i * size, size);
        }
        return distortion;
    }
}
