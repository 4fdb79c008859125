package elboroom.train;

/**
 * The training losses of a run, thinned: each point is the average over the steps since the point before. In nats per image.
 * Of a plain autoencoder rate and KLs are not numbers.
 *
 * @param step steps taken at the end of each point, rising
 * @param steps how many each point is the average of
 * @param distortion −log p(x|z)
 * @param rate sum of the KLs
 * @param objective what is minimised: distortion + β · rate, with free bits if there are any
 * @param beta weight of the rate
 * @param learningRate of Adam
 * @param klPerDimension [d][points]
 */
public record Curves(
        long[] step,
        int[] steps,
        float[] distortion,
        float[] rate,
        float[] objective,
        float[] beta,
        float[] learningRate,
        float[][] klPerDimension) {
    /** Number of points. */
    public int points() {
        return step.length;
    }
}
