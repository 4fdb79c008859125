package elboroom.raster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PointsByHeightTest {
    private static final int COUNT = 2_000;
    private final float[] x = new float[COUNT];
    private final float[] y = new float[COUNT];
    private final int[] labels = IntStream.range(0, COUNT).toArray();

    PointsByHeightTest() {
        Random random = new Random(3);
        for (int i = 0; i < COUNT; i++) {
            x[i] = (float) random.nextGaussian();
            y[i] = (float) (random.nextGaussian() * Math.pow(10, random.nextInt(7) - 3));
        }
        float[] special = {0f, -0f, Float.MIN_VALUE, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, Float.NaN};
        System.arraycopy(special, 0, y, 0, special.length);
    }

    @Test
    void everyPointIsThereOnceWithItsCoordinates() {
        PointsByHeight ordered = new PointsByHeight(new Points(x, y, labels));
        assertThat(ordered.labels().clone()).containsExactlyInAnyOrder(labels);
        for (int at = 0; at < COUNT; at++) {
            int i = ordered.labels()[at];
            assertThat(ordered.x()[at]).isEqualTo(x[i]);
            assertThat(Float.compare(ordered.y()[at], y[i])).isZero();
        }
    }

    /** From a height to a lower one: all points between are in the range, and few others are. */
    @ParameterizedTest
    @ValueSource(doubles = {-100, -3, -1, -0.01, 0, 1e-4, 0.5, 2, 100})
    void aRangeOfHeightsHoldsItsPoints(double low) {
        PointsByHeight ordered = new PointsByHeight(new Points(x, y, labels));
        double high = low + 0.7;
        int[] found = Arrays.copyOfRange(ordered.labels(), ordered.firstAt(high), ordered.endAt(low));
        int[] within = IntStream.range(0, COUNT)
                .filter(i -> y[i] >= low && y[i] <= high)
                .toArray();
        assertThat(found).contains(within);
        double slack = (Math.abs(low) + 0.7) / 128 + 1e-6;
        assertThat(Arrays.stream(found)).allMatch(i -> y[i] >= low - slack && y[i] <= high + slack);
    }

    @Test
    void copiesAreOfTheSameArraysOnly() {
        PointsByHeight ordered = new PointsByHeight(new Points(x, y, labels));
        assertThat(ordered.isOf(new Points(x, y, labels, new boolean[] {true}))).isTrue();
        assertThat(ordered.isOf(new Points(x.clone(), y, labels))).isFalse();
        assertThat(ordered.isOf(new Points(x, y.clone(), labels))).isFalse();
        assertThat(ordered.isOf(new Points(x, y, labels.clone()))).isFalse();
    }
}
