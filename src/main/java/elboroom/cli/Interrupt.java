package elboroom.cli;

import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;

/** Turns an interrupt (Ctrl-C, or a request to end) into an orderly stop: the program ends when the work has been saved. */
final class Interrupt implements BooleanSupplier, AutoCloseable {
    /** What shells use for a program that an interrupt ended. */
    static final int EXIT_CODE = 130;

    private final CountDownLatch saved = new CountDownLatch(1);
    private final Thread hook = new Thread(this::stopAndWait, "interrupt");
    private volatile boolean requested;

    Interrupt() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    private void stopAndWait() {
        requested = true;
        boolean interrupted = false;
        while (true) {
            try {
                saved.await();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean getAsBoolean() {
        return requested;
    }

    @Override
    public void close() {
        saved.countDown();
        if (!requested) {
            Runtime.getRuntime().removeShutdownHook(hook);
        }
    }
}
