package elboroom.app.chart;

import java.util.Map;
import javafx.scene.Cursor;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import org.jspecify.annotations.Nullable;

/** Pointer and keys of a {@link TimePlot}. */
final class TimeGestures {
    /** Zoom for one notch of the wheel, which is 40 by JavaFX's count. */
    /** As {@link #key} has them. */
    static final Map<String, String> KEYS = Map.of(
            "← or →", "Goes to the moment before or after",
            "+ or −", "Looks closer, or from farther away",
            "0 or Home", "Shows all of the time");

    private static final double NOTCH = 1.2;

    private static final double NOTCH_DELTA = 40;
    /** The part seen is at least this share of everything. */
    private static final double CLOSEST = 1e-4;
    /** Pixels around the cursor that take hold of it. */
    private static final double GRASP = 6;
    /** Share of what is seen by which an arrow key moves. */
    private static final double KEY_STEP = 0.01;

    private final TimePlot plot;
    private double pressedX;
    private @Nullable Frame pressedOn;
    private boolean steering;
    private boolean dragged;

    TimeGestures(TimePlot plot) {
        this.plot = plot;
        plot.setOnScroll(this::scroll);
        plot.setOnMousePressed(this::press);
        plot.setOnMouseDragged(this::drag);
        plot.setOnMouseReleased(this::release);
        plot.setOnMouseMoved(this::move);
        plot.setOnMouseExited(event -> plot.pointAt(Double.NaN, Double.NaN));
        plot.setOnKeyPressed(this::key);
    }

    private void scroll(ScrollEvent event) {
        Frame frame = plot.frame();
        if (frame == null || event.getDeltaY() == 0) {
            return;
        }
        zoom(frame, event.getX(), Math.pow(NOTCH, -event.getDeltaY() / NOTCH_DELTA));
        event.consume();
    }

    private void zoom(Frame frame, double pixel, double factor) {
        Range whole = plot.whole();
        if (factor < 1 && frame.x().range().size() < CLOSEST * whole.size()) {
            return;
        }
        // From what is seen by now, not from what was drawn last: several notches may come between two frames.
        Scale seen = new Scale(plot.seen(), frame.left(), frame.right(), false);
        show(seen.zoomed(Math.max(frame.left(), Math.min(frame.right(), pixel)), factor));
    }

    private void show(Range range) {
        Range whole = plot.whole();
        Range held = range.within(whole);
        plot.viewProperty().set(held.equals(whole) ? null : held);
    }

    private void press(MouseEvent event) {
        plot.requestFocus();
        Frame frame = plot.frame();
        if (event.getButton() != MouseButton.PRIMARY || frame == null) {
            pressedOn = null;
            return;
        }
        if (event.getClickCount() == 2) {
            plot.fit();
        }
        pressedOn = frame;
        pressedX = event.getX();
        dragged = false;
        steering = isOnCursor(frame, event.getX());
    }

    private boolean isOnCursor(Frame frame, double pixel) {
        double x = plot.positionProperty().get();
        return plot.steerableProperty().get()
                && !Double.isNaN(x)
                && Math.abs(frame.x().toScreen(x) - pixel) <= GRASP;
    }

    private void drag(MouseEvent event) {
        Frame frame = pressedOn;
        if (frame == null) {
            return;
        }
        dragged = dragged || Math.abs(event.getX() - pressedX) > 2;
        if (steering) {
            steer(frame, event.getX());
        } else if (dragged && plot.viewProperty().get() != null) {
            show(frame.x().dragged(event.getX() - pressedX));
        }
        point(event);
    }

    private void release(MouseEvent event) {
        Frame frame = pressedOn;
        if (frame != null
                && !dragged
                && event.getClickCount() == 1
                && plot.steerableProperty().get()) {
            steer(frame, event.getX());
        }
        pressedOn = null;
        steering = false;
    }

    private void steer(Frame frame, double pixel) {
        Range whole = plot.whole();
        double x = frame.x().toValue(Math.max(frame.left(), Math.min(frame.right(), pixel)));
        plot.positionProperty().set(Math.max(whole.min(), Math.min(whole.max(), x)));
    }

    private void move(MouseEvent event) {
        Frame frame = plot.frame();
        plot.setCursor(frame != null && isOnCursor(frame, event.getX()) ? Cursor.H_RESIZE : Cursor.DEFAULT);
        point(event);
    }

    private void point(MouseEvent event) {
        Frame frame = plot.frame();
        double x = frame == null || !frame.contains(event.getX(), event.getY())
                ? Double.NaN
                : frame.x().toValue(event.getX());
        plot.pointAt(x, event.getY());
    }

    private void key(KeyEvent event) {
        Frame frame = plot.frame();
        if (frame == null) {
            return;
        }
        double middle = (frame.left() + frame.right()) / 2;
        switch (event.getCode()) {
            case LEFT -> step(frame, -1);
            case RIGHT -> step(frame, 1);
            case PLUS, ADD, EQUALS -> zoom(frame, middle, 1 / NOTCH);
            case MINUS, SUBTRACT -> zoom(frame, middle, NOTCH);
            case DIGIT0, NUMPAD0, HOME -> plot.fit();
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void step(Frame frame, int direction) {
        double pixels = direction * KEY_STEP * frame.width();
        double x = plot.positionProperty().get();
        if (plot.steerableProperty().get() && !Double.isNaN(x)) {
            steer(frame, frame.x().toScreen(x) + pixels);
        } else if (plot.viewProperty().get() != null) {
            show(frame.x().dragged(-10 * pixels));
        }
    }
}
