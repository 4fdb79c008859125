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
 * curves, {@code snapshots} the models on the way; {@code model.zip} and {@code card.json} the model, once there is one.
 */
public final class RunFolder implements AutoCloseable {
    private static final String LOCK = "lock";

    private final Path folder;
    private final FileChannel channel;

    private RunFolder(Path folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    /**
     * Takes possession of a folder, which is made if need be.
     *
     * @throws InputException if another session has it, or it cannot be written to
     */
    public static RunFolder lock(Path folder) {
        try {
            Files.createDirectories(folder);
            FileChannel channel =
                    FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (tryLock(channel) == null) {
                channel.close();
                throw new InputException(folder + ": this run is being trained already, here or in another window");
            }
            return new RunFolder(folder, channel);
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
    public RunFile read() {
        return RunFile.read(description(folder));
    }

    void write(RunFile file) {
        file.write(description(folder));
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

    /** Gives the folder free. */
    @Override
    public void close() {
        try {
            channel.close();
            Files.deleteIfExists(folder.resolve(LOCK));
        } catch (IOException e) {
            throw new InputException(folder + ": its lock cannot be given back: " + e.getMessage(), e);
        }
    }
}
