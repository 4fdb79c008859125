package elboroom.app.map;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import elboroom.raster.Palette;
import elboroom.raster.Picture;
import elboroom.raster.Pixels;
import elboroom.raster.PngFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import javafx.application.Application;
import javafx.geometry.Insets;
import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.BorderPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Pictures of the map in {@code target/map} for the eye, with the few properties of them that can be stated. */
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // TestFX calls start before each test.
class LatentMapPicturesTest {
    private final ExecutorService worker = Executors.newSingleThreadExecutor();
    private LatentMap map;
    private Scene scene;

    @Start
    void start(Stage stage) {
        Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
        map = new LatentMap(worker);
        map.setOnMosaicNeeded(request -> map.showMosaic(request, 28, 28, FakeLatents.blobs(request)));
        map.setPoints(FakeLatents.clusters(10_000, 1));
        ClassLegend legend = new ClassLegend(map.hiddenClasses());
        legend.setClasses(map.getPoints().classNames(), Palette.CLASSES);
        legend.setPadding(new Insets(8, 0, 8, 56));
        BorderPane root = new BorderPane(map);
        root.setBottom(legend);
        scene = new Scene(root, 800, 820);
        stage.setScene(scene);
        stage.show();
    }

    @AfterEach
    void stop() {
        worker.shutdownNow();
    }

    @Test
    void lightAndDarkPaperShowTheirPoints() throws Exception {
        decorate();
        Picture light = take("light", m -> {});
        Picture dark = take("dark", m -> dark(true));
        assertThat(share(light, 0xFFFFFFFF)).isBetween(0.4, 0.95);
        assertThat(share(dark, 0xFF0D1117)).isBetween(0.3, 0.95);
    }

    @Test
    void layersChangeThePicture() throws Exception {
        decorate();
        Picture plain = take("plain", m -> {});
        Picture mosaic = take("mosaic", m -> m.layers().mosaic().set(true));
        Picture darkMosaic = take("mosaic-dark", m -> dark(true));
        Picture density = take("density-dark", m -> {
            m.layers().mosaic().set(false);
            m.layers().points().set(false);
            m.layers().density().set(true);
        });
        take("density", m -> dark(false));
        Picture zoomed = take("zoomed", m -> {
            m.layers().density().set(false);
            m.layers().points().set(true);
            m.setViewport(m.getViewport().zoomAt(300, 300, 14));
        });
        assertThat(mosaic.argb()).isNotEqualTo(plain.argb());
        assertThat(density.argb()).isNotEqualTo(darkMosaic.argb());
        assertThat(zoomed.argb()).isNotEqualTo(plain.argb());
    }

    private void decorate() {
        WaitForAsyncUtils.waitForAsyncFx(5_000, () -> {
            map.setMarker(new Point2D(0.4, -1.1));
            map.setHighlight(17);
            MapPoints points = map.getPoints();
            map.ellipses()
                    .add(MapEllipse.diagonal(points.x()[17], points.y()[17], 0.14, 0.06, MapEllipse.Kind.APPROXIMATE));
            map.ellipses().add(new MapEllipse(-2.4, 1.8, 0.05, 0.03, 0.03, MapEllipse.Kind.TRUE));
            map.ellipses().add(MapEllipse.diagonal(2.6, 2.2, 0.002, 0.002, MapEllipse.Kind.DRAWN));
            map.marks().add(new MapMark(2.6, 2.2, "your drawing", MapEllipse.Kind.DRAWN));
            map.hover(42, 420, 300);
            map.setHoverContent(
                    Pixels.grey(FakeLatents.blobs(new MosaicRequest(0, 0, 1, 1, 1)), 28, 28), "№ 42 · class 3");
            map.hover(42, 420, 300);
        });
    }

    private void dark(boolean dark) {
        Application.setUserAgentStylesheet(
                dark ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet());
        map.setDark(dark);
    }

    private Picture take(String name, Consumer<LatentMap> change) throws IOException {
        WaitForAsyncUtils.waitForAsyncFx(5_000, () -> change.accept(map));
        WaitForAsyncUtils.waitForFxEvents(10);
        Picture picture = WaitForAsyncUtils.waitForAsyncFx(5_000, () -> {
            WritableImage image = scene.snapshot(null);
            int width = (int) image.getWidth();
            int height = (int) image.getHeight();
            int[] argb = new int[width * height];
            image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), argb, 0, width);
            return new Picture(width, height, argb);
        });
        PngFile.write(Path.of("target", "map", name + ".png"), picture);
        return picture;
    }

    private static double share(Picture picture, int argb) {
        int same = 0;
        for (int pixel : picture.argb()) {
            same += pixel == argb ? 1 : 0;
        }
        return same / (double) picture.argb().length;
    }
}
