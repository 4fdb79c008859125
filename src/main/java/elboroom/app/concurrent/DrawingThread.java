package elboroom.app.concurrent;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** One thread for drawing large pictures away from the thread of the window; it knows whether it has anything to do. */
public final class DrawingThread implements Executor, AutoCloseable {
    private final AtomicInteger outstanding = new AtomicInteger();
    private final ExecutorService thread = Executors.newSingleThreadExecutor(work -> {
        Thread drawing = new Thread(work, "drawing");
        drawing.setDaemon(true);
        return drawing;
    });

    @Override
    public void execute(Runnable work) {
        if (thread.isShutdown()) {
            return;
        }
        outstanding.incrementAndGet();
        thread.execute(() -> {
            try {
                work.run();
            } finally {
                outstanding.decrementAndGet();
            }
        });
    }

    /** Whether all that was asked for has been drawn. */
    public boolean isIdle() {
        return outstanding.get() == 0;
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
