package elboroom.train;

import elboroom.data.InputException;
import elboroom.model.ModelStore;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The runs of this user, each a folder of its own; see {@link RunFolder}. May be used from any thread. */
public final class RunStore {
    private static final int MAX_NAME = 60;

    private final Path folder;

    /** @param folder of the runs' folders; need not exist yet */
    public RunStore(Path folder) {
        this.folder = folder;
    }

    /** Where the runs are: their models can be listed from there as any others. */
    public Path folder() {
        return folder;
    }

    /** Begins a run, in a new folder named after its title. */
    public RunFolder create(RunDescription run) {
        return create(new RunFile(
                run,
                List.of(),
                null,
                Instant.now().truncatedTo(ChronoUnit.SECONDS).toString()));
    }

    private RunFolder create(RunFile file) {
        String name = name(file.run().title());
        try {
            Files.createDirectories(folder);
            for (int i = 1; ; i++) {
                Path candidate = folder.resolve(i == 1 ? name : name + "-" + i);
                try {
                    Files.createDirectory(candidate);
                } catch (FileAlreadyExistsException e) {
                    continue;
                }
                RunFolder run = RunFolder.lock(candidate);
                run.write(file);
                return run;
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

    private static StoredRun read(Path child) {
        RunFile file = RunFile.read(RunFolder.description(child));
        boolean hasModel = ModelStore.isModel(child);
        StoredRun.State state = RunFolder.isLocked(child)
                ? StoredRun.State.RUNNING
                : hasModel && !Files.exists(RunFolder.checkpoint(child))
                        ? StoredRun.State.FINISHED
                        : StoredRun.State.INTERRUPTED;
        return new StoredRun(child, file, state, hasModel ? ModelStore.read(child) : null);
    }
}
