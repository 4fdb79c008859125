package elboroom.app.interpolate;

import elboroom.raster.Film;
import elboroom.raster.Picture;
import java.util.function.DoubleConsumer;
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
    private @Nullable Film film;
    private double share;

    FilmStrip(DoubleConsumer walk) {
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

    void show(@Nullable Film newFilm) {
        film = newFilm;
        paint();
    }

    /** @param newShare of the way, from 0 to 1; negative for no line */
    void stand(double newShare) {
        share = newShare;
        requestLayout();
    }

    private void paint() {
        Film shown = film;
        int across = (int) getWidth();
        int high = (int) getHeight();
        if (shown == null || across < FRAMES || high < 1) {
            view.setImage(null);
            return;
        }
        Picture strip = shown.strip(0, shown.frames());
        int[] pixels = new int[across * high];
        for (int y = 0; y < high; y++) {
            int row = y * strip.height() / high * strip.width();
            for (int x = 0; x < across; x++) {
                pixels[y * across + x] = strip.argb()[row + (int) ((long) x * strip.width() / across)];
            }
        }
        WritableImage image = new WritableImage(across, high);
        image.getPixelWriter().setPixels(0, 0, across, high, PixelFormat.getIntArgbInstance(), pixels, 0, across);
        view.setImage(image);
    }

    @Override
    protected void layoutChildren() {
        if (view.getImage() == null
                || view.getImage().getWidth() != (int) getWidth()
                || view.getImage().getHeight() != (int) getHeight()) {
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
        Film shown = film;
        double aspect = shown == null ? 1 : (double) shown.height() / shown.width();
        return width > 0 ? Math.floor(width / FRAMES * aspect) : 40;
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }
}
