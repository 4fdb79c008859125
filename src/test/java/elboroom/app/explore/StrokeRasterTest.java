package elboroom.app.explore;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class StrokeRasterTest {
    private static final int MIDDLE = StrokeRaster.SIZE / 2 * (StrokeRaster.SIZE + 1);

    @Test
    void thePenLeavesInkAndTheEraserTakesIt() {
        Stroke line = Stroke.start(false, 0.1, 0.5).to(0.9, 0.5);
        float[] drawn = StrokeRaster.draw(List.of(line));
        assertThat(drawn[MIDDLE]).isEqualTo(1);
        assertThat(drawn[0]).isZero();
        float[] erased = StrokeRaster.draw(List.of(line, Stroke.start(true, 0.5, 0.5)));
        assertThat(erased[MIDDLE]).isZero();
        assertThat(erased[MIDDLE - StrokeRaster.SIZE / 4]).isEqualTo(1);
    }

    @Test
    void strokesMayLeaveThePad() {
        assertThat(StrokeRaster.draw(List.of(Stroke.start(false, -3, -3).to(4, 4)))[MIDDLE])
                .isEqualTo(1);
    }
}
