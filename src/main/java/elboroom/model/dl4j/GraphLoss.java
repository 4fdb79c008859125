package elboroom.model.dl4j;

import java.io.Serial;
import org.jspecify.annotations.Nullable;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.lossfunctions.ILossFunction;

/**
 * What the two losses of the graph share: they read their layer's input as it is (their activation plays no part), are
 * summed over columns and, unless averaged, over rows, in nats.
 */
abstract class GraphLoss implements ILossFunction {
    @Serial
    private static final long serialVersionUID = 1L;

    /** Sum over the minibatch, in nats. */
    abstract double total(INDArray labels, INDArray input);

    /** Value per image, [N][1]. */
    abstract INDArray perImage(INDArray labels, INDArray input);

    /** Derivative of {@link #total} by {@code input}, of its shape. */
    abstract INDArray gradient(INDArray labels, INDArray input);

    @Override
    public double computeScore(
            INDArray labels, INDArray input, IActivation activation, @Nullable INDArray mask, boolean average) {
        double total = total(labels, input);
        return average ? total / input.size(0) : total;
    }

    @Override
    public INDArray computeScoreArray(
            INDArray labels, INDArray input, IActivation activation, @Nullable INDArray mask) {
        return perImage(labels, input);
    }

    @Override
    public INDArray computeGradient(INDArray labels, INDArray input, IActivation activation, @Nullable INDArray mask) {
        return gradient(labels, input);
    }

    @Override
    public Pair<Double, INDArray> computeGradientAndScore(
            INDArray labels, INDArray input, IActivation activation, @Nullable INDArray mask, boolean average) {
        return new Pair<>(
                computeScore(labels, input, activation, mask, average),
                computeGradient(labels, input, activation, mask));
    }

    @Override
    public String name() {
        return toString();
    }
}
