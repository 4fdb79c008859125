package elboroom.raster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ViewportTest {
    private final Viewport view = new Viewport(1, -2, 50, 600, 400);

    @Test
    void screenAndLatentAreInverse() {
        assertThat(view.toScreenX(1)).isEqualTo(300);
        assertThat(view.toScreenY(-2)).isEqualTo(200);
        assertThat(view.toScreenY(-1)).as("up is less").isEqualTo(150);
        assertThat(view.toLatentX(view.toScreenX(3.7))).isCloseTo(3.7, within(1e-12));
        assertThat(view.toLatentY(view.toScreenY(-0.3))).isCloseTo(-0.3, within(1e-12));
    }

    @Test
    void zoomKeepsThePointUnderThePointer() {
        Viewport zoomed = view.zoomAt(123, 77, 3.5);
        assertThat(zoomed.pixelsPerUnit()).isEqualTo(175);
        assertThat(zoomed.toLatentX(123)).isCloseTo(view.toLatentX(123), within(1e-12));
        assertThat(zoomed.toLatentY(77)).isCloseTo(view.toLatentY(77), within(1e-12));
    }

    @Test
    void zoomAtItsLimitDoesNotMoveTheView() {
        Viewport deepest = view.zoomAt(10, 10, 1e12);
        assertThat(deepest.zoomAt(500, 300, 2)).isEqualTo(deepest);
    }

    @Test
    void panMovesTheContentWithTheHand() {
        Viewport panned = view.pan(30, -20);
        assertThat(panned.toScreenX(1)).isCloseTo(330, within(1e-9));
        assertThat(panned.toScreenY(-2)).isCloseTo(180, within(1e-9));
    }

    @Test
    void fitShowsAllWithOneScale() {
        Viewport fitted = Viewport.fit(new Bounds(-5, 0, 5, 2), 1000, 500);
        assertThat(fitted.toScreenX(-5)).isCloseTo(20, within(1e-9));
        assertThat(fitted.toScreenX(5)).isCloseTo(980, within(1e-9));
        assertThat(fitted.toScreenY(2)).isBetween(20.0, 250.0);
        assertThat(fitted.toScreenY(1)).isEqualTo(250);
    }

    @Test
    void resizeKeepsCentreAndWhatFillsTheShorterSide() {
        Viewport resized = view.resized(900, 800);
        assertThat(resized.toLatentX(450)).isEqualTo(1);
        assertThat(resized.pixelsPerUnit()).isEqualTo(100);
    }

    @Test
    void boundsOfPointsPassOverWhatIsNotFinite() {
        float[] x = {1, Float.NaN, -2, Float.POSITIVE_INFINITY};
        float[] y = {5, 100, 3, 0};
        assertThat(Bounds.of(x, y)).isEqualTo(new Bounds(-2, 3, 1, 5));
        assertThat(Bounds.of(new float[0], new float[0])).isEqualTo(Bounds.PRIOR);
        assertThat(Bounds.of(new float[] {1}, new float[] {1}).width()).isEqualTo(1);
    }
}
