package elboroom.app;

import java.util.ArrayDeque;
import java.util.Deque;
import javafx.animation.AnimationTimer;

/** Shows one tab after the other, each until it has all that it works out, or long enough. For the thread of the window. */
final class EachTab extends AnimationTimer {
    private static final long LONG_ENOUGH_NANOS = 10_000_000_000L;

    private final Room room;
    private final Runnable end;
    private final Deque<Tab> rest;
    private boolean painted;
    private long since;

    /** @param end called when all have been seen */
    EachTab(Room room, Runnable end) {
        this.room = room;
        this.end = end;
        rest = new ArrayDeque<>(room.tabs());
    }

    @Override
    public void handle(long now) {
        if (since == 0) {
            since = now;
        }
        // What has just been worked out is drawn in the frame after.
        boolean seen = painted;
        painted = room.isIdle();
        if (!(seen && painted) && now - since < LONG_ENOUGH_NANOS) {
            return;
        }
        Tab next = rest.poll();
        if (next == null) {
            stop();
            end.run();
        } else {
            since = now;
            painted = false;
            room.shell().tabProperty().set(next.id());
        }
    }
}
