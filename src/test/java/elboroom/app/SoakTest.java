package elboroom.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import com.sun.management.HotSpotDiagnosticMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeoutException;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import org.testfx.api.FxToolkit;

/**
 * A robot that clicks, drags, turns the wheel and types at random across all tabs of the real window. The system property
 * {@code soak.minutes} says for how long, else it is a few hundred strokes; {@code soak.seed} which; {@code soak.dump} names a
 * folder for what is in the heap after each third.
 */
class SoakTest extends WindowTest {
    private static final long SEED = Long.getLong("soak.seed", 1);
    private static final Duration LENGTH = Duration.ofMinutes(Integer.getInteger("soak.minutes", 0));
    private static final int USUAL = 240;
    /** After so many strokes. */
    private static final int EVENTS_FORGOTTEN = 100;

    /** Of the window thread's own processor time for one stroke and all that it leads to at once. */
    private static final long LONGEST_MILLIS = 1500;
    /** Of the heap in use after a collection, from one third to the next. */
    private static final double GROWTH = 1.05;

    private static final long SLACK = 24 << 20;
    /** Numbers of 8 bytes, 17 GB. */
    private static final int MORE_THAN_HEAP = Integer.MAX_VALUE - 2;
    /** Of the heap after a short time. */
    private static final long MOST = 600 << 20;

    /** A race of all its steps between networks of the robot's choice, beside other programs. */
    private static final int LONGEST_WORK_SECONDS = 900;

    @TempDir
    Path user;

    private final List<String> problems = new CopyOnWriteArrayList<>();
    private final AppenderBase<ILoggingEvent> log = new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
            if (event.getLevel().isGreaterOrEqual(Level.WARN) || event.getThrowableProxy() != null) {
                problems.add(event + "\n" + ThrowableProxyUtil.asString(event.getThrowableProxy()));
            }
        }
    };

    @Override
    public void start(Stage primary) {
        show(primary, user, "explore");
    }

    @BeforeEach
    void listen() {
        Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> problem(failure));
        interact(() -> Thread.currentThread().setUncaughtExceptionHandler((thread, failure) -> problem(failure)));
        log.setContext(root().getLoggerContext());
        log.start();
        root().addAppender(log);
    }

    @AfterEach
    void stopListening() {
        root().detachAppender(log);
        Thread.setDefaultUncaughtExceptionHandler(null);
    }

    private static Logger root() {
        return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    }

    private void problem(Throwable failure) {
        StringBuilder text = new StringBuilder().append(failure);
        for (StackTraceElement frame : failure.getStackTrace()) {
            text.append("\n\tat ").append(frame);
        }
        // Monocle has no dialogs for files.
        if (!text.toString().contains("staticCommonDialogs")) {
            problems.add(text.toString());
        }
    }

    @Test
    void nothingGoesWrongWhateverIsDone() throws Exception {
        settle();
        SoakRobot robot = new SoakRobot(room, stage, SEED);
        List<Long> live = new ArrayList<>();
        int strokes = 0;
        for (int third = 1; third <= 3; third++) {
            long end = System.nanoTime() + LENGTH.toNanos() / 3;
            for (int i = 0; LENGTH.isZero() ? i < USUAL / 3 : System.nanoTime() < end; i++) {
                String done = robot.stroke();
                strokes++;
                assertThat(problems)
                        .as("seed %d, stroke %d: %s", SEED, strokes, robot.last())
                        .isEmpty();
                if (strokes % EVENTS_FORGOTTEN == 0) {
                    forgetEvents();
                }
                assertThat(robot.millis())
                        .as("seed %d, stroke %d: %s", SEED, strokes, done)
                        .isLessThan(LONGEST_MILLIS);
            }
            live.add(liveHeap());
            dump(third);
        }
        System.out.printf(
                "soak: %d strokes, longest %d ms of the window's thread, %s MB live after each third, seed %d%n",
                strokes, robot.longestMillis(), live.stream().map(b -> b >> 20).toList(), SEED);
        // In a short time tabs and models are still being opened for the first time.
        long bound = LENGTH.isZero() ? MOST : (long) (live.get(1) * GROWTH) + SLACK;
        assertThat(live.get(2)).as("live heap %s", live).isLessThan(bound);
    }

    private static void dump(int third) throws IOException {
        String folder = System.getProperty("soak.dump");
        if (folder != null) {
            // An hour's soak is not to end for want of it.
            Files.createDirectories(Path.of(folder));
            ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
                    .dumpHeap(Path.of(folder, "third-" + third + ".hprof").toString(), true);
        }
    }

    /** The test tool keeps every event since it knows the stage, and with it whatever was under the pointer. */
    private void forgetEvents() {
        interact(() -> FxToolkit.toolkitContext().setRegisteredStage(stage));
    }

    /** JavaFX keeps pictures for effects by them, half a gigabyte if nobody else wants the heap; they go before it is full. */
    private static void clearSoftReferences() {
        assertThatExceptionOfType(OutOfMemoryError.class).isThrownBy(SoakTest::moreThanHeap);
    }

    private static long[] moreThanHeap() {
        return new long[MORE_THAN_HEAP];
    }

    /** In the same state each time: what was last explored is not growth. */
    private long liveHeap() throws TimeoutException {
        interact(() -> {
            for (Window window : List.copyOf(Window.getWindows())) {
                if (window != stage) {
                    window.hide();
                }
            }
            room.train().run().stop();
            room.shell().tabProperty().set("explore");
            room.explore().chooseModel("mnist-vae-2d");
            room.explore().chooseData("mnist-test");
        });
        WindowProbe.settle(room, LONGEST_WORK_SECONDS);
        forgetEvents();
        clearSoftReferences();
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
