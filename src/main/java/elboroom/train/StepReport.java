package elboroom.train;

import java.util.List;

/**
 * One step looked at closely: the minibatch, what the network made of it before it learned from it, and how hard it pulled.
 *
 * @param step steps taken by then: its number from 1
 * @param indices of the images in the training set, length n
 * @param images [n][D]
 * @param reconstructions expected pixels at the z that the step drew, [n][D]
 * @param distortion of the minibatch, in nats per image
 * @param klPerDimension likewise; not numbers for a plain autoencoder
 * @param objective what was minimised
 * @param beta weight of the rate in it
 * @param learningRate of the step
 * @param encoderGradient Euclidean norm of the objective's gradient by the encoder's parameters, its two heads among them
 * @param decoderGradient likewise by the decoder's
 */
public record StepReport(
        long step,
        int[] indices,
        float[] images,
        float[] reconstructions,
        double distortion,
        List<Double> klPerDimension,
        double objective,
        double beta,
        double learningRate,
        double encoderGradient,
        double decoderGradient) {
    public StepReport {
        klPerDimension = List.copyOf(klPerDimension);
    }

    /** Sum of the KLs. */
    public double rate() {
        return klPerDimension.stream().mapToDouble(Double::doubleValue).sum();
    }
}
