package elboroom.train;

import elboroom.golden.Golden;
import elboroom.golden.GoldenNetwork;

/** The same golden images at every step, with given noise. */
record GoldenMinibatch(float[] pixels, int count, float[] noise) implements MinibatchSource {
    GoldenMinibatch(GoldenNetwork golden, float[] noise) {
        this(Golden.floats(golden.root().get("x")), golden.count(), noise);
    }

    @Override
    public int count(long step) {
        return count;
    }

    @Override
    public void copyImages(long step, int from, int to, float[] target) {
        int size = pixels.length / count;
        System.arraycopy(pixels, from * size, target, 0, (to - from) * size);
    }

    @Override
    public float[] noise(long step, int latentSize) {
        return noise;
    }
}
