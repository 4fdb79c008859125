package elboroom.train;

import elboroom.data.InputException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongUnaryOperator;

/**
 * When to keep a snapshot of a run. A run is divided into slots, and one is kept of each, at the first step in it.
 *
 * @param every steps in a slot, doubled whenever there would be more than {@link #MOST} of them; 0 for {@link #AUTO}, below
 *     0 for {@link #NONE}
 */
public record SnapshotPlan(long every) {
    /** At step 0 and then evenly over √step: close together in the beginning, when most happens. */
    public static final SnapshotPlan AUTO = new SnapshotPlan(0);

    /** None. */
    public static final SnapshotPlan NONE = new SnapshotPlan(-1);

    /** At most so many are kept: of 1.07 million parameters, 206 MB. */
    static final int MOST = 48;
    /** At most so many of them, evenly over the run, with Adam's moments: 137 MB more. */
    static final int MOST_WHOLE = 16;

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

    /** Whether the steps are those asked for, so that training waits for one rather than pass it by. */
    boolean exact() {
        return every > 0;
    }

    /** Whether a snapshot is wanted after {@code step} of {@code steps}. */
    boolean due(long step, long steps, List<Long> kept) {
        return any() && isFirst(step, kept, slot(step, steps));
    }

    /** Whether it is to be one that a run can go on from. */
    boolean dueWhole(long step, long steps, List<Long> kept) {
        return isFirst(step, kept, wholeSlot(steps));
    }

    /** Those of {@code kept} that share their slot with an earlier one and are not the last. */
    List<Long> superfluous(long steps, List<Long> kept) {
        return kept.isEmpty() ? kept : superfluous(kept, slot(kept.get(kept.size() - 1), steps));
    }

    /** The same for those that a run can go on from. */
    List<Long> superfluousWhole(long steps, List<Long> kept) {
        return superfluous(kept, wholeSlot(steps));
    }

    private static boolean isFirst(long step, List<Long> kept, LongUnaryOperator slot) {
        return kept.isEmpty() || slot.applyAsLong(step) > slot.applyAsLong(kept.get(kept.size() - 1));
    }

    private static List<Long> superfluous(List<Long> kept, LongUnaryOperator slot) {
        List<Long> superfluous = new ArrayList<>();
        long before = -1;
        for (long step : kept.subList(0, Math.max(0, kept.size() - 1))) {
            if (slot.applyAsLong(step) == before) {
                superfluous.add(step);
            }
            before = slot.applyAsLong(step);
        }
        return superfluous;
    }

    private LongUnaryOperator slot(long now, long steps) {
        if (!exact()) {
            return step -> (long) ((MOST - 1) * Math.sqrt((double) step / steps));
        }
        long interval = every;
        while (now / interval >= MOST) {
            interval *= 2;
        }
        long length = interval;
        return step -> step / length;
    }

    private static LongUnaryOperator wholeSlot(long steps) {
        return step -> (MOST_WHOLE - 1) * step / steps;
    }
}
