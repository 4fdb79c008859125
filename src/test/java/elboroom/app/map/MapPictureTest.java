package elboroom.app.map;

import static org.assertj.core.api.Assertions.assertThat;

import elboroom.raster.ClassColours;
import elboroom.raster.Picture;
import elboroom.raster.Viewport;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import javafx.geometry.Point2D;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;

/** What is copied and saved of a map. */
final class MapPictureTest {
    /** A square of 400 pixels, 4 units of z each way from the middle. */
    private static final Viewport VIEW = new Viewport(0, 0, 50, 400, 400);

    private static final MapPoints POINTS = new MapPoints(
            new float[] {-2, 2, 3.5f}, new float[] {2, -2, 3.5f}, new int[] {0, 1, 2}, List.of("zero", "o,ne", "two"));

    private static MapPicture picture(Set<Integer> hidden) {
        return new MapPicture(
                VIEW,
                POINTS,
                hidden,
                new MapFrame.Layers(true, false, false),
                null,
                8,
                List.of("z₁ (prior standard deviations)", "z₂"),
                false,
                List.of(new MapWay(new float[] {-3, -1}, new float[] {-3, -3}, Color.RED, true)),
                List.of(),
                List.of(),
                new Point2D(0, 0));
    }

    @Test
    void thePointsThatAreSeenAreWrittenAsNumbers() {
        assertThat(picture(Set.of(2)).csv())
                .isEqualTo(
                        "number,z₁ (prior standard deviations),z₂,class\r\n0,-2.0,2.0,zero\r\n1,2.0,-2.0,\"o,ne\"\r\n");
        assertThat(picture(Set.of()).csv()).endsWith("2,3.5,3.5,two\r\n");
    }

    /** Whatever the theme of the window, for paper. */
    @Test
    void thePictureIsOnWhiteWithPointsWaysAndMarkerWhereTheyAre() {
        Picture painted = picture(Set.of()).paint();
        Picture less = picture(Set.of(2)).paint();
        assertThat(painted.width()).isEqualTo(MapPicture.WIDTH);
        assertThat(painted.argb()[0]).isEqualTo(0xFFFFFFFF);
        assertThat(near(painted, Color.web("#0969da"))).as("the marker").isPositive();
        assertThat(near(painted, Color.RED)).as("the way").isPositive();
        assertThat(differing(painted, less)).as("the third class").isBetween(20, 5_000);
        assertThat(near(painted, Color.web("#%06x".formatted(ClassColours.argb(1) & 0xFFFFFF))))
                .as("the second class, in the plot and in the legend")
                .isPositive();
    }

    private static long near(Picture picture, Color wanted) {
        int rgb = (int) Math.round(255 * wanted.getRed()) << 16
                | (int) Math.round(255 * wanted.getGreen()) << 8
                | (int) Math.round(255 * wanted.getBlue());
        return IntStream.of(picture.argb())
                .filter(argb -> (argb & 0xFFFFFF) == rgb)
                .count();
    }

    private static int differing(Picture one, Picture other) {
        return (int) IntStream.range(0, one.argb().length)
                .filter(i -> one.argb()[i] != other.argb()[i])
                .count();
    }
}
