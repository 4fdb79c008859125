package elboroom.app;

import java.util.function.BooleanSupplier;
import javafx.animation.AnimationTimer;

/** Waits until something has been painted for the first time. For the thread of the window. */
final class FirstPaint extends AnimationTimer {
    /** The first draws it; the next begins while that may still be rendered; when the third does, it is on the screen. */
    private static final int PULSES = 3;

    private final BooleanSupplier there;
    private final Runnable painted;
    private int pulses;

    /**
     * @param there whether it is part of the window by now
     * @param painted called once
     */
    FirstPaint(BooleanSupplier there, Runnable painted) {
        this.there = there;
        this.painted = painted;
    }

    @Override
    public void handle(long now) {
        if (there.getAsBoolean()) {
            pulses++;
        }
        if (pulses == PULSES) {
            stop();
            painted.run();
        }
    }
}
