package elboroom.train;

import elboroom.data.InputException;
import elboroom.data.Npz;
import elboroom.model.Posterior;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The snapshots of a run in its folder, one file each. May be used from any thread. */
public final class Snapshots {
    private static final String SUFFIX = ".npz";

    private final Path folder;
    private final int latentSize;
    private final boolean autoencoder;

    /** Copied whenever it changes, so that it may be read without a lock. */
    private volatile List<Long> steps;

    Snapshots(Path folder, int latentSize, boolean autoencoder) {
        this.folder = folder;
        this.latentSize = latentSize;
        this.autoencoder = autoencoder;
        this.steps = List.copyOf(list(folder));
    }

    private static TreeSet<Long> list(Path folder) {
        TreeSet<Long> steps = new TreeSet<>();
        if (!Files.isDirectory(folder)) {
            return steps;
        }
        try (Stream<Path> files = Files.list(folder)) {
            files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.matches("[0-9]{9}\\.npz"))
                    .map(name -> Long.valueOf(name.substring(0, name.length() - SUFFIX.length())))
                    .forEach(steps::add);
        } catch (IOException e) {
            throw new InputException(folder + ": the folder cannot be read: " + e.getMessage(), e);
        }
        return steps;
    }

    /** Steps at which there is one, rising. */
    public List<Long> steps() {
        return steps;
    }

    /**
     * Reads one: 4 MB for 1.07 million parameters.
     *
     * @param step one of {@link #steps}
     * @throws InputException if it is not there, or damaged
     */
    public Snapshot read(long step) {
        Npz arrays = Npz.read(file(step));
        int count = arrays.shape("mean")[0];
        float[] kl = arrays.floats("kl", latentSize);
        List<Double> klPerDimension = new ArrayList<>();
        for (float value : kl) {
            klPerDimension.add((double) value);
        }
        float[] parameters = arrays.floats("parameters", -1);
        float[] logVariance = new float[count * latentSize];
        if (autoencoder) {
            Arrays.fill(logVariance, Float.NEGATIVE_INFINITY);
        } else {
            logVariance = arrays.floats("logVariance", count, latentSize);
        }
        Posterior posterior = new Posterior(count, latentSize, arrays.floats("mean", count, latentSize), logVariance);
        return new Snapshot(
                step,
                parameters,
                posterior,
                new TestLosses(step, count, arrays.floats("distortion", 1)[0], klPerDimension));
    }

    void write(Snapshot snapshot) {
        int count = snapshot.posterior().count();
        float[] kl = new float[latentSize];
        for (int j = 0; j < latentSize; j++) {
            kl[j] = snapshot.losses().klPerDimension().get(j).floatValue();
        }
        Npz arrays = new Npz()
                .add("parameters", snapshot.parameters(), snapshot.parameters().length)
                .add("mean", snapshot.posterior().mean(), count, latentSize)
                .add("distortion", new float[] {(float) snapshot.losses().distortion()}, 1)
                .add("kl", kl, latentSize);
        if (!autoencoder) {
            arrays.add("logVariance", snapshot.posterior().logVariance(), count, latentSize);
        }
        arrays.write(file(snapshot.step()));
        TreeSet<Long> more = new TreeSet<>(steps);
        more.add(snapshot.step());
        steps = List.copyOf(more);
    }

    private Path file(long step) {
        return folder.resolve("%09d%s".formatted(step, SUFFIX));
    }
}
