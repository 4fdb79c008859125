package elboroom.app;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import javafx.application.Platform;

/**
 * Finds what takes the thread of the window long. A heartbeat puts itself at the end of its queue again and again: what was
 * computed between two of them is one event or one pulse, however busy the machine is. What it cost is counted in the thread's own
 * processor time, so that other programs on the machine do not matter; meanwhile its stack is looked at every millisecond.
 */
final class ThreadWatch implements AutoCloseable {
    private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();
    private static final int DEPTH = 6;
    private static final long PAUSE_NANOS = 200_000;
    private static final long LOOK_NANOS = 1_000_000;
    /** What is done for this tool's own sake and not written down. */
    static final String NOTHING = "";

    private final long limit;
    private final Thread window;
    private final List<Moment> moments = new ArrayList<>();
    private final Thread sampler = new Thread(this::work, "watch of the window's thread");
    private volatile String doing = NOTHING;
    private volatile boolean closed;
    /** Of the looks since the last beat. */
    private final Map<String, Integer> seen = new HashMap<>();
    /** Processor time of the window's thread at the end of the last beat. */
    private long before = Long.MAX_VALUE;

    /**
     * A time for which the window answered nobody.
     *
     * @param doing what the window was led to do
     * @param millis processor time
     * @param where the methods of this program that were met most often, with the share of looks at the stack
     */
    record Moment(String doing, double millis, String where) {
        @Override
        public String toString() {
            return "%6.1f ms  %-36s %s".formatted(millis, doing, where);
        }
    }

    /** @param limit milliseconds from which on a moment is written down */
    ThreadWatch(double limit) throws Exception {
        this.limit = (long) (limit * 1e6);
        CompletableFuture<Thread> found = new CompletableFuture<>();
        Platform.runLater(() -> found.complete(Thread.currentThread()));
        window = found.get();
        sampler.setDaemon(true);
        sampler.start();
        Platform.runLater(this::beat);
    }

    /** Says what the window is led to do from now on. */
    void now(String words) {
        doing = words;
    }

    /** The long moments so far, the longest first. */
    synchronized List<Moment> moments() {
        return moments.stream()
                .sorted(Comparator.comparingDouble(Moment::millis).reversed())
                .toList();
    }

    @Override
    public void close() throws InterruptedException {
        closed = true;
        sampler.join();
    }

    /** On the window's thread. */
    private synchronized void beat() {
        long taken = CLOCK.getCurrentThreadCpuTime() - before;
        if (taken > limit && !doing.equals(NOTHING)) {
            moments.add(new Moment(doing, taken / 1e6, words(seen)));
        }
        seen.clear();
        LockSupport.parkNanos(PAUSE_NANOS);
        before = CLOCK.getCurrentThreadCpuTime();
        if (!closed) {
            Platform.runLater(this::beat);
        }
    }

    private void work() {
        while (!closed) {
            LockSupport.parkNanos(LOOK_NANOS);
            StackTraceElement[] stack = window.getStackTrace();
            synchronized (this) {
                place(stack, seen);
            }
        }
    }

    /** The topmost frames of this program; of a stack without any, the topmost of all. */
    private static void place(StackTraceElement[] stack, Map<String, Integer> seen) {
        List<String> own = Arrays.stream(stack)
                .filter(frame -> frame.getClassName().startsWith("elboroom.")
                        && !frame.getClassName().startsWith(ThreadWatch.class.getName()))
                .map(frame -> frame.getClassName().replaceAll(".*\\.", "") + "." + frame.getMethodName() + ":"
                        + frame.getLineNumber())
                .limit(DEPTH)
                .toList();
        String place = !own.isEmpty()
                ? String.join(" < ", own)
                : Arrays.stream(stack)
                        .map(frame -> frame.getClassName().replaceAll(".*\\.", "") + "." + frame.getMethodName())
                        .filter(frame -> !frame.startsWith("Unsafe") && !frame.startsWith("LockSupport"))
                        .skip(Math.max(0, Math.min(4, stack.length - 4)))
                        .limit(3)
                        .reduce((a, b) -> a + " < " + b)
                        .orElse("");
        seen.merge(place, 1, Integer::sum);
    }

    private static String words(Map<String, Integer> seen) {
        int all = seen.values().stream().mapToInt(Integer::intValue).sum();
        return seen.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .limit(3)
                .map(entry -> "%d%% %s".formatted(100 * entry.getValue() / Math.max(1, all), entry.getKey()))
                .reduce((a, b) -> a + " | " + b)
                .orElse("");
    }
}
