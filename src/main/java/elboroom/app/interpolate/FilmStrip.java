package elboroom.app.interpolate;

import elboroom.data.ImageShape;
import elboroom.raster.Film;
import elboroom.raster.Picture;
import java.util.concurrent.Executor;
import java.util.function.DoubleConsumer;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.geometry.Orientation;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** Frames side by side, evenly taken from a way, with a line where one stands; pressed or dragged, one walks there. */
final class FilmStrip extends Region {
    static final int FRAMES = 13;

    private final ImageView view = new ImageView();
    private final Region place = new Region();
    private final Executor drawing;
    private @Nullable Supplier<Film> film;
    private double aspect = 1;
    private double share;
    private int paintedWidth;
    private int paintedHeight;

    /**
     * @param drawing draws the frames: by code that has not run before, three strips take the window's thread 20 ms
     * @param walk told the share of the way, from 0 to 1, that is pressed
     */
    FilmStrip(Executor drawing, DoubleConsumer walk) {
        this.drawing = drawing;
        getStyleClass().add("film-strip");
        place.getStyleClass().add("place");
        getChildren().addAll(view, place);
        addEventHandler(MouseEvent.MOUSE_PRESSED, event -> walk.accept(share(event)));
        addEventHandler(MouseEvent.MOUSE_DRAGGED, event -> walk.accept(share(event)));
    }

    /** The middles of the first and the last frame are the ends of the way. */
    private double share(MouseEvent event) {
        double frame = getWidth() / FRAMES;
        return (event.getX() - frame / 2) / (getWidth() - frame);
    }

    /**
     * Shows frames.
     *
     * @param newFilm makes them, on the thread that draws; null for none
     */
    void show(@Nullable Supplier<Film> newFilm, ImageShape shape) {
        film = newFilm;
        aspect = (double) shape.height() / shape.width();
        paint();
        requestLayout();
    }

    /** @param newShare of the way, from 0 to 1; negative for no line */
    void stand(double newShare) {
        share = newShare;
        requestLayout();
    }

    private void paint() {
        Supplier<Film> wanted = film;
        int across = (int) getWidth();
        int high = (int) getHeight();
        paintedWidth = across;
        paintedHeight = high;
        if (wanted == null || across < FRAMES || high < 1) {
            view.setImage(null);
            return;
        }
        drawing.execute(() -> {
            int[] pixels = pixels(wanted.get(), across, high);
            Platform.runLater(() -> {
                if (wanted == film && across == paintedWidth && high == paintedHeight) {
                    put(pixels, across, high);
                }
            });
        });
    }

    private void put(int[] pixels, int across, int high) {
        WritableImage image =
                view.getImage() instanceof WritableImage old && old.getWidth() == across && old.getHeight() == high
                        ? old
                        : new WritableImage(across, high);
        image.getPixelWriter().setPixels(0, 0, across, high, PixelFormat.getIntArgbInstance(), pixels, 0, across);
        view.setImage(image);
    }

    private static int[] pixels(Film film, int across, int high) {
        Picture strip = film.strip(0, film.frames());
        int[] pixels = new int[across * high];
        for (int y = 0; y < high; y++) {
            int row = y * strip.height() / high * strip.width();
            for (int x = 0; x < across; x++) {
                pixels[y * across + x] = strip.argb()[row + (int) ((long) x * strip.width() / across)];
            }
        }
        return pixels;
    }

    @Override
    protected void layoutChildren() {
        if (paintedWidth != (int) getWidth() || paintedHeight != (int) getHeight()) {
            paint();
        }
        double frame = getWidth() / FRAMES;
        place.setVisible(share >= 0 && film != null);
        place.resizeRelocate(Math.rint(frame / 2 + share * (getWidth() - frame)) - 1, 0, 2, getHeight());
    }

    /** Pixels stay square: in a low window the pane scrolls. */
    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefHeight(double width) {
        return width > 0 ? Math.floor(width / FRAMES * aspect) : 40;
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }
}
