package elboroom.app.chart;

import static org.assertj.core.api.Assertions.assertThat;

import elboroom.app.chart.LabelSpace.Box;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class LabelSpaceTest {
    private static final Box PLOT = new Box(0, 0, 400, 300);

    private final LabelSpace space = new LabelSpace(PLOT);

    private Optional<Box> name(double x, double y) {
        return space.take(LabelSpace.around(x, y, 80, 14, 10));
    }

    @Test
    void aNameStandsAtTheRightOfItsPointIfNothingIsThere() {
        space.takeByPoint(100, 100, 6);
        assertThat(name(100, 100)).contains(new Box(110, 93, 80, 14));
    }

    @Test
    void aNameAvoidsTheLineThroughItsPoint() {
        space.takeByPoint(200, 100, 6);
        space.takeByLine(100, 102, 200, 100, LabelSpace.LINE);
        space.takeByLine(200, 100, 300, 95, LabelSpace.LINE);
        Box place = name(200, 100).orElseThrow();
        assertThat(place.crossedBy(100, 102, 200, 100)).isFalse();
        assertThat(place.crossedBy(200, 100, 300, 95)).isFalse();
        assertThat(place.bottom()).as("above").isLessThan(100);
    }

    @Test
    void aNameAtTheRightEdgeStandsAtTheLeft() {
        assertThat(name(390, 100).orElseThrow().right()).isEqualTo(380);
    }

    @Test
    void namesOfPointsCloseTogetherDoNotOverlap() {
        List<Box> places = List.of(
                name(100, 100).orElseThrow(),
                name(104, 104).orElseThrow(),
                name(108, 98).orElseThrow());
        for (Box one : places) {
            assertThat(places.stream().filter(one::overlaps)).containsExactly(one);
            assertThat(PLOT.contains(one)).isTrue();
        }
    }

    @Test
    void aNameDoesNotReadOnIntoTheNext() {
        Box first = space.take(List.of(new Box(100, 100, 80, 14))).orElseThrow();
        Box next = space.take(List.of(new Box(first.right() + 2, 100, 80, 14), new Box(first.right() + 2, 120, 80, 14)))
                .orElseThrow();
        assertThat(next.top()).isEqualTo(120);
    }

    @Test
    void aPathCostsOnceHoweverOftenItTurnsAndLessThanAPoint() {
        double[] x = new double[200];
        double[] y = new double[200];
        for (int i = 0; i < x.length; i++) {
            x[i] = i % 2 == 0 ? 50 : 150;
            y[i] = 90 + 0.1 * i;
        }
        space.takeByPath(x, y, LabelSpace.LINE);
        space.takeByPoint(250, 100, 6);
        Box onPath = new Box(60, 93, 80, 14);
        Box onPoint = new Box(210, 93, 80, 14);
        assertThat(space.take(List.of(onPoint, onPath))).contains(onPath);
    }

    @Test
    void aNameThatCanBeDoneWithoutCoversNeitherPointNorPath() {
        space.takeByPoint(100, 100, 6);
        space.takeByPath(new double[] {200, 200}, new double[] {0, 300}, LabelSpace.LINE);
        space.takeByLine(0, 250, 400, 250, LabelSpace.HAIRLINE);
        Box onPoint = new Box(60, 93, 80, 14);
        Box onPath = new Box(160, 93, 80, 14);
        Box onHairline = new Box(260, 243, 80, 14);
        assertThat(space.takeIfFree(List.of(onPoint, onPath))).isEmpty();
        assertThat(space.takeIfFree(List.of(onPoint, onPath, onHairline))).contains(onHairline);
    }

    @Test
    void aNameWithoutRoomIsLeftOut() {
        space.take(List.of(new Box(0, 0, 400, 300)));
        assertThat(name(200, 150)).isEmpty();
    }

    @Test
    void aLineCrossesABoxOnlyIfPartOfItIsInside() {
        Box box = new Box(10, 10, 10, 10);
        assertThat(box.crossedBy(0, 15, 30, 15)).isTrue();
        assertThat(box.crossedBy(0, 15, 9, 15)).as("ends before it").isFalse();
        assertThat(box.crossedBy(0, 25, 30, 25)).as("passes below").isFalse();
        assertThat(box.crossedBy(0, 12, 12, 0)).as("passes the corner").isFalse();
        assertThat(box.crossedBy(0, 22, 22, 0)).as("cuts the corner").isTrue();
        assertThat(box.crossedBy(12, 12, 18, 18)).as("is within").isTrue();
    }
}
