package elboroom.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SigmoidTest {
    @Test
    void agreesWithFloat64() {
        int count = 40_001;
        float[] x = new float[count];
        for (int i = 0; i < count; i++) {
            x[i] = (i - count / 2) * 80f / (count / 2);
        }
        float[] values = x.clone();

        Sigmoid.apply(values, 0, count);

        double worst = 0;
        for (int i = 0; i < count; i++) {
            double expected = 1 / (1 + Math.exp(-(double) x[i]));
            worst = Math.max(worst, Math.abs(values[i] - expected) / expected);
        }
        assertThat(worst).as("largest relative error").isLessThan(3e-7);
    }

    @Test
    void endsAndWhatIsNotANumber() {
        float[] values = {0, -0f, 1e-30f, 500, Float.POSITIVE_INFINITY, -500, Float.NEGATIVE_INFINITY, Float.NaN};

        Sigmoid.apply(values, 0, values.length);

        assertThat(values[0]).isEqualTo(0.5f);
        assertThat(values[1]).isEqualTo(0.5f);
        assertThat(values[2]).isEqualTo(0.5f);
        assertThat(values[3]).isEqualTo(1);
        assertThat(values[4]).isEqualTo(1);
        assertThat(values[5]).isBetween(0f, 1e-37f);
        assertThat(values[6]).isBetween(0f, 1e-37f);
        assertThat(values[7]).isNaN();
    }

    @Test
    void leavesTheRestAlone() {
        float[] values = {3, 0, 3};

        Sigmoid.apply(values, 1, 2);

        assertThat(values).containsExactly(3, 0.5f, 3);
    }
}
