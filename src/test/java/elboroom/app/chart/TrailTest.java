package elboroom.app.chart;

import static org.assertj.core.api.Assertions.assertThat;

import elboroom.app.chart.Trail.Place;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TrailTest {
    @Test
    void theFirstPlacesDoNotSetTheScale() {
        Trail trail = new Trail(
                "run",
                List.of(new Place(0.1, 545), new Place(3, 261), new Place(2, 200), new Place(5, 165)),
                0xFF000000);
        // A quarter of the way from 165 up to 545 is at 260.
        assertThat(trail.lower(0.25)).extracting(Place::distortion).containsExactly(200.0, 165.0);
        assertThat(trail.end()).contains(new Place(5, 165));
    }

    @Test
    void aRunThatHasJustBegunIsSeenWhereItIs() {
        Trail begun = new Trail("run", List.of(new Place(0.1, 545)), 0xFF000000);
        assertThat(begun.lower(0.25)).hasSize(1);
        assertThat(new Trail("run", List.of(), 0).end()).isEmpty();
    }
}
