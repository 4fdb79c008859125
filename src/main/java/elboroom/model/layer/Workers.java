package elboroom.model.layer;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Shares numbered tasks out among the calling thread and some of its own, which start when first needed. */
public final class Workers implements AutoCloseable {
    private final int count;
    private @Nullable ExecutorService others;

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
    public void share(int tasks, Task task) {
        AtomicInteger next = new AtomicInteger();
        List<Future<?>> running = new ArrayList<>();
        for (int worker = 1; worker < Math.min(count, tasks); worker++) {
            int number = worker;
            running.add(others().submit(() -> take(next, tasks, task, number)));
        }
        take(next, tasks, task, 0);
        for (Future<?> future : running) {
            await(future);
        }
    }

    private static void take(AtomicInteger next, int tasks, Task task, int worker) {
        for (int i = next.getAndIncrement(); i < tasks; i = next.getAndIncrement()) {
            task.run(i, worker);
        }
    }

    private static void await(Future<?> future) {
        try {
            future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a network was at work", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a pass through the network failed", e.getCause());
        }
    }

    private ExecutorService others() {
        if (others == null) {
            others = Executors.newFixedThreadPool(count - 1, job -> {
                Thread thread = new Thread(job, "network");
                thread.setDaemon(true);
                return thread;
            });
        }
        return others;
    }

    @Override
    public void close() {
        if (others != null) {
            others.shutdown();
        }
    }
}
