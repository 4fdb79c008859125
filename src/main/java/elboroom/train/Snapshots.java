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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The snapshots of a run in its folder. Each is a file of its own; some have Adam's moments in a second one, and from those,
 * and from the start, a run can go on as it did. May be used from any thread.
 */
public final class Snapshots {
    private static final Pattern NAME = Pattern.compile("([0-9]{9})(-moments)?\\.npz");

    private final Path folder;
    private final int latentSize;
    private final boolean autoencoder;

    // Copied whenever they change, so that they may be read without a lock.
    private volatile List<Long> steps = List.of();
    private volatile List<Long> whole = List.of();

    Snapshots(Path folder, int latentSize, boolean autoencoder) {
        this.folder = folder;
        this.latentSize = latentSize;
        this.autoencoder = autoencoder;
    }

    /** Looks into the folder; there are none before. */
    void load() {
        TreeSet<Long> allSteps = new TreeSet<>();
        TreeSet<Long> wholeSteps = new TreeSet<>();
        for (String name : names(folder)) {
            Matcher matcher = NAME.matcher(name);
            if (matcher.matches()) {
                (matcher.group(2) == null ? allSteps : wholeSteps).add(Long.valueOf(matcher.group(1)));
            }
        }
        wholeSteps.retainAll(allSteps);
        steps = List.copyOf(allSteps);
        whole = List.copyOf(wholeSteps);
    }

    private static List<String> names(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName())).toList();
        } catch (IOException e) {
            throw new InputException(folder + ": the folder cannot be read: " + e.getMessage(), e);
        }
    }

    /** Those of the run in a folder. */
    static Snapshots of(Path run, TrainingPlan plan) {
        return new Snapshots(
                RunFolder.snapshots(run),
                plan.config().latentSize(),
                plan.config().autoencoder());
    }

    /** Steps at which there is one, rising. */
    public List<Long> steps() {
        return steps;
    }

    /** Those of them that have moments. */
    List<Long> whole() {
        return whole;
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
        List<Double> kl = new ArrayList<>();
        for (float value : arrays.floats("kl", latentSize)) {
            kl.add((double) value);
        }
        float[] logVariance;
        if (autoencoder) {
            logVariance = new float[count * latentSize];
            Arrays.fill(logVariance, Float.NEGATIVE_INFINITY);
        } else {
            logVariance = arrays.floats("logVariance", count, latentSize);
        }
        Posterior posterior = new Posterior(count, latentSize, arrays.floats("mean", count, latentSize), logVariance);
        TestLosses losses = new TestLosses(step, count, arrays.floats("distortion", 1)[0], kl);
        return new Snapshot(step, arrays.floats("parameters", -1), posterior, losses);
    }

    /**
     * The last state not after {@code step} from which the run can go on.
     *
     * @throws InputException if there is none, or it is damaged
     */
    Checkpoint stateBefore(long step) {
        List<Long> before = whole.stream().filter(s -> s <= step).toList();
        if (before.isEmpty()) {
            if (!steps.contains(0L)) {
                throw new InputException(folder + ": no snapshot to go on from before step " + step);
            }
            float[] parameters = read(0).parameters();
            return new Checkpoint(0, parameters, new float[parameters.length], new float[parameters.length], 0);
        }
        long last = before.get(before.size() - 1);
        float[] parameters = read(last).parameters();
        Npz moments = Npz.read(momentsFile(last));
        return new Checkpoint(
                last,
                parameters,
                moments.floats("firstMoment", parameters.length),
                moments.floats("secondMoment", parameters.length),
                moments.floats("seconds", 1)[0]);
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
        arrays.writeUnpacked(file(snapshot.step()));
        steps = with(steps, snapshot.step());
    }

    void writeMoments(long step, FlatState state, double seconds) {
        int count = state.firstMoment().length;
        new Npz()
                .add("firstMoment", state.firstMoment(), count)
                .add("secondMoment", state.secondMoment(), count)
                .add("seconds", new float[] {(float) seconds}, 1)
                .writeUnpacked(momentsFile(step));
        whole = with(whole, step);
    }

    private static List<Long> with(List<Long> steps, long step) {
        TreeSet<Long> more = new TreeSet<>(steps);
        more.add(step);
        return List.copyOf(more);
    }

    /** Deletes what the plan no longer wants. */
    void thin(SnapshotPlan plan, long stepsOfRun) {
        forgetWhole(plan.superfluousWhole(stepsOfRun, whole));
        List<Long> superfluous = plan.superfluous(stepsOfRun, steps);
        forgetWhole(superfluous.stream().filter(whole::contains).toList());
        steps = steps.stream().filter(step -> !superfluous.contains(step)).toList();
        superfluous.forEach(step -> delete(file(step)));
    }

    /** Deletes all after a step, which are of a future that the run does not have any more. */
    void forgetAfter(long step) {
        forgetWhole(whole.stream().filter(s -> s > step).toList());
        List<Long> later = steps.stream().filter(s -> s > step).toList();
        steps = steps.stream().filter(s -> s <= step).toList();
        later.forEach(s -> delete(file(s)));
    }

    private void forgetWhole(List<Long> these) {
        whole = whole.stream().filter(step -> !these.contains(step)).toList();
        these.forEach(step -> delete(momentsFile(step)));
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new InputException(file + ": cannot be deleted: " + e.getMessage(), e);
        }
    }

    /** Copies those up to a step to another folder; as links to the same files, which never change, where that is possible. */
    void copyUpTo(long step, Path target) throws IOException {
        Files.createDirectories(target);
        for (long s : steps) {
            if (s <= step) {
                link(file(s), target);
            }
        }
        for (long s : whole) {
            if (s <= step) {
                link(momentsFile(s), target);
            }
        }
    }

    private static void link(Path file, Path folder) throws IOException {
        Path link = folder.resolve(file.getFileName());
        try {
            Files.createLink(link, file);
        } catch (IOException | UnsupportedOperationException e) {
            Files.copy(file, link);
        }
    }

    private Path file(long step) {
        return folder.resolve("%09d.npz".formatted(step));
    }

    private Path momentsFile(long step) {
        return folder.resolve("%09d-moments.npz".formatted(step));
    }
}
