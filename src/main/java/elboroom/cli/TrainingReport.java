package elboroom.cli;

import elboroom.model.ModelCard;
import elboroom.model.StoredModel;
import elboroom.model.VaeConfig;
import elboroom.train.SessionStatus;
import java.io.PrintWriter;
import java.util.Objects;
import java.util.function.Consumer;

/** Tells of a run under way: a bar that is redrawn on a terminal, a line an epoch anywhere else. */
final class TrainingReport implements Consumer<SessionStatus> {
    /** With it a line stays within 80 columns; a longer one could not be drawn over. */
    private static final int BAR = 12;

    private static final long REDRAW_NANOS = 200_000_000;
    private final PrintWriter err;
    private final boolean terminal;
    private final boolean autoencoder;
    private long lastDrawn;
    /** Length of the line that is on the terminal. */
    private int drawn;

    TrainingReport(PrintWriter err, boolean terminal, VaeConfig config) {
        this.err = err;
        this.terminal = terminal;
        this.autoencoder = config.autoencoder();
    }

    @Override
    public void accept(SessionStatus progress) {
        long now = System.nanoTime();
        if (terminal) {
            if (now - lastDrawn > REDRAW_NANOS || progress.step() == progress.steps()) {
                lastDrawn = now;
                draw("%s %s, %s left".formatted(bar(progress), losses(progress), left(progress)));
            }
        } else if (isEndOfEpoch(progress)) {
            err.println("%s, %.0f images/s, %s left"
                    .formatted(losses(progress), progress.imagesPerSecond(), left(progress)));
        }
    }

    /** Over the line before, of which nothing may be left standing where it was longer. */
    private void draw(String line) {
        err.print("\r" + line + " ".repeat(Math.max(0, drawn - line.length())));
        err.flush();
        drawn = line.length();
    }

    private static String bar(SessionStatus progress) {
        int done = (int) (BAR * progress.step() / progress.steps());
        return "[" + "#".repeat(done) + "-".repeat(BAR - done) + "]";
    }

    private String losses(SessionStatus progress) {
        String losses = autoencoder
                ? "distortion %.1f nats".formatted(progress.distortion())
                : "distortion %.1f, rate %.2f nats".formatted(progress.distortion(), progress.rate());
        return "epoch %d: %s".formatted(isEndOfEpoch(progress) ? progress.epochs() : progress.epoch(), losses);
    }

    private static boolean isEndOfEpoch(SessionStatus progress) {
        return progress.step() % progress.stepsPerEpoch() == 0;
    }

    private static String left(SessionStatus progress) {
        long seconds = Math.round(progress.secondsLeft());
        if (seconds < 60) {
            return seconds + " s";
        }
        return seconds < 3600
                ? "%d min %02d s".formatted(seconds / 60, seconds % 60)
                : "%d h %02d min".formatted(seconds / 3600, seconds % 3600 / 60);
    }

    /** Leaves the bar's line. */
    void end() {
        if (drawn > 0) {
            err.println();
        }
    }

    String summary(StoredModel model) {
        ModelCard.Figures figures = Objects.requireNonNull(model.card().figures());
        String losses = figures.elbo() == null
                ? "distortion at the code %.2f".formatted(figures.distortion())
                : "ELBO %.2f, distortion %.2f, rate %.2f"
                        .formatted(figures.elbo(), figures.distortion(), figures.rate());
        return "%s: %s nats per image on %s; %d active dimensions"
                .formatted(model.folder(), losses, figures.dataset(), figures.activeUnits());
    }
}
