package elboroom.latent;

/**
 * Walks along each latent dimension by itself while the others are held: what a dimension has learnt to say, seen in the
 * decoded pictures (as in Higgins 2017, figure 1).
 *
 * @param centre where every walk passes through, [d]
 * @param deviation length of one σ in each dimension, [d]; 1 under the prior
 * @param reach how far a walk goes each way, in σ
 * @param steps points of one walk, evenly spaced, its two ends among them; at least 2
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Traversal(double[] centre, double[] deviation, double reach, int steps) {
    public Traversal {
        if (centre.length != deviation.length || steps < 2 || !(reach > 0)) {
            throw new IllegalArgumentException("%d steps of ±%s σ over %d and %d dimensions"
                    .formatted(steps, reach, centre.length, deviation.length));
        }
    }

    /** The position of a step, from −reach to reach, in σ. */
    public double position(int step) {
        return reach * (2.0 * step / (steps - 1) - 1);
    }

    /** The latent vectors of all walks, a walk after the other: row-major [d][steps][d]. */
    public float[] latents() {
        int d = centre.length;
        float[] latents = new float[d * steps * d];
        for (int walk = 0; walk < d; walk++) {
            for (int step = 0; step < steps; step++) {
                int at = (walk * steps + step) * d;
                for (int j = 0; j < d; j++) {
                    latents[at + j] = (float) (centre[j] + (j == walk ? position(step) * deviation[j] : 0));
                }
            }
        }
        return latents;
    }
}
