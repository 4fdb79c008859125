package elboroom.app;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * How often JavaFX may lay out and draw. Of its own it waits for the next sixtieth of a second, which alone takes up to 17 ms
 * from the hand to the picture; nothing is drawn more often than something changes. 240 a second brought the 95th percentile
 * from 25 to 17 ms, 480 took another 1 to 2.
 */
final class PulseRate {
    private static final String PROPERTY = "javafx.animation.pulse";
    private static final String PER_SECOND = "480";
    private static final String REMARK = "Setting PULSE_DURATION";

    private PulseRate() {}

    /** Sets the rate, unless the user has set one; to be called before the toolkit starts. */
    static void raise() {
        if (System.getProperty(PROPERTY) != null) {
            return;
        }
        System.setProperty(PROPERTY, PER_SECOND);
        PrintStream before = System.err;
        System.setErr(new WithoutRemark(before));
        try {
            // This class reads the property, and says so on standard error, when it is loaded.
            Class.forName("com.sun.scenario.animation.AbstractPrimaryTimer");
        } catch (ClassNotFoundException e) {
            // Another JavaFX: it reads the property, or remarks on it, elsewhere.
            return;
        } finally {
            System.setErr(before);
        }
    }

    private static final class WithoutRemark extends PrintStream {
        WithoutRemark(PrintStream out) {
            super(out, true, StandardCharsets.UTF_8);
        }

        @Override
        @SuppressWarnings("NullAway") // Null is printed as such.
        public void println(String line) {
            if (line == null || !line.startsWith(REMARK)) {
                super.println(line);
            }
        }
    }
}
