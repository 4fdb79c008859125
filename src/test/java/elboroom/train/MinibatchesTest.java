package elboroom.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import elboroom.data.ByteImageSet;
import elboroom.data.ImageSet;
import elboroom.data.ImageShape;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MinibatchesTest {
    /** 100 images of one pixel, which tells them apart. */
    private static ImageSet numbered() {
        byte[] pixels = new byte[100];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) i;
        }
        return new ByteImageSet("numbered", new ImageShape(1, 1, 1), List.of(), pixels, new byte[100]);
    }

    private static float[] images(Minibatches minibatches, long step) {
        float[] images = new float[minibatches.count(step)];
        minibatches.copyImages(step, 0, minibatches.count(step), images);
        return images;
    }

    private static List<Integer> epoch(Minibatches minibatches, int epoch) {
        List<Integer> seen = new ArrayList<>();
        for (long step = 0; step < minibatches.stepsPerEpoch(); step++) {
            for (float pixel : images(minibatches, epoch * minibatches.stepsPerEpoch() + step)) {
                seen.add(Math.round(pixel * 255));
            }
        }
        return seen;
    }

    @Test
    void anEpochSeesEveryImageOnceInAnOrderOfItsOwn() {
        Minibatches minibatches = new Minibatches(numbered(), 32, 1);
        assertThat(minibatches.stepsPerEpoch()).isEqualTo(4);
        assertThat(minibatches.count(0)).isEqualTo(32);
        assertThat(minibatches.count(3)).isEqualTo(4);
        List<Integer> first = epoch(minibatches, 0);
        List<Integer> second = epoch(minibatches, 1);
        List<Integer> all = IntStream.range(0, 100).boxed().toList();
        assertThat(first).containsExactlyInAnyOrderElementsOf(all).isNotEqualTo(all);
        assertThat(second).containsExactlyInAnyOrderElementsOf(all).isNotEqualTo(first);
    }

    @Test
    void orderAndNoiseFollowFromSeedAndStepAlone() {
        Minibatches one = new Minibatches(numbered(), 32, 1);
        List<Integer> second = epoch(one, 1);
        assertThat(epoch(new Minibatches(numbered(), 32, 1), 1)).isEqualTo(second);
        assertThat(epoch(new Minibatches(numbered(), 32, 2), 1)).isNotEqualTo(second);
        assertThat(new Minibatches(numbered(), 32, 1).noise(6, 2)).containsExactly(one.noise(6, 2));
        assertThat(one.noise(5, 2)).isNotEqualTo(one.noise(6, 2));
    }

    @Test
    void noiseIsStandardNormal() {
        float[] noise = new Minibatches(numbered(), 100, 1).noise(0, 64);
        double mean = 0;
        double square = 0;
        for (float value : noise) {
            mean += value / noise.length;
            square += value * value / noise.length;
        }
        assertThat(noise).hasSize(6400);
        assertThat(mean).isCloseTo(0, within(0.05));
        assertThat(square).isCloseTo(1, within(0.08));
    }
}
