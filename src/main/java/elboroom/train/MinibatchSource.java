package elboroom.train;

/** The images and the noise of each step. */
interface MinibatchSource {
    /** Images in the minibatch of a step; the last one of an epoch may be smaller than the others. */
    int count(long step);

    /** Copies images {@code from} (inclusive) to {@code to} (exclusive) of a step's minibatch, [to-from][D]; from any thread. */
    void copyImages(long step, int from, int to, float[] target);

    /** Standard normal noise of a step, [count][d]. */
    float[] noise(long step, int latentSize);
}
