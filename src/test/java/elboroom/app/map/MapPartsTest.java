package elboroom.app.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import elboroom.raster.Bounds;
import elboroom.raster.Ticks;
import elboroom.raster.Viewport;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MapPartsTest {
    private static List<String> labels(Ticks ticks) {
        return IntStream.range(0, ticks.count()).mapToObj(ticks::label).toList();
    }

    @Test
    void ticksAreRoundNumbersWithJustEnoughDecimals() {
        assertThat(labels(Ticks.between(-2.3, 2.3, 0.7))).containsExactly("−2", "−1", "0", "1", "2");
        assertThat(labels(Ticks.between(-0.1, 0.3, 0.15))).containsExactly("0.0", "0.2");
        assertThat(labels(Ticks.between(0.101, 0.109, 0.0018))).containsExactly("0.102", "0.104", "0.106", "0.108");
        assertThat(labels(Ticks.between(-70, 60, 30))).containsExactly("−50", "0", "50");
    }

    @Test
    void aMosaicCoversTheViewAndStaysOnItsLatticeWhenPanned() {
        Viewport view = new Viewport(0.3, -0.2, 100, 500, 400);
        MosaicRequest request = MosaicRequest.covering(view, 28);
        Bounds seen = view.bounds();
        assertThat(request.bounds().minX()).isLessThanOrEqualTo(seen.minX());
        assertThat(request.bounds().maxX()).isGreaterThanOrEqualTo(seen.maxX());
        assertThat(request.bounds().minY()).isLessThanOrEqualTo(seen.minY());
        assertThat(request.bounds().maxY()).isGreaterThanOrEqualTo(seen.maxY());
        assertThat(request.pitch()).isCloseTo(0.28, within(1e-12));
        double steps = (MosaicRequest.covering(view.pan(101, 13), 28).left() - request.left()) / request.pitch();
        assertThat(steps).isCloseTo(Math.rint(steps), within(1e-9)).isNotZero();
        assertThat(request.points()).hasSize(2 * request.count()).startsWith((float) request.x(0), (float)
                request.y(0));
        assertThat(request.y(1)).as("rows go down").isLessThan(request.y(0));
    }

    @Test
    void anEllipseKnowsItsAxes() {
        // Variances 4 and 1 turned by 30 degrees.
        double cos = Math.cos(Math.PI / 6);
        double sin = 0.5;
        MapEllipse ellipse = new MapEllipse(
                0, 0, 4 * cos * cos + sin * sin, 3 * cos * sin, 4 * sin * sin + cos * cos, MapEllipse.Kind.TRUE);
        assertThat(ellipse.major()).isCloseTo(2, within(1e-12));
        assertThat(ellipse.minor()).isCloseTo(1, within(1e-12));
        assertThat(ellipse.angle()).isCloseTo(Math.PI / 6, within(1e-12));
    }

    @Test
    void centresAreMediansOfClassesThatHavePoints() {
        MapPoints points = new MapPoints(
                new float[] {0, 1, 100, 5}, new float[] {0, 2, -90, 5}, new int[] {0, 0, 0, 2}, List.of("a", "b", "c"));
        assertThat(PointIndex.of(points).centres())
                .containsExactly(new PointIndex.Centre(0, 1, 0), new PointIndex.Centre(2, 5, 5));
    }

    @Test
    void isolatingTwiceShowsAll() {
        Set<Integer> hidden = new HashSet<>(Set.of(4));
        HiddenClasses.isolate(hidden, 2, 5);
        assertThat(hidden).containsExactlyInAnyOrder(0, 1, 3, 4);
        HiddenClasses.isolate(hidden, 2, 5);
        assertThat(hidden).isEmpty();
        HiddenClasses.toggle(hidden, 1);
        assertThat(hidden).containsExactly(1);
        HiddenClasses.toggle(hidden, 1);
        assertThat(hidden).isEmpty();
    }
}
