package elboroom.train;

import elboroom.data.InputException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How β comes to its full height in the course of a run: the share of it that counts at each step, a pure function of the
 * step. Steps are numbered from 0.
 */
public sealed interface BetaSchedule {
    /** What is expected where one is given as text. */
    String FORM = "constant, warmup:EPOCHS, warmup:PERCENT% or cyclical:CYCLES[:RAMP]";

    Pattern WARM_UP = Pattern.compile("warmup:([0-9.]+)(%?)");
    Pattern CYCLICAL = Pattern.compile("cyclical:([0-9]+)(?::([0-9.]+))?");

    /** Full β from the first step on. */
    BetaSchedule CONSTANT = new Constant();

    /**
     * Share of β, 0 to 1.
     *
     * @param step from 0
     * @param stepsPerEpoch steps in one pass over the images
     * @param steps in the whole run
     */
    double share(long step, long stepsPerEpoch, long steps);

    /** Whether a longer run would have another β at the same step. */
    boolean dependsOnLength();

    /** The form that {@link #parse} reads. */
    @Override
    String toString();

    /** Full β always. */
    record Constant() implements BetaSchedule {
        @Override
        public double share(long step, long stepsPerEpoch, long steps) {
            return 1;
        }

        @Override
        public boolean dependsOnLength() {
            return false;
        }

        @Override
        public String toString() {
            return "constant";
        }
    }

    /**
     * From 0 in a straight line, min(1, step / L), full from step L on (Bowman 2016).
     *
     * @param length L, in epochs or as a share of the run
     * @param ofRun whether {@code length} is a share of the whole run, 0 to 1, rather than a number of epochs
     */
    record WarmUp(double length, boolean ofRun) implements BetaSchedule {
        public WarmUp {
            if (!(length > 0) || Double.isInfinite(length) || ofRun && length > 1) {
                throw new InputException("beta schedule: warm-up must last more than 0 epochs, or more than 0% and at"
                        + " most 100% of the run, not " + text(length, ofRun));
            }
        }

        @Override
        public double share(long step, long stepsPerEpoch, long steps) {
            return Math.min(1, step / (length * (ofRun ? steps : stepsPerEpoch)));
        }

        @Override
        public boolean dependsOnLength() {
            return ofRun;
        }

        @Override
        public String toString() {
            return text(length, ofRun);
        }

        private static String text(double length, boolean ofRun) {
            return "warmup:" + (ofRun ? number(length * 100) + "%" : number(length));
        }
    }

    /**
     * M times from 0 in a straight line to full β and then level: with T steps in all, τ = (step mod ⌈T/M⌉) / (T/M), the
     * share is min(1, τ / R) (Fu 2019).
     *
     * @param cycles M
     * @param ramp R, the part of each cycle in which β rises, above 0 and at most 1
     */
    record Cyclical(int cycles, double ramp) implements BetaSchedule {
        static final double USUAL_RAMP = 0.5;
        private static final int MAX_CYCLES = 1_000;

        public Cyclical {
            if (cycles < 1 || cycles > MAX_CYCLES) {
                throw new InputException(
                        "beta schedule: cycles must be between 1 and %d, not %d".formatted(MAX_CYCLES, cycles));
            }
            if (!(ramp > 0 && ramp <= 1)) {
                throw new InputException(
                        "beta schedule: the ramp must be a share of a cycle above 0 and at most 1, not "
                                + number(ramp));
            }
        }

        @Override
        public double share(long step, long stepsPerEpoch, long steps) {
            double cycle = (double) steps / cycles;
            return Math.min(1, step % (long) Math.ceil(cycle) / (cycle * ramp));
        }

        @Override
        public boolean dependsOnLength() {
            return true;
        }

        @Override
        public String toString() {
            return "cyclical:" + cycles + (ramp == USUAL_RAMP ? "" : ":" + number(ramp));
        }
    }

    /**
     * Reads one of {@value #FORM}.
     *
     * @throws InputException if the text is none of them
     */
    static BetaSchedule parse(String text) {
        if (text.equals("constant")) {
            return CONSTANT;
        }
        try {
            Matcher warmUp = WARM_UP.matcher(text);
            if (warmUp.matches()) {
                boolean percent = !warmUp.group(2).isEmpty();
                double length = Double.parseDouble(warmUp.group(1));
                return new WarmUp(percent ? length / 100 : length, percent);
            }
            Matcher cyclical = CYCLICAL.matcher(text);
            if (cyclical.matches()) {
                String ramp = cyclical.group(2);
                return new Cyclical(
                        Integer.parseInt(cyclical.group(1)),
                        ramp == null ? Cyclical.USUAL_RAMP : Double.parseDouble(ramp));
            }
        } catch (NumberFormatException e) {
            throw unknown(text);
        }
        throw unknown(text);
    }

    private static InputException unknown(String text) {
        return new InputException("beta schedule '%s': not known; expected %s".formatted(text, FORM));
    }

    private static String number(double value) {
        return value == Math.rint(value) && value < 1e9 ? Long.toString((long) value) : Double.toString(value);
    }
}
