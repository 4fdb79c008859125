package elboroom.train;

import elboroom.data.InputException;
import java.util.List;

/**
 * When to keep a snapshot of a run.
 *
 * @param every steps between two; 0 for as many as are shown well, {@link #AUTO}; below 0 for none, {@link #NONE}
 */
public record SnapshotPlan(long every) {
    /** At step 0 and then evenly over √step, close together in the beginning, when most happens. */
    public static final SnapshotPlan AUTO = new SnapshotPlan(0);

    /** None. */
    public static final SnapshotPlan NONE = new SnapshotPlan(-1);

    /** At most so many are kept of a run. */
    static final int MOST = 48;

    /**
     * Reads a number of steps, or {@code auto}.
     *
     * @throws InputException if the text is neither
     */
    public static SnapshotPlan parse(String text) {
        if (text.equals("auto")) {
            return AUTO;
        }
        try {
            long every = Long.parseLong(text);
            if (every > 0) {
                return new SnapshotPlan(every);
            }
        } catch (NumberFormatException e) {
            // Said below.
        }
        throw new InputException("snapshot-every '%s': must be a number of steps, 1 or more, or auto".formatted(text));
    }

    /** Whether any are kept. */
    boolean any() {
        return every >= 0;
    }

    /** Whether a snapshot is wanted now, or has been since a step that was passed by. */
    boolean due(Trainer trainer, Snapshots snapshots) {
        return due(trainer.stepsTaken(), trainer.steps(), snapshots.steps());
    }

    private boolean due(long step, long steps, List<Long> kept) {
        if (every < 0) {
            return false;
        }
        long last = kept.isEmpty() ? -1 : kept.get(kept.size() - 1);
        return slot(step, steps) > (last < 0 ? -1 : slot(last, steps));
    }

    /** Number of the interval that a step falls in; a snapshot is due in each. */
    private long slot(long step, long steps) {
        return every > 0 ? step / every : (long) ((MOST - 1) * Math.sqrt((double) step / steps));
    }
}
