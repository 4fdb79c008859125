package elboroom.app.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class EllipseOutlineTest {
    @Test
    void aSmallCircleIsOneClosedLine() {
        List<double[]> lines = EllipseOutline.circle(100, 80, 50).visible(200, 200);

        assertThat(lines).hasSize(1);
        double[] line = lines.get(0);
        for (int i = 0; i < line.length; i += 2) {
            assertThat(Math.hypot(line[i] - 100, line[i + 1] - 80)).isCloseTo(50, within(1e-9));
        }
        assertThat(line[line.length - 2]).isCloseTo(line[0], within(1e-9));
        assertThat(line[line.length - 1]).isCloseTo(line[1], within(1e-9));
    }

    @Test
    void ofAHugeCircleOnlyWhatCrossesTheScreenIsThere() {
        List<double[]> lines = EllipseOutline.circle(-3e6 + 100, 150, 3e6).visible(200, 300);

        double top = Double.POSITIVE_INFINITY;
        double bottom = Double.NEGATIVE_INFINITY;
        int corners = 0;
        for (double[] line : lines) {
            for (int i = 0; i < line.length; i += 2) {
                assertThat(line[i]).isCloseTo(100, within(0.1));
                top = Math.min(top, line[i + 1]);
                bottom = Math.max(bottom, line[i + 1]);
                corners++;
            }
        }
        assertThat(top).isNegative();
        assertThat(bottom).isGreaterThan(300);
        assertThat(corners).isLessThan(200);
    }

    @Test
    void whatIsOutOfSightGivesNothing() {
        assertThat(EllipseOutline.circle(0, 0, 3e6).visible(200, 300)).isEmpty();
    }

    @Test
    void turnedAndLongEllipsesKeepTheirShape() {
        EllipseOutline ellipse = new EllipseOutline(100, 100, 80, 20, Math.PI / 2);

        double[] line = ellipse.visible(200, 200).get(0);
        double top = Double.POSITIVE_INFINITY;
        double left = Double.POSITIVE_INFINITY;
        for (int i = 0; i < line.length; i += 2) {
            left = Math.min(left, line[i]);
            top = Math.min(top, line[i + 1]);
        }
        assertThat(top).isCloseTo(20, within(0.1));
        assertThat(left).isCloseTo(80, within(0.1));
        assertThat(ellipse.contains(100, 30)).isTrue();
        assertThat(ellipse.contains(30, 100)).isFalse();
    }
}
