package elboroom.train;

import elboroom.golden.Golden;
import elboroom.golden.GoldenNetwork;
import java.util.Arrays;

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
    public float[] images(long step, int from, int to) {
        int size = pixels.length / count;
        return Arrays.copyOfRange(pixels, from * size, to * size);
    }

    @Override
    public float[] noise(long step, int latentSize) {
        return noise;
    }
}
