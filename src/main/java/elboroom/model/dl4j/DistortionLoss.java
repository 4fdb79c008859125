package elboroom.model.dl4j;

import elboroom.model.Likelihood;
import java.io.Serial;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * Distortion, −log p(x|z), from logits l [N][D] and pixels x [N][D] (Kingma and Welling 2014, appendix C).
 * Bernoulli: Σ softplus(l) − x·l. Gaussian of variance v: Σ ½(x − sigmoid(l))²/v + ½ log 2πv.
 */
public final class DistortionLoss extends GraphLoss {
    @Serial
    private static final long serialVersionUID = 1L;

    private final String likelihood;

    public DistortionLoss(@JsonProperty("likelihood") String likelihood) {
        this.likelihood = likelihood;
    }

    @JsonProperty("likelihood")
    public String getLikelihood() {
        return likelihood;
    }

    @Override
    double total(INDArray pixels, INDArray logits) {
        return perPixel(pixels, logits).sumNumber().doubleValue();
    }

    @Override
    INDArray perImage(INDArray pixels, INDArray logits) {
        return perPixel(pixels, logits).sum(true, 1);
    }

    private INDArray perPixel(INDArray pixels, INDArray logits) {
        if (Likelihood.parse(likelihood) instanceof Likelihood.Gaussian gaussian) {
            double variance = gaussian.variance();
            INDArray difference = Transforms.sigmoid(logits, true).subi(pixels);
            return difference.muli(difference).muli(0.5 / variance).addi(0.5 * Math.log(2 * Math.PI * variance));
        }
        // softplus(l) as max(l,0) + log(1 + exp(−|l|)), which neither overflows nor loses small values.
        INDArray tail = Transforms.exp(Transforms.abs(logits, true).negi(), false);
        return Transforms.log(tail.addi(1), false)
                .addi(Transforms.max(logits, 0, true))
                .subi(pixels.mul(logits));
    }

    @Override
    INDArray gradient(INDArray pixels, INDArray logits) {
        INDArray mean = Transforms.sigmoid(logits, true);
        if (Likelihood.parse(likelihood) instanceof Likelihood.Gaussian gaussian) {
            INDArray slope = mean.mul(mean).rsubi(mean);
            return mean.subi(pixels).muli(slope).divi(gaussian.variance());
        }
        return mean.subi(pixels);
    }

    @Override
    public String toString() {
        return "distortion, " + likelihood;
    }
}
