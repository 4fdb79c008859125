package elboroom.app.chart;

import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;

/** How long a long, noisy line takes to draw, printed: {@code mvn test -Dtest=LinePlotTiming}. Asserts nothing. */
final class LinePlotTiming {
    private static final int POINTS = 100_000;
    private static final int SMOOTHING = 200;
    private static final int REPEATS = 60;

    @Test
    void drawing() throws Exception {
        FxToolkit.registerPrimaryStage();
        CompletableFuture<String> words = new CompletableFuture<>();
        Platform.runLater(() -> words.complete("%s, of which empty %s"
                .formatted(measure(noise()), measure(new Series("nothing", Line.solid(0xFF000000, 1.5))))));
        System.out.printf("%,d points, average of %d, 1200×400: %s%n", POINTS, SMOOTHING, words.get());
    }

    private static Series noise() {
        Series line = Series.numbered("training", 0);
        Random random = new Random(0);
        for (int i = 0; i < POINTS; i++) {
            line.append(i, 100 + 60 * Math.exp(-i / 20_000.0) + 5 * random.nextGaussian());
        }
        return line;
    }

    /** From a change to the finished picture: the quickest tenth, which least of what else the machine does disturbs. */
    private static String measure(Series line) {
        LinePlot plot = new LinePlot("Timing", new Axis("step", "", 0), new Axis("loss", "nats", 1));
        plot.series().add(line);
        plot.smoothingProperty().set(SMOOTHING);
        Stage stage = new Stage();
        Scene scene = new Scene(new StackPane(plot), 1200, 400);
        stage.setScene(scene);
        stage.show();
        WritableImage picture = new WritableImage(1200, 400);
        double[] recording = new double[REPEATS];
        double[] all = new double[REPEATS];
        for (int i = 0; i < REPEATS; i++) {
            long begin = System.nanoTime();
            plot.redraw();
            scene.getRoot().layout();
            recording[i] = (System.nanoTime() - begin) / 1e6;
            scene.snapshot(picture);
            all[i] = (System.nanoTime() - begin) / 1e6;
        }
        stage.hide();
        Arrays.sort(recording);
        Arrays.sort(all);
        return "%.1f ms, %.1f of them on the window's thread".formatted(all[REPEATS / 10], recording[REPEATS / 10]);
    }
}
