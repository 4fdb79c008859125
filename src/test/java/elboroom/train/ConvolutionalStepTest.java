package elboroom.train;

import static org.assertj.core.api.Assertions.assertThat;

import elboroom.data.ImageShape;
import elboroom.model.Architecture;
import elboroom.model.Likelihood;
import elboroom.model.VaeConfig;
import elboroom.model.dl4j.BatchLosses;
import elboroom.model.dl4j.VaeGraph;
import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The convolutional network's training step against the graph's, whose gradients are held to differences. */
class ConvolutionalStepTest {
    /** Of one image, the second half of the minibatch is empty. */
    @ParameterizedTest
    @CsvSource({"28, 28, 1, 5", "28, 28, 1, 1", "8, 20, 1, 3", "16, 12, 3, 5"})
    void lossesAndGradientsAreTheGraphs(int height, int width, int channels, int count) {
        VaeConfig config = new VaeConfig(
                new ImageShape(height, width, channels),
                new Architecture.Convolutional(),
                3,
                Likelihood.BERNOULLI,
                1.5,
                0,
                false,
                11);
        SplittableRandom random = new SplittableRandom(5);
        GoldenMinibatch batch =
                new GoldenMinibatch(floats(random, count * config.shape().size()), count, floats(random, count * 3));
        try (VaeGraph graph = VaeGraph.initial(config);
                TrainingStep step = new TrainingStep(graph.toNetwork(), count, 2)) {
            BatchLosses expected = graph.losses(byChannel(batch.pixels(), config.shape()), batch.noise(), count);
            float[] expectedGradient = new float[graph.parameterCount()];
            graph.readGradient(expectedGradient);

            BatchLosses losses = step.take(batch, 0, new StepSettings(config.beta(), config.freeBits(), 1e-3));
            float[] gradient = new float[graph.parameterCount()];
            step.readGradient(gradient);

            assertThat(losses.objective()).isCloseTo(expected.objective(), Offset.offset(1e-4 * expected.objective()));
            assertThat(losses.klPerDimension()).containsExactly(expected.klPerDimension(), Offset.offset(1e-5));
            double scale = 0;
            double worst = 0;
            for (int i = 0; i < gradient.length; i++) {
                scale = Math.max(scale, Math.abs(expectedGradient[i]));
                worst = Math.max(worst, Math.abs(gradient[i] - expectedGradient[i]));
            }
            assertThat(scale).isPositive();
            assertThat(worst).as("largest difference of a gradient").isLessThan(1e-5 * scale);
        }
    }

    /** The graph has images channel by channel; ours have them pixel by pixel. */
    private static float[] byChannel(float[] images, ImageShape shape) {
        int area = shape.height() * shape.width();
        float[] planes = new float[images.length];
        for (int i = 0; i < images.length; i++) {
            int pixel = i / shape.channels();
            planes[pixel / area * shape.size() + i % shape.channels() * area + pixel % area] = images[i];
        }
        return planes;
    }

    private static float[] floats(SplittableRandom random, int count) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) random.nextDouble();
        }
        return values;
    }
}
