package elboroom.app.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NearestIndexTest {
    private static int slowly(MapPoints points, double x, double y, double reach, boolean[] hidden) {
        int best = -1;
        double least = reach * reach;
        for (int i = 0; i < points.count(); i++) {
            double dx = points.x()[i] - x;
            double dy = points.y()[i] - y;
            double square = dx * dx + dy * dy;
            if (!hidden[points.labels()[i]] && (square < least || square == least && best >= 0)) {
                best = i;
                least = square;
            }
        }
        return best;
    }

    @Test
    void agreesWithLookingAtEveryPoint() {
        MapPoints points = FakeLatents.clusters(3_000, 5);
        points.x()[17] = 40; // One outlier stretches the cells.
        NearestIndex index = new NearestIndex(points);
        boolean[] hidden = {false, true, false, false, true, false, false, false, false, false};
        Random random = new Random(3);
        for (int i = 0; i < 2_000; i++) {
            double x = 10 * random.nextDouble() - 5;
            double y = 10 * random.nextDouble() - 5;
            double reach = 0.02 + 2 * random.nextDouble();
            assertThat(index.nearest(x, y, reach, hidden))
                    .as("at (%s, %s) within %s", x, y, reach)
                    .isEqualTo(slowly(points, x, y, reach, hidden));
        }
    }

    @Test
    void findsPointsFromOutsideAndNothingBeyondReach() {
        MapPoints points = new MapPoints(new float[] {0, 1}, new float[] {0, 1}, new int[2], List.of());
        NearestIndex index = new NearestIndex(points);
        assertThat(index.nearest(9, 9, 12, new boolean[0])).isEqualTo(1);
        assertThat(index.nearest(9, 9, 1, new boolean[0])).isEqualTo(-1);
    }

    @Test
    void survivesNoPointsEqualPointsThinCloudsAndNaN() {
        assertThat(new NearestIndex(MapPoints.NONE).nearest(0, 0, 1, new boolean[0]))
                .isEqualTo(-1);
        float[] same = new float[500];
        MapPoints stacked = new MapPoints(same, same, new int[500], List.of());
        assertThat(new NearestIndex(stacked).nearest(0, 0, 1, new boolean[0]))
                .as("the topmost")
                .isEqualTo(499);
        float[] line = new float[500];
        for (int i = 0; i < line.length; i++) {
            line[i] = i * 1e3f;
        }
        line[7] = Float.NaN;
        MapPoints thin = new MapPoints(line, same, new int[500], List.of());
        assertThat(new NearestIndex(thin).nearest(8_100, 0, 1e3, new boolean[0]))
                .isEqualTo(8);
        assertThat(new NearestIndex(thin).nearest(7_000, 0, 10, new boolean[0])).isEqualTo(-1);
    }
}
