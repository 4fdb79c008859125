package elboroom.app.map;

import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;

/**
 * The part of the plane that a map shows, to be kept in a view and shown again: at once, or as soon as the map has been laid
 * out and has what it is of.
 */
public final class KeptSight {
    private final LatentMap map;
    private final BooleanSupplier ready;
    private @Nullable MapExtent made;
    private boolean waiting;

    /** @param ready whether the map shows what it is of; when that changes, {@link #tryAgain} has to be called */
    public KeptSight(LatentMap map, BooleanSupplier ready) {
        this.map = map;
        this.ready = ready;
        map.viewportProperty().addListener(observable -> {
            if (waiting) {
                // Not while the map fits itself, which it would believe to be still at.
                Platform.runLater(this::tryAgain);
            }
        });
    }

    /** What is shown, or will be; null for all there is. */
    public @Nullable MapExtent now() {
        return waiting ? made : MapSight.of(map, made);
    }

    /** Shows a part, null for all. What was stored and cannot be shown counts as all. */
    public void show(@Nullable MapExtent extent) {
        made = extent != null && extent.fits() ? extent : null;
        waiting = true;
        tryAgain();
    }

    /** To be called once the map may be ready, after it has fitted itself to what it shows. */
    public void tryAgain() {
        // Before the window has been laid out, the map has one pixel.
        if (waiting && map.getViewport().width() > 1 && map.getViewport().height() > 1 && ready.getAsBoolean()) {
            waiting = false;
            MapSight.restore(map, made);
        }
    }
}
