package elboroom.app;

import elboroom.app.explore.ExploreState;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a tab shows of its own, to be kept in a file and shown again: its page and what is chosen there. What is explored is no
 * part of it.
 *
 * @param type a record that is written as JSON and read again as an equal one
 * @param now what is shown; null while there is nothing to tell
 * @param opener shows it again
 */
public record TabState<T>(Class<T> type, Supplier<@Nullable T> now, Opener<T> opener) {
    /** In two steps, so that nothing changes when something is wrong. */
    @FunctionalInterface
    public interface Opener<T> {
        /**
         * Checks, and changes nothing.
         *
         * @param explored what will be explored then
         * @return shows it, once {@code explored} is explored and the tab is shown
         * @throws elboroom.data.InputException if it cannot be shown
         */
        Runnable check(T state, ExploreState explored);
    }
}
