package elboroom.model.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import elboroom.model.Sigmoid;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The pass over many images, whichever library makes it, is the layer's own. */
class ManyImagesTest {
    private static final int MOST = 40;

    @ParameterizedTest(name = "{0}→{1}, {2} rows, relu {3}, logistic {4}")
    @CsvSource({
        "7, 5, 1, true, false",
        "7, 5, 40, false, true",
        "3, 784, 17, false, true",
        "65, 33, 16, true, false",
        "784, 4, 39, false, false",
        "1, 1, 40, true, true"
    })
    void agreesWithTheLayer(int inputs, int outputs, int rows, boolean relu, boolean logistic) {
        Random random = new Random(inputs * 31L + outputs);
        Dense layer = new Dense(inputs, outputs, relu);
        fill(layer.parameters().weights(), random);
        fill(layer.parameters().bias(), random);
        NativeFloats x = new NativeFloats(MOST * inputs);
        NativeFloats y = new NativeFloats(MOST * outputs);
        Layer.ManyImages pass = layer.forManyImages(x, y, logistic);
        // After the pass is made: it reads its input each time.
        fill(x, random);
        NativeFloats expected = new NativeFloats(MOST * outputs);
        layer.forward(x, rows, expected);
        float[] values = expected.toArray();
        if (logistic) {
            Sigmoid.apply(values, 0, values.length);
        }
        pass.forward(rows);
        float[] actual = y.toArray();
        for (int i = 0; i < rows * outputs; i++) {
            // Of sums of that many numbers around 1, added up in another order.
            assertThat(actual[i])
                    .as("number %d", i)
                    .isCloseTo(values[i], within(2e-6f * (float) Math.sqrt(inputs + 9)));
        }
    }

    private static void fill(NativeFloats values, Random random) {
        float[] numbers = new float[values.length()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = (float) random.nextGaussian();
        }
        values.put(0, numbers, 0, numbers.length);
    }
}
