package elboroom.train;

import elboroom.data.InputException;
import elboroom.model.ModelCard;
import elboroom.model.ModelStore;
import elboroom.model.StoredModel;
import elboroom.train.SettingChange.Setting;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The runs of this user, each a folder of its own; see {@link RunFolder}. May be used from any thread, and by several
 * programs at once. Everything reads or writes files.
 */
public final class RunStore implements AutoCloseable {
    private static final int MAX_NAME = 60;

    private final Path folder;
    private final Trash trash;

    /** @param folder of the runs' folders; need not exist yet */
    public RunStore(Path folder) {
        this.folder = folder;
        this.trash = new Trash(folder.resolve(".trash"));
    }

    /** Where the runs are: their models can be listed from there as any others. */
    public Path folder() {
        return folder;
    }

    /** Whether there is a run in a folder of that name; a quick look, which reads none of its files. */
    public boolean holds(String name) {
        try {
            Path child = folder.resolve(name);
            return folder.equals(child.getParent()) && Files.isRegularFile(child.resolve("run.json"));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    /**
     * Begins a run, in a new folder named after its title.
     *
     * @throws InputException if it cannot be written
     */
    public RunFolder create(RunDescription run) {
        return RunFolder.create(newFolder(run.title()), RunFile.of(run));
    }

    /**
     * Begins a run that goes on from a snapshot of another, with other settings from that step on. It starts at the last
     * state before it that has Adam's moments, and takes the steps from there again, which gives the same weights.
     *
     * @param step one of the snapshots of {@code from}
     * @param run what it is of: as {@code from}, but for title and number of epochs
     * @param settings that differ from {@code step} on
     * @throws InputException if that cannot be, or not be written
     */
    public RunFolder branch(StoredRun from, long step, RunDescription run, Map<Setting, Double> settings) {
        from.file().run().requireSame(run, from.title());
        Snapshots snapshots = from.snapshots();
        if (!snapshots.steps().contains(step)) {
            throw new InputException("%s: has no snapshot of step %d; it has those of %s"
                    .formatted(from.title(), step, snapshots.steps()));
        }
        Checkpoint state = snapshots.stateBefore(step);
        Settings changed = new Settings(
                run.plan(),
                1,
                RunFile.read(RunFolder.description(from.folder())).changes().stream()
                        .filter(c -> c.step() < step)
                        .toList());
        settings.forEach((setting, value) -> changed.change(step, setting, value));
        RunFile file = RunFile.of(run).with(changed.changes()).with(new RunFile.Branch(from.title(), step));
        RunFolder folder = RunFolder.create(newFolder(run.title()), file);
        try {
            snapshots.copyUpTo(state.step(), RunFolder.snapshots(folder.folder()));
            if (Files.exists(from.historyFile())) {
                Files.copy(from.historyFile(), RunFolder.history(folder.folder()));
            }
            CheckpointFile.write(state, RunFolder.checkpoint(folder.folder()));
            return folder;
        } catch (IOException e) {
            folder.close();
            throw new InputException(folder.folder() + ": cannot be written: " + e.getMessage(), e);
        } catch (InputException e) {
            folder.close();
            throw e;
        }
    }

    private Path newFolder(String title) {
        String name = name(title);
        try {
            Files.createDirectories(folder);
            for (int i = 1; ; i++) {
                Path candidate = folder.resolve(i == 1 ? name : name + "-" + i);
                try {
                    return Files.createDirectory(candidate);
                } catch (FileAlreadyExistsException e) {
                    // The next number, then.
                    continue;
                }
            }
        } catch (IOException e) {
            throw new InputException(folder + ": no run can be kept there: " + e.getMessage(), e);
        }
    }

    /** A name that every file system takes, of the letters and digits of a title in whatever script. */
    static String name(String title) {
        String name = title.strip().toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{M}\\p{N}._]+", "-");
        name = name.replaceAll("^[-.]+|[-.]+$", "");
        if (name.length() > MAX_NAME) {
            name = name.substring(0, name.offsetByCodePoints(0, name.codePointCount(0, MAX_NAME)))
                    .replaceAll("[-.]+$", "");
        }
        boolean reserved = name.matches("(con|prn|aux|nul|com[0-9]|lpt[0-9])(\\..*)?");
        return name.isEmpty() || reserved ? "run-" + name : name;
    }

    /**
     * All runs whose description can be read, the newest first.
     *
     * @param problem told of each that cannot, so that one bad folder does not hide the others
     */
    public List<StoredRun> list(Consumer<InputException> problem) {
        List<StoredRun> runs = new ArrayList<>();
        if (!Files.isDirectory(folder)) {
            return runs;
        }
        try (Stream<Path> children = Files.list(folder)) {
            children.filter(child -> Files.isRegularFile(RunFolder.description(child)))
                    .forEach(child -> {
                        try {
                            runs.add(read(child));
                        } catch (InputException e) {
                            problem.accept(e);
                        }
                    });
        } catch (IOException e) {
            throw new InputException(folder + ": the folder cannot be read: " + e.getMessage(), e);
        }
        runs.sort(Comparator.comparing((StoredRun run) -> run.file().created())
                .reversed()
                .thenComparing(StoredRun::name));
        return runs;
    }

    /**
     * The run in a folder of the store.
     *
     * @throws InputException if its description cannot be read
     */
    public StoredRun read(Path child) {
        RunFile file = RunFile.read(RunFolder.description(child));
        Path checkpoint = RunFolder.checkpoint(child);
        boolean open = Files.exists(checkpoint);
        StoredModel model = ModelStore.isModel(child) ? ModelStore.read(child) : null;
        StoredRun.State state;
        if (RunFolder.isLocked(child)) {
            state = StoredRun.State.RUNNING;
        } else if (model == null) {
            state = StoredRun.State.INTERRUPTED;
        } else {
            state = open ? StoredRun.State.STOPPED : StoredRun.State.FINISHED;
        }
        return new StoredRun(child, file, state, open ? CheckpointFile.step(checkpoint) : stepOf(model), model);
    }

    private static long stepOf(@Nullable StoredModel model) {
        if (model == null) {
            return 0;
        }
        ModelCard.Training training = Objects.requireNonNull(model.card().training());
        return training.epochs() * ((training.images() + training.batch() - 1L) / training.batch());
    }

    /**
     * Gives a run, and its model, another title. Its folder keeps its name.
     *
     * @throws InputException if it is being trained, or cannot be written
     */
    public void rename(StoredRun run, String title) {
        try (RunFolder open = RunFolder.open(run.folder())) {
            open.write(open.file().with(open.file().run().titled(title)));
            if (ModelStore.isModel(run.folder())) {
                ModelStore.writeCard(
                        run.folder(), ModelStore.read(run.folder()).card().titled(title));
            }
        }
    }

    /** A run that was deleted, and can be brought back as long as the program runs. */
    public record Deleted(StoredRun run, Path place) {}

    /**
     * Deletes a run; see {@link #restore}.
     *
     * @throws InputException if it is being trained, or cannot be moved
     */
    public Deleted delete(StoredRun run) {
        RunFolder.open(run.folder()).close();
        try {
            return new Deleted(run, trash.take(run.folder()));
        } catch (IOException e) {
            throw new InputException(run.folder() + ": cannot be deleted: " + e.getMessage(), e);
        }
    }

    /**
     * Brings a deleted run back, under another folder's name if its own has been taken since.
     *
     * @throws InputException if it cannot be moved
     */
    public StoredRun restore(Deleted deleted) {
        Path home = deleted.run().folder();
        try {
            if (Files.exists(home)) {
                home = newFolder(deleted.run().title());
                Files.delete(home);
            }
            Files.move(deleted.place(), home);
        } catch (IOException e) {
            throw new InputException(home + ": cannot be brought back: " + e.getMessage(), e);
        }
        return read(home);
    }

    /** Deletes for good what was deleted before this program was started. */
    public void purge() {
        trash.purge();
    }

    /**
     * Copies a run's model to a folder of its own, in the form of those that come with the program, its curves beside it.
     *
     * @param target new, or empty; its last name becomes the model's
     * @throws InputException if there is no model yet, or something is there already, or it cannot be written
     */
    public StoredModel export(StoredRun run, Path target) {
        StoredModel model = run.model();
        if (model == null) {
            throw new InputException(run.title() + ": has no model yet; it has to be finished or stopped first");
        }
        try {
            Files.createDirectories(target);
            try (Stream<Path> there = Files.list(target)) {
                if (there.findAny().isPresent()) {
                    throw new InputException(target + ": is not empty; expected a new folder or an empty one");
                }
            }
            try (Stream<Path> files = Files.list(run.folder())) {
                for (Path file : files.filter(RunStore::isOfModel).toList()) {
                    Files.copy(file, target.resolve(String.valueOf(file.getFileName())));
                }
            }
        } catch (IOException e) {
            throw new InputException(target + ": cannot be written: " + e.getMessage(), e);
        }
        String name = String.valueOf(target.toAbsolutePath().normalize().getFileName());
        return ModelStore.writeCard(target, model.card().named(name));
    }

    private static boolean isOfModel(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.equals("model.zip") || name.equals("history.csv") || name.matches("posterior-.*\\.npz");
    }

    /** Gives up the right to bring deleted runs back. */
    @Override
    public void close() {
        try {
            trash.close();
        } catch (IOException e) {
            throw new InputException(folder + ": its trash cannot be closed: " + e.getMessage(), e);
        }
    }
}
