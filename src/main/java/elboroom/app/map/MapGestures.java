package elboroom.app.map;

import elboroom.raster.Viewport;
import java.util.Map;
import javafx.geometry.Point2D;
import javafx.scene.Cursor;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.ZoomEvent;

/** Turns mouse, wheel, pinch and keys into movements of marker and view. */
final class MapGestures {
    /** Zoom for one pixel of scrolling: 15% for a notch of 40. */
    private static final double ZOOM_PER_PIXEL = Math.log(1.15) / 40;

    private static final double KEY_ZOOM = 1.25;
    private static final double SMALL_STEP = 0.01;
    private static final double LARGE_STEP = 0.1;

    /** As {@link #keyPressed} has them. */
    static final Map<String, String> KEYS = Map.of(
            "← → ↑ ↓", "Moves the marker; with Shift, farther",
            "+ or −", "Looks closer at the marker, or from farther away",
            "0 or Home", "Shows all points",
            "Space and drag", "Pans");

    private enum Drag {
        NONE,
        MARKER,
        HANDLE,
        PAN
    }

    private final LatentMap map;
    private Drag drag = Drag.NONE;
    private double pressX;
    private double pressY;
    private Viewport pressView;
    private boolean space;

    MapGestures(LatentMap map) {
        this.map = map;
        pressView = map.getViewport();
        map.addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
        map.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
        map.addEventHandler(MouseEvent.MOUSE_RELEASED, this::released);
        map.addEventHandler(MouseEvent.MOUSE_MOVED, this::moved);
        map.addEventHandler(MouseEvent.MOUSE_EXITED, event -> {
            map.hover(-1, 0, 0);
            map.setPointed(null);
        });
        map.addEventHandler(ScrollEvent.SCROLL, this::scrolled);
        map.addEventHandler(ZoomEvent.ZOOM, event -> zoom(event.getX(), event.getY(), event.getZoomFactor()));
        map.addEventHandler(KeyEvent.KEY_PRESSED, this::keyPressed);
        map.addEventHandler(KeyEvent.KEY_RELEASED, this::keyReleased);
        map.focusedProperty().addListener((property, was, is) -> space = false);
    }

    private void pressed(MouseEvent event) {
        map.requestFocus();
        PlotArea plot = map.plotArea();
        if (drag != Drag.NONE || !plot.contains(event.getX(), event.getY())) {
            return;
        }
        map.hover(-1, 0, 0);
        pressX = event.getX();
        pressY = event.getY();
        pressView = map.getViewport();
        boolean primary = event.getButton() == MouseButton.PRIMARY;
        if (primary && !space && !event.isShiftDown()) {
            if (event.getClickCount() == 2) {
                map.fit();
            } else if (map.isOnHandle(event.getX(), event.getY())) {
                drag = Drag.HANDLE;
            } else {
                drag = Drag.MARKER;
                moveMarker(event);
            }
        } else if (primary || event.getButton() == MouseButton.SECONDARY || event.getButton() == MouseButton.MIDDLE) {
            drag = Drag.PAN;
            map.setCursor(Cursor.CLOSED_HAND);
        }
        event.consume();
    }

    private void dragged(MouseEvent event) {
        point(event);
        if (drag == Drag.MARKER) {
            moveMarker(event);
        } else if (drag == Drag.HANDLE) {
            map.dragHandle(event.getX(), event.getY());
        } else if (drag == Drag.PAN) {
            // From where the drag began rather than step by step: no error adds up.
            map.setViewport(pressView.pan(event.getX() - pressX, event.getY() - pressY));
        }
        event.consume();
    }

    private void released(MouseEvent event) {
        if (drag == Drag.MARKER && event.isStillSincePress()) {
            map.select(event.getX(), event.getY());
        }
        drag = Drag.NONE;
        moved(event);
        event.consume();
    }

    private void moveMarker(MouseEvent event) {
        PlotArea plot = map.plotArea();
        Viewport view = map.getViewport();
        // A drag that leaves the map takes the marker to its edge and no further, where it can still be seen.
        double x = Math.max(0, Math.min(plot.width(), event.getX() - plot.left()));
        double y = Math.max(0, Math.min(plot.height(), event.getY() - plot.top()));
        map.moveMarker(view.toLatentX(x), view.toLatentY(y));
    }

    private void point(MouseEvent event) {
        PlotArea plot = map.plotArea();
        Viewport view = map.getViewport();
        map.setPointed(
                plot.contains(event.getX(), event.getY())
                        ? new Point2D(
                                view.toLatentX(event.getX() - plot.left()), view.toLatentY(event.getY() - plot.top()))
                        : null);
    }

    private void moved(MouseEvent event) {
        boolean inside = map.plotArea().contains(event.getX(), event.getY());
        point(event);
        boolean handle = space || map.isOnHandle(event.getX(), event.getY());
        Cursor hand = handle ? Cursor.OPEN_HAND : Cursor.CROSSHAIR;
        map.setCursor(inside ? hand : Cursor.DEFAULT);
        map.hover(inside ? map.pointAt(event.getX(), event.getY()) : -1, event.getX(), event.getY());
    }

    private void scrolled(ScrollEvent event) {
        // With Shift held, JavaFX turns a wheel sideways.
        double delta = event.getDeltaY() == 0 ? event.getDeltaX() : event.getDeltaY();
        zoom(event.getX(), event.getY(), Math.exp(delta * ZOOM_PER_PIXEL));
        event.consume();
    }

    private void zoom(double x, double y, double factor) {
        PlotArea plot = map.plotArea();
        map.hover(-1, 0, 0);
        map.setViewport(map.getViewport().zoomAt(x - plot.left(), y - plot.top(), factor));
        pressView = map.getViewport();
    }

    private void keyPressed(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        double step = event.isShiftDown() ? LARGE_STEP : SMALL_STEP;
        boolean used = true;
        switch (event.getCode()) {
            case LEFT, KP_LEFT -> nudge(-step, 0);
            case RIGHT, KP_RIGHT -> nudge(step, 0);
            case UP, KP_UP -> nudge(0, step);
            case DOWN, KP_DOWN -> nudge(0, -step);
            case PLUS, ADD, EQUALS -> zoomToMarker(KEY_ZOOM);
            case MINUS, SUBTRACT -> zoomToMarker(1 / KEY_ZOOM);
            case DIGIT0, NUMPAD0, HOME -> map.fit();
            case SPACE -> {
                space = true;
                map.setCursor(Cursor.OPEN_HAND);
            }
            default -> used = false;
        }
        if (used) {
            event.consume();
        }
    }

    private void keyReleased(KeyEvent event) {
        if (event.getCode() == KeyCode.SPACE) {
            space = false;
            map.setCursor(Cursor.CROSSHAIR);
            event.consume();
        }
    }

    private void nudge(double right, double up) {
        Viewport view = map.getViewport();
        double unit = Math.min(view.width(), view.height()) / view.pixelsPerUnit();
        Point2D marker = map.getMarker();
        map.moveMarker(marker.getX() + right * unit, marker.getY() + up * unit);
        reveal(map.getMarker());
    }

    /** Pans just so far that a latent point is seen. */
    private void reveal(Point2D z) {
        Viewport view = map.getViewport();
        double x = view.toScreenX(z.getX());
        double y = view.toScreenY(z.getY());
        double panX = Math.max(0, Math.min(x, view.width())) - x;
        double panY = Math.max(0, Math.min(y, view.height())) - y;
        if (panX != 0 || panY != 0) {
            map.setViewport(view.pan(panX, panY));
        }
    }

    private void zoomToMarker(double factor) {
        Viewport view = map.getViewport();
        Point2D marker = map.getMarker();
        double x = view.toScreenX(marker.getX());
        double y = view.toScreenY(marker.getY());
        boolean seen = x >= 0 && x <= view.width() && y >= 0 && y <= view.height();
        map.setViewport(seen ? view.zoomAt(x, y, factor) : view.zoomAt(view.width() / 2, view.height() / 2, factor));
    }
}
