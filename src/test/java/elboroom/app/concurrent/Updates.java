package elboroom.app.concurrent;

import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Updates of the window, run by the test's thread in place of the window's. */
public final class Updates implements Executor {
    private static final long PATIENCE_SECONDS = 20;

    private final LinkedBlockingQueue<Runnable> waiting = new LinkedBlockingQueue<>();

    @Override
    public void execute(Runnable update) {
        waiting.add(update);
    }

    /** Runs updates until there is nothing more to come. */
    public void settle(BooleanSupplier idle) {
        while (!waiting.isEmpty() || !idle.getAsBoolean()) {
            try {
                Runnable update = waiting.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
                if (update == null) {
                    throw new AssertionError("something is busy but nothing comes of it");
                }
                update.run();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }
}
