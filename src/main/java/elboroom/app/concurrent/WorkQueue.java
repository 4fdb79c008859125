package elboroom.app.concurrent;

import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/**
 * One thread that works off requests, but for those of a moment. Every request has a key; a newer request takes the place of
 * an older one that still waits under the same key, so a fast pointer never builds up a backlog. Quick requests go before
 * long ones, and long ones are done in steps so that a quick one never waits for more than a step. Results reach the window
 * through an executor, with at most one pending update per key: an update that has not run yet is replaced by the newer result.
 *
 * <p>A result whose request was overtaken <em>while it ran</em> is still delivered: otherwise a picture slower than the
 * pointer would stand still for the whole drag. Methods may be called from any thread; properties change through the
 * executor only.
 */
public final class WorkQueue implements AutoCloseable {
    /** Handing a request over and its result back takes about as long, and may miss the frame that is about to be drawn. */
    private static final long MOMENT_NANOS = 300_000;

    private final Executor ui;
    private final Consumer<Throwable> failures;
    private final Thread thread;
    private final Map<String, Request<?>> quick = new LinkedHashMap<>();
    private final Map<String, Request<?>> lengthy = new LinkedHashMap<>();
    private final Map<String, Runnable> deliveries = new LinkedHashMap<>();
    /** How long the last request of a key took that might be a moment's. */
    private final Map<String, Long> nanos = new HashMap<>();

    private final ReadOnlyBooleanWrapper idle = new ReadOnlyBooleanWrapper(this, "idle", true);
    private final ReadOnlyStringWrapper activity = new ReadOnlyStringWrapper(this, "activity", "");
    private @Nullable Request<?> running;
    private String runningText = "";
    private boolean statusPending;
    private boolean closed;
    private Runnable atEnd = () -> {};

    /**
     * @param name of the thread
     * @param ui runs updates of the window, in order: {@code Platform::runLater} in the program
     * @param failures hears, through {@code ui}, what a request threw
     */
    public WorkQueue(String name, Executor ui, Consumer<Throwable> failures) {
        this.ui = ui;
        this.failures = failures;
        this.thread = new Thread(this::work, name);
        this.thread.setDaemon(true);
        this.thread.start();
    }

    /** Work that is done in one go, soon. */
    public <T> void submit(String key, Callable<T> work, Consumer<? super T> delivery) {
        add(quick, new Request<>(key, () -> "", () -> Optional.of(work.call()), delivery));
    }

    /**
     * Work that may be over in a moment: if it was the last time, and the queue has nothing else to do, it is done by the calling
     * thread, which never waits for that. The result is delivered as any other.
     */
    public <T> void submitMoment(String key, Callable<T> work, Consumer<? super T> delivery) {
        Request<T> request = new Request<>(key, () -> "", () -> Optional.of(timed(key, work)), delivery);
        if (takeTurn(request)) {
            try {
                step(request);
            } finally {
                endTurn();
            }
        } else {
            add(quick, request);
        }
    }

    private <T> T timed(String key, Callable<T> work) throws Exception {
        long start = System.nanoTime();
        T result = work.call();
        long taken = System.nanoTime() - start;
        synchronized (this) {
            nanos.put(key, taken);
        }
        return result;
    }

    private synchronized boolean takeTurn(Request<?> request) {
        boolean free = !closed && running == null && quick.isEmpty() && lengthy.isEmpty();
        if (!free || nanos.getOrDefault(request.key, Long.MAX_VALUE) > MOMENT_NANOS) {
            return false;
        }
        running = request;
        return true;
    }

    private synchronized void endTurn() {
        running = null;
        notifyAll();
    }

    /** Work that is done in one go but takes long enough to be named in the status line. */
    public <T> void submitNamed(String key, String description, Callable<T> work, Consumer<? super T> delivery) {
        add(quick, new Request<>(key, () -> description, () -> Optional.of(work.call()), delivery));
    }

    /** The same; {@code failed} hears, through the window's executor, that there will be no result. */
    public <T> void submitNamed(
            String key, String description, Callable<T> work, Consumer<? super T> delivery, Runnable failed) {
        add(quick, new Request<>(key, () -> description, () -> Optional.of(work.call()), delivery, failed));
    }

    /**
     * Long work in steps.
     *
     * @param description what is being done, asked again after each step; for the status line
     * @param step does a few milliseconds of work; empty while there is more to do
     */
    public <T> void submitSteps(
            String key, Supplier<String> description, Callable<Optional<T>> step, Consumer<? super T> delivery) {
        add(lengthy, new Request<>(key, description, step, delivery));
    }

    /** The same; {@code failed} hears, through the window's executor, that there will be no result. */
    public <T> void submitSteps(
            String key,
            Supplier<String> description,
            Callable<Optional<T>> step,
            Consumer<? super T> delivery,
            Runnable failed) {
        add(lengthy, new Request<>(key, description, step, delivery, failed));
    }

    private synchronized void add(Map<String, Request<?>> waiting, Request<?> request) {
        if (closed) {
            return;
        }
        if (running != null && running.key.equals(request.key) && waiting == lengthy) {
            running.cancelled = true;
        }
        waiting.put(request.key, request);
        statusChanged();
        notifyAll();
    }

    /** Forgets what waits, runs or has not been delivered under a key. */
    public synchronized void cancel(String key) {
        quick.remove(key);
        lengthy.remove(key);
        deliveries.remove(key);
        if (running != null && running.key.equals(key)) {
            running.cancelled = true;
        }
        statusChanged();
    }

    /** Forgets everything that waits, runs or has not been delivered. */
    public synchronized void cancelAll() {
        quick.clear();
        lengthy.clear();
        deliveries.clear();
        nanos.clear();
        if (running != null) {
            running.cancelled = true;
        }
        statusChanged();
    }

    /** Whether nothing waits, runs or is still to be delivered. */
    public ReadOnlyBooleanProperty idleProperty() {
        return idle.getReadOnlyProperty();
    }

    /** What is being computed, empty when it is nothing worth a name. */
    public ReadOnlyStringProperty activityProperty() {
        return activity.getReadOnlyProperty();
    }

    /** Ends the thread after the step it is at; requests that wait are dropped. */
    @Override
    public void close() {
        close(() -> {});
    }

    synchronized void close(Runnable last) {
        closed = true;
        atEnd = last;
        cancelAll();
        notifyAll();
    }

    /** Waits until the thread has ended, after {@link #close}. */
    public void awaitEnd() throws InterruptedException {
        thread.join();
    }

    private void work() {
        while (serveNext()) {}
        atEnd.run();
    }

    /** A frame of its own: a variable of the loop would keep all that the last request holds while the next is waited for. */
    private boolean serveNext() {
        Request<?> next = take();
        if (next == null) {
            return false;
        }
        step(next);
        return true;
    }

    private synchronized @Nullable Request<?> take() {
        running = null;
        statusChanged();
        while (running != null || (!closed && quick.isEmpty() && lengthy.isEmpty())) {
            try {
                wait();
            } catch (InterruptedException e) {
                // Nobody interrupts this thread but to end it.
                closed = true;
            }
        }
        if (closed) {
            return null;
        }
        Iterator<Request<?>> first =
                (quick.isEmpty() ? lengthy : quick).values().iterator();
        Request<?> next = first.next();
        first.remove();
        running = next;
        runningText = next.description.get();
        statusChanged();
        return next;
    }

    private <T> void step(Request<T> request) {
        try {
            Optional<T> result = request.step.call();
            if (result.isPresent()) {
                deliver(request, () -> request.delivery.accept(result.get()));
            } else {
                again(request);
            }
        } catch (Exception | LinkageError | OutOfMemoryError e) {
            deliver(request, () -> {
                request.failed.run();
                failures.accept(e);
            });
        }
    }

    private synchronized void again(Request<?> request) {
        if (!request.cancelled && !closed) {
            lengthy.putIfAbsent(request.key, request);
        }
    }

    private synchronized void deliver(Request<?> request, Runnable update) {
        if (request.cancelled || closed) {
            return;
        }
        if (deliveries.put(request.key, update) == null) {
            ui.execute(() -> runDelivery(request.key));
        }
    }

    /**
     * Delivers now what is there to be delivered, ahead of the window's executor. For the thread of the window, before it lays out a
     * frame: what is ready by then is not left for the next.
     */
    public void deliverReady() {
        List<String> ready;
        synchronized (this) {
            ready = List.copyOf(deliveries.keySet());
        }
        ready.forEach(this::runDelivery);
    }

    private void runDelivery(String key) {
        Runnable update;
        synchronized (this) {
            update = deliveries.remove(key);
        }
        if (update == null) {
            return;
        }
        update.run();
        synchronized (this) {
            statusChanged();
        }
    }

    private void statusChanged() {
        if (!statusPending) {
            statusPending = true;
            ui.execute(this::publishStatus);
        }
    }

    private void publishStatus() {
        boolean nothing;
        String text;
        synchronized (this) {
            statusPending = false;
            nothing = running == null && quick.isEmpty() && lengthy.isEmpty() && deliveries.isEmpty();
            text = running == null && lengthy.isEmpty() ? "" : runningText;
        }
        activity.set(text);
        idle.set(nothing);
    }
}
