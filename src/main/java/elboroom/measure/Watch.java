package elboroom.measure;

import java.util.concurrent.CancellationException;

/**
 * Whoever waits for a long computation: it is told how far that is, and asked whether it is still wanted. Both on the thread
 * that computes.
 */
@FunctionalInterface
public interface Watch {
    /** Lets everything run to its end. */
    Watch NONE = () -> false;

    /** Once true, the computation ends with {@link CancellationException}. */
    boolean cancelled();

    /** @param share done of the whole, from 0 to 1 */
    default void progress(double share) {}

    /**
     * A step is done.
     *
     * @throws CancellationException if nobody wants the rest
     */
    default void step(double share) {
        if (cancelled()) {
            throw new CancellationException("computation cancelled");
        }
        progress(share);
    }

    /** The watch of a part of a computation, which runs from {@code from} to {@code to} of the whole. */
    default Watch part(double from, double to) {
        Watch whole = this;
        return new Watch() {
            @Override
            public boolean cancelled() {
                return whole.cancelled();
            }

            @Override
            public void progress(double share) {
                whole.progress(from + share * (to - from));
            }
        };
    }
}
