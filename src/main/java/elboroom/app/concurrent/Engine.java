package elboroom.app.concurrent;

import elboroom.model.Vae;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import org.jspecify.annotations.Nullable;

/**
 * The one thread that owns the network: a {@link Vae} is opened, used and closed on it, but for requests of a moment, which the
 * thread that makes them answers while the engine has nothing to do. Requests made while a model loads wait for it; opening
 * another model drops all requests and results of the one before.
 */
public final class Engine implements AutoCloseable {
    /** Whether there is a network to ask. */
    public enum State {
        EMPTY,
        LOADING,
        READY,
        FAILED
    }

    private final WorkQueue queue;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(this, "state", State.EMPTY);
    /** What {@link #keepOpen} opened last; empty after {@link #open}. */
    private String kept = "";

    // Touched by whose turn it is in the queue only.
    private @Nullable Vae vae;

    /**
     * @param ui runs updates of the window, in order
     * @param failures hears, through {@code ui}, what a request threw
     */
    public Engine(Executor ui, Consumer<Throwable> failures) {
        queue = new WorkQueue("engine", ui, failure -> {
            if (state.get() == State.LOADING) {
                state.set(State.FAILED);
            }
            failures.accept(failure);
        });
    }

    /**
     * Closes the model in use and opens another. Call on the thread of the window.
     *
     * @param title for the status line
     * @param opener opens the model, on the engine thread
     */
    public void open(String title, Callable<Vae> opener) {
        kept = "";
        queue.cancelAll();
        state.set(State.LOADING);
        queue.submitNamed("open", "loading " + title, () -> reopen(opener), opened -> state.set(State.READY));
    }

    /**
     * Opens a model, unless it is the one that was opened last, and that did not fail. Call on the thread of the window.
     *
     * @param name of the model, by which it is known again
     * @return whether it is opened now
     */
    public boolean keepOpen(String name, String title, Callable<Vae> opener) {
        boolean other = !name.equals(kept) || state.get() == State.FAILED;
        if (other) {
            open(title, opener);
            kept = name;
        }
        return other;
    }

    private Vae reopen(Callable<Vae> opener) throws Exception {
        closeVae();
        Vae opened = opener.call();
        vae = opened;
        return opened;
    }

    /** Asks the network something quick; nothing is delivered without a network, or where {@code work} gives null. */
    public <T> void submit(String key, Function<Vae, T> work, Consumer<? super T> delivery) {
        queue.submit(
                key, () -> withVae(vae -> Optional.ofNullable(work.apply(vae))), answer -> answer.ifPresent(delivery));
    }

    /** The same for what may be over in a moment, see {@link WorkQueue#submitMoment}. */
    public <T> void submitMoment(String key, Function<Vae, T> work, Consumer<? super T> delivery) {
        queue.submitMoment(
                key, () -> withVae(vae -> Optional.ofNullable(work.apply(vae))), answer -> answer.ifPresent(delivery));
    }

    /**
     * Asks the network something long, in steps.
     *
     * @param description what is being done, asked again after each step
     * @param step a few milliseconds of work; empty while there is more to do
     */
    public <T> void submitSteps(
            String key, Supplier<String> description, Function<Vae, Optional<T>> step, Consumer<? super T> delivery) {
        // The outer Optional says whether the work is finished, the inner one whether there was a network at all.
        queue.<Optional<T>>submitSteps(
                key,
                description,
                () -> vae == null
                        ? Optional.of(Optional.empty())
                        : withVae(step).map(Optional::of),
                answer -> answer.ifPresent(delivery));
    }

    private <T> Optional<T> withVae(Function<Vae, Optional<T>> work) {
        Vae current = vae;
        return current == null ? Optional.empty() : work.apply(current);
    }

    /** Forgets what waits, runs or has not been delivered under a key. */
    public void cancel(String key) {
        queue.cancel(key);
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Whether nothing waits, runs or is still to be delivered. */
    public ReadOnlyBooleanProperty idleProperty() {
        return queue.idleProperty();
    }

    /** Delivers now what is there to be delivered, see {@link WorkQueue#deliverReady}. */
    public void deliverReady() {
        queue.deliverReady();
    }

    /** What is being computed, empty when it is nothing worth a name. */
    public ReadOnlyStringProperty activityProperty() {
        return queue.activityProperty();
    }

    /** Closes the model and ends the thread, without waiting for it. */
    @Override
    public void close() {
        queue.close(this::closeVae);
    }

    /** Waits until the thread has ended, after {@link #close}. */
    public void awaitEnd() throws InterruptedException {
        queue.awaitEnd();
    }

    private void closeVae() {
        Vae current = vae;
        vae = null;
        if (current != null) {
            current.close();
        }
    }
}
