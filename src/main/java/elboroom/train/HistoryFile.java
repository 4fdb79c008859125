package elboroom.train;

import elboroom.data.AtomicFiles;
import elboroom.data.InputException;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The curves of a run as CSV, one row a point: {@code split} is {@code train} or {@code test}, {@code step} the steps taken
 * by then, {@code count} the steps that a training point is the average of, or the images of a test point. Losses in nats
 * per image; what does not exist is empty.
 */
public final class HistoryFile {
    private static final String COLUMNS = "split,step,count,distortion,rate,elbo,objective,beta,learning_rate";
    private static final int FIRST_KL = 9;
    private static final String TRAIN = "train";
    private static final String TEST = "test";
    private static final long MAX_BYTES = 32 << 20;
    private static final int MAX_ROWS = 4 * (RunHistory.MAX_POINTS + RunHistory.MAX_TESTS);

    private HistoryFile() {}

    /** @throws InputException if it cannot be written */
    public static void write(RunHistory history, Path file) {
        Curves curves = history.curves();
        List<TestLosses> tests = history.tests();
        AtomicFiles.write(file, out -> {
            Writer writer = new java.io.OutputStreamWriter(out, StandardCharsets.UTF_8);
            StringBuilder line = new StringBuilder(COLUMNS);
            for (int j = 1; j <= history.latentSize(); j++) {
                line.append(",kl_").append(j);
            }
            end(line, writer);
            for (int i = 0; i < curves.points(); i++) {
                line.append(TRAIN)
                        .append(',')
                        .append(curves.step()[i])
                        .append(',')
                        .append(curves.steps()[i]);
                float distortion = curves.distortion()[i];
                float rate = curves.rate()[i];
                append(line, distortion, rate, -distortion - rate);
                append(line, curves.objective()[i], curves.beta()[i], curves.learningRate()[i]);
                for (float[] kl : curves.klPerDimension()) {
                    append(line, kl[i]);
                }
                end(line, writer);
            }
            for (TestLosses test : tests) {
                line.append(TEST).append(',').append(test.step()).append(',').append(test.images());
                append(line, (float) test.distortion(), (float) test.rate(), (float) test.elbo());
                line.append(",,,");
                for (double kl : test.klPerDimension()) {
                    append(line, (float) kl);
                }
                end(line, writer);
            }
            writer.flush();
        });
    }

    private static void append(StringBuilder line, float... values) {
        for (float value : values) {
            line.append(',');
            if (!Float.isNaN(value)) {
                line.append(value);
            }
        }
    }

    private static void end(StringBuilder line, Writer writer) throws IOException {
        writer.append(line).append('\n');
        line.setLength(0);
    }

    /**
     * Adds the curves up to a step to a history.
     *
     * @throws InputException if the file cannot be read, or is not such a file of that many latent dimensions
     */
    static void read(Path file, RunHistory history, long upTo) {
        List<String> lines;
        try {
            if (Files.size(file) > MAX_BYTES) {
                throw new InputException(file + ": larger than any curves of a run, " + MAX_BYTES + " bytes");
            }
            lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new InputException(file + ": cannot be read: " + e.getMessage(), e);
        }
        if (lines.isEmpty() || !lines.get(0).startsWith(COLUMNS) || lines.size() > MAX_ROWS) {
            throw new InputException(file + ": not the curves of a run; expected the columns " + COLUMNS);
        }
        for (int i = 1; i < lines.size(); i++) {
            String[] cells = lines.get(i).split(",", -1);
            try {
                read(cells, history, upTo);
            } catch (NumberFormatException e) {
                throw new InputException(
                        "%s: line %d is not a right one: %s".formatted(file, i + 1, e.getMessage()), e);
            }
        }
    }

    private static void read(String[] cells, RunHistory history, long upTo) {
        int latentSize = history.latentSize();
        if (cells.length != FIRST_KL + latentSize) {
            throw new NumberFormatException(cells.length + " values, expected " + (FIRST_KL + latentSize));
        }
        long step = Long.parseLong(cells[1]);
        if (step > upTo) {
            return;
        }
        int count = Integer.parseInt(cells[2]);
        List<Double> kl = new ArrayList<>();
        for (int j = 0; j < latentSize; j++) {
            kl.add((double) number(cells[FIRST_KL + j]));
        }
        if (cells[0].equals(TEST)) {
            history.add(new TestLosses(step, count, number(cells[3]), kl));
        } else {
            history.restore(
                    step,
                    count,
                    number(cells[3]),
                    number(cells[4]),
                    number(cells[6]),
                    new StepSettings(number(cells[7]), 0, number(cells[8])),
                    kl);
        }
    }

    private static float number(String cell) {
        return cell.isEmpty() ? Float.NaN : Float.parseFloat(cell);
    }
}
