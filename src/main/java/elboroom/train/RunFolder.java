package elboroom.train;

import elboroom.data.InputException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * The folder of a run that is being worked on. While this is open no other session, in this program or in another that
 * runs at the same time, can have it.
 *
 * <p>In it: {@code run.json} says what the run is, {@code checkpoint.npz} is where it stands, {@code history.csv} its
 * curves, {@code snapshots} the models on the way; {@code model.zip} and {@code card.json} the model, once there is one,
 * and {@code thumbnail.npz} a picture of it.
 */
public final class RunFolder implements AutoCloseable {
    private static final String LOCK = "lock";

    private final Path folder;
    private final FileChannel channel;
    private volatile RunFile file;

    private RunFolder(Path folder, FileChannel channel, RunFile file) {
        this.folder = folder;
        this.channel = channel;
        this.file = file;
    }

    /**
     * Takes possession of a folder, which is made if need be, for a new run. What is there of another run is forgotten, but
     * for a model, which stays until this run has one.
     *
     * @throws InputException if another session has it, or it cannot be written to
     */
    public static RunFolder create(Path folder, RunFile file) {
        FileChannel channel = lock(folder);
        try {
            RunFolder run = new RunFolder(folder, channel, file);
            run.forgetCheckpoint();
            Files.deleteIfExists(history(folder));
            Snapshots old = Snapshots.of(folder, file.run().plan());
            old.load();
            old.forgetAfter(-1);
            run.write(file);
            return run;
        } catch (IOException e) {
            release(folder, channel);
            throw new InputException(folder + ": cannot be written to: " + e.getMessage(), e);
        } catch (InputException e) {
            release(folder, channel);
            throw e;
        }
    }

    /**
     * Takes possession of the folder of a run that is there, to go on with it.
     *
     * @throws InputException if another session has it, or there is no run, or it cannot be written to
     */
    public static RunFolder open(Path folder) {
        if (!Files.isRegularFile(description(folder))) {
            throw new InputException(folder + ": no run is kept here; expected its "
                    + description(folder).getFileName());
        }
        FileChannel channel = lock(folder);
        try {
            return new RunFolder(folder, channel, RunFile.read(description(folder)));
        } catch (InputException e) {
            release(folder, channel);
            throw e;
        }
    }

    private static FileChannel lock(Path folder) {
        try {
            Files.createDirectories(folder);
            FileChannel channel =
                    FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (tryLock(channel) == null) {
                channel.close();
                throw new InputException(folder + ": this run is being trained already, here or in another window");
            }
            return channel;
        } catch (IOException e) {
            throw new InputException(folder + ": cannot be written to: " + e.getMessage(), e);
        }
    }

    /** Whether some session has this folder now. */
    static boolean isLocked(Path folder) {
        Path file = folder.resolve(LOCK);
        if (!Files.exists(file)) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            return tryLock(channel) == null;
        } catch (IOException e) {
            return false;
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            // Held by this same process.
            return null;
        }
    }

    public Path folder() {
        return folder;
    }

    /** What the run is. */
    public RunFile file() {
        return file;
    }

    /** Changes what the run is; {@link #write} puts it into the folder. */
    void set(RunFile now) {
        file = now;
    }

    void write(RunFile now) {
        now.write(description(folder));
    }

    /** The run is done, and there is nothing to go on with. */
    void forgetCheckpoint() {
        try {
            Files.deleteIfExists(checkpoint(folder));
        } catch (IOException e) {
            throw new InputException(checkpoint(folder) + ": cannot be deleted: " + e.getMessage(), e);
        }
    }

    /** Where a run's description is. */
    static Path description(Path folder) {
        return folder.resolve("run.json");
    }

    static Path checkpoint(Path folder) {
        return folder.resolve("checkpoint.npz");
    }

    static Path history(Path folder) {
        return folder.resolve("history.csv");
    }

    static Path snapshots(Path folder) {
        return folder.resolve("snapshots");
    }

    static Path thumbnail(Path folder) {
        return folder.resolve("thumbnail.npz");
    }

    /** Gives the folder free. */
    @Override
    public void close() {
        release(folder, channel);
    }

    private static void release(Path folder, FileChannel channel) {
        try {
            // Deleted while it is held, so that nobody's new lock is deleted; Windows allows that only afterwards.
            boolean deleted = deleteQuietly(folder.resolve(LOCK));
            channel.close();
            if (!deleted) {
                deleteQuietly(folder.resolve(LOCK));
            }
        } catch (IOException e) {
            throw new InputException(folder + ": its lock cannot be given back: " + e.getMessage(), e);
        }
    }

    private static boolean deleteQuietly(Path lock) {
        try {
            return Files.deleteIfExists(lock);
        } catch (IOException e) {
            // A lock file without a lock is no lock.
            return false;
        }
    }
}
