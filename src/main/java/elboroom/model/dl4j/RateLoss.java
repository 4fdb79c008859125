package elboroom.model.dl4j;

import java.io.Serial;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.linalg.ops.transforms.Transforms;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * The weighted rate, β · Σ_j max(λ, KL_j) with KL_j = ½(mean² + exp(lv) − lv − 1) averaged over the minibatch, from an
 * input [N][2d] that holds the means and then the log variances. λ, the free bits (Kingma 2016), is 0 for the plain rate.
 * As the maximum is taken of the average, a dimension below λ gets no gradient from any image of the minibatch.
 */
public final class RateLoss extends GraphLoss {
    @Serial
    private static final long serialVersionUID = 1L;

    private final double beta;
    private final double freeBits;
    private transient double[] lastKlPerDimension = new double[0];

    public RateLoss(@JsonProperty("beta") double beta, @JsonProperty("freeBits") double freeBits) {
        this.beta = beta;
        this.freeBits = freeBits;
    }

    @JsonProperty("beta")
    public double getBeta() {
        return beta;
    }

    @JsonProperty("freeBits")
    public double getFreeBits() {
        return freeBits;
    }

    /** KL of each dimension in nats, averaged over the minibatch whose total was computed last. */
    double[] lastKlPerDimension() {
        return lastKlPerDimension;
    }

    @Override
    double total(INDArray unused, INDArray posterior) {
        lastKlPerDimension = averageKl(posterior).toDoubleVector();
        double rate = 0;
        for (double kl : lastKlPerDimension) {
            rate += Math.max(freeBits, kl);
        }
        return beta * rate * posterior.size(0);
    }

    /** Without free bits, which no single image has: they are a property of the minibatch. */
    @Override
    INDArray perImage(INDArray unused, INDArray posterior) {
        return kl(posterior).sum(true, 1).muli(beta);
    }

    /** dKL/dmean = mean; dKL/dlogVariance = ½(exp(logVariance) − 1). */
    @Override
    INDArray gradient(INDArray unused, INDArray posterior) {
        INDArray weight =
                averageKl(posterior).gt(freeBits).castTo(posterior.dataType()).muli(beta);
        INDArray toLogVariance =
                Transforms.exp(logVariance(posterior), true).subi(1).muli(0.5);
        return Nd4j.concat(1, mean(posterior).mulRowVector(weight), toLogVariance.muliRowVector(weight));
    }

    private static INDArray averageKl(INDArray posterior) {
        return kl(posterior).mean(0);
    }

    /** KL per image and dimension, [N][d]. */
    private static INDArray kl(INDArray posterior) {
        INDArray mean = mean(posterior);
        INDArray logVariance = logVariance(posterior);
        return Transforms.exp(logVariance, true)
                .subi(logVariance)
                .subi(1)
                .addi(mean.mul(mean))
                .muli(0.5);
    }

    private static INDArray mean(INDArray posterior) {
        return posterior.get(NDArrayIndex.all(), NDArrayIndex.interval(0, posterior.size(1) / 2));
    }

    private static INDArray logVariance(INDArray posterior) {
        long columns = posterior.size(1);
        return posterior.get(NDArrayIndex.all(), NDArrayIndex.interval(columns / 2, columns));
    }

    @Override
    public String toString() {
        return "rate, beta " + beta + ", free bits " + freeBits;
    }
}
