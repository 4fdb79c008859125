package elboroom.model.layer;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Shares numbered tasks out among the calling thread and some of its own, which start when first needed.
 *
 * <p>A thread that waits looks again and again for 50 µs before it sleeps: to wake one takes 50 µs and more,
 * and a step of training shares out three times. Longer it does not, as another program may have use for the core.
 */
public final class Workers implements AutoCloseable {
    private static final long SPIN_NANOS = 50_000;

    private final int count;
    private final List<Thread> others = new ArrayList<>();
    private volatile @Nullable Round round;
    private volatile boolean closed;

    /** @param count of threads, the caller's included */
    public Workers(int count) {
        this.count = count;
    }

    /** One of the tasks. */
    public interface Task {
        /** @param worker from 0; at any time no other task runs with the same */
        void run(int task, int worker);
    }

    /** Runs all tasks and waits for them. */
    public synchronized void share(int tasks, Task task) {
        if (count == 1 || tasks == 1) {
            for (int i = 0; i < tasks; i++) {
                task.run(i, 0);
            }
            return;
        }
        start();
        Round now = new Round(tasks, task, others.size());
        round = now;
        others.forEach(LockSupport::unpark);
        now.take(0);
        now.await();
    }

    private void start() {
        for (int i = others.size() + 1; i < count; i++) {
            int worker = i;
            Thread thread = new Thread(() -> work(worker), "network");
            thread.setDaemon(true);
            others.add(thread);
            thread.start();
        }
    }

    private void work(int worker) {
        Round done = null;
        while (true) {
            long start = System.nanoTime();
            Round next = round;
            while (next == done && !closed) {
                pause(start);
                next = round;
            }
            if (closed || next == null) {
                return;
            }
            next.take(worker);
            next.leave();
            done = next;
        }
    }

    private static void pause(long since) {
        if (System.nanoTime() - since < SPIN_NANOS) {
            Thread.onSpinWait();
        } else {
            LockSupport.park();
        }
    }

    @Override
    public void close() {
        closed = true;
        synchronized (this) {
            others.forEach(LockSupport::unpark);
        }
    }

    /** One sharing out. */
    private static final class Round {
        private final int tasks;
        private final Task task;
        private final Thread caller = Thread.currentThread();
        private final AtomicInteger next = new AtomicInteger();
        /** How many of the other threads are not through. */
        private final AtomicInteger busy;

        private volatile @Nullable Throwable failure;

        Round(int tasks, Task task, int others) {
            this.tasks = tasks;
            this.task = task;
            busy = new AtomicInteger(others);
        }

        void take(int worker) {
            try {
                for (int i = next.getAndIncrement(); i < tasks; i = next.getAndIncrement()) {
                    task.run(i, worker);
                }
            } catch (RuntimeException | Error e) {
                failure = e;
            }
        }

        void leave() {
            if (busy.decrementAndGet() == 0) {
                LockSupport.unpark(caller);
            }
        }

        void await() {
            long start = System.nanoTime();
            boolean interrupted = false;
            while (busy.get() > 0) {
                pause(start);
                interrupted |= Thread.interrupted();
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
            Throwable failed = failure;
            if (failed != null) {
                throw new IllegalStateException("a pass through the network failed", failed);
            }
        }
    }
}
