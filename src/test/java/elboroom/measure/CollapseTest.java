package elboroom.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import elboroom.data.ImageShape;
import elboroom.model.Architecture;
import elboroom.model.Likelihood;
import elboroom.model.Posterior;
import elboroom.model.Sigmoid;
import elboroom.model.Vae;
import elboroom.model.VaeConfig;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CollapseTest {
    private static final int COUNT = 1200;

    /** Two pixels: the first is dimension 0's logistic function, the second is always ½; dimension 1 goes nowhere. */
    private record FirstDimensionOnly(boolean autoencoder) implements Vae {
        @Override
        public ImageShape shape() {
            return new ImageShape(1, 2, 1);
        }

        @Override
        public int latentSize() {
            return 2;
        }

        @Override
        public Likelihood likelihood() {
            return Likelihood.BERNOULLI;
        }

        @Override
        public Posterior encode(float[] images, int count) {
            throw new UnsupportedOperationException();
        }

        @Override
        public float[] decodeLogits(float[] latents, int count) {
            float[] logits = new float[2 * count];
            for (int i = 0; i < count; i++) {
                logits[2 * i] = latents[2 * i];
            }
            return logits;
        }

        @Override
        public void close() {}
    }

    /** Half of the images have mean −2 in dimension 0, half 2; dimension 1 is the prior but for a few images. */
    private static Evaluation evaluation(int strays, boolean autoencoder) {
        float[] mean = new float[2 * COUNT];
        float[] logVariance = new float[2 * COUNT];
        for (int i = 0; i < COUNT; i++) {
            mean[2 * i] = i % 2 == 0 ? -2 : 2;
            mean[2 * i + 1] = i < strays ? 1 : 0;
            logVariance[2 * i] = (float) Math.log(0.25);
        }
        if (autoencoder) {
            java.util.Arrays.fill(logVariance, Float.NEGATIVE_INFINITY);
        }
        return new Evaluation(new Posterior(COUNT, 2, mean, logVariance), new double[COUNT], new double[COUNT]);
    }

    @Test
    void everySignOfEachDimension() {
        Collapse collapse = Collapse.of(new FirstDimensionOnly(false), evaluation(12, false), Watch.NONE);
        Collapse.Dimension used = collapse.dimensions().get(0);
        assertThat(used.kl()).isCloseTo(0.5 * (4 + 0.25 - 1 - Math.log(0.25)), within(1e-6));
        assertThat(used.varianceOfMeans()).isCloseTo(4, within(1e-9));
        assertThat(used.meanPosteriorVariance()).isCloseTo(0.25, within(1e-6));
        assertThat(used.active()).isTrue();
        assertThat(used.collapsed()).isFalse();
        // Half of the images get the other mean, which changes one pixel of two.
        float[] ends = {-2, 2};
        Sigmoid.apply(ends, 0, 2);
        assertThat(used.shuffleEffect()).isCloseTo((ends[1] - ends[0]) / 4, within(0.02));

        Collapse.Dimension unused = collapse.dimensions().get(1);
        assertThat(unused.shareBelow()).isCloseTo(0.99, within(1e-12));
        assertThat(unused.collapsed()).isTrue();
        assertThat(unused.active()).isFalse();
        assertThat(unused.shuffleEffect()).isZero();
        assertThat(unused.meanPosteriorVariance()).isCloseTo(1, within(1e-9));

        assertThat(Collapse.of(new FirstDimensionOnly(false), evaluation(13, false), Watch.NONE)
                        .dimensions()
                        .get(1)
                        .collapsed())
                .as("one image more than δ allows")
                .isFalse();
    }

    @Test
    void anAutoencodersCodesHaveNoKlAndDoNotCollapse() {
        Collapse collapse = Collapse.of(new FirstDimensionOnly(true), evaluation(0, true), Watch.NONE);
        assertThat(collapse.dimensions()).allSatisfy(d -> {
            assertThat(d.kl()).isNaN();
            assertThat(d.meanPosteriorVariance()).isNaN();
            assertThat(d.collapsed()).isFalse();
        });
        CollapseVerdict verdict = CollapseVerdict.of(collapse, config(1, 0, true));
        assertThat(verdict.sentence()).contains("no prior");
        assertThat(verdict.advice()).isEmpty();
    }

    @Test
    void verdictCountsAndAdvises() {
        CollapseVerdict verdict = CollapseVerdict.of(collapse(2, 0, 8), config(20, 0, false));
        assertThat(verdict.sentence())
                .isEqualTo("2 of 10 dimensions carry information; 8 have collapsed to the prior.");
        assertThat(verdict.advice()).hasSize(3);
        assertThat(verdict.advice().get(0)).startsWith("Lower β: at β = 20 a nat of rate costs as much as 20 nats");
        assertThat(verdict.advice().get(1)).startsWith("Warm up");
        assertThat(verdict.advice().get(2)).startsWith("Free bits");

        assertThat(CollapseVerdict.of(collapse(1, 1, 1), config(1, 0.5, false)).sentence())
                .isEqualTo(
                        "1 of 3 dimensions carries information; 1 carries next to none; 1 has collapsed to the prior.");
        assertThat(CollapseVerdict.of(collapse(1, 1, 1), config(1, 0.5, false)).advice())
                .anyMatch(a -> a.startsWith("More free bits: each dimension may spend 0.5 nats"))
                .noneMatch(a -> a.startsWith("Lower β"));
        assertThat(CollapseVerdict.of(collapse(0, 0, 2), config(30, 0, false)).sentence())
                .startsWith("No dimension carries information");
        assertThat(CollapseVerdict.of(collapse(2, 0, 0), config(1, 0, false)).advice())
                .isEmpty();
    }

    private static VaeConfig config(double beta, double freeBits, boolean autoencoder) {
        return new VaeConfig(
                ImageShape.MNIST,
                new Architecture.Mlp(List.of(4)),
                2,
                Likelihood.BERNOULLI,
                beta,
                freeBits,
                autoencoder,
                0);
    }

    private static Collapse collapse(int carrying, int faint, int collapsed) {
        List<Collapse.Dimension> dimensions = new ArrayList<>();
        for (int j = 0; j < carrying + faint + collapsed; j++) {
            boolean active = j < carrying;
            boolean prior = j >= carrying + faint;
            dimensions.add(new Collapse.Dimension(j, 0, active ? 1 : 0.001, 1, prior ? 1 : 0.5, 0));
        }
        return new Collapse(dimensions);
    }
}
