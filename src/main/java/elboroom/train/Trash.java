package elboroom.train;

import elboroom.data.InputException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where deleted folders wait until the program that deleted them has ended, so that it can bring them back. Each program
 * that runs has a part of its own, which it holds by a lock.
 */
final class Trash implements AutoCloseable {
    private static final String LOCK_SUFFIX = ".lock";

    private final Path folder;
    private final String own = UUID.randomUUID().toString();
    private @Nullable FileChannel lock;

    Trash(Path folder) {
        this.folder = folder;
    }

    /** Moves a folder here and says where it is now. */
    synchronized Path take(Path victim) throws IOException {
        Path part = folder.resolve(own);
        Files.createDirectories(part);
        if (lock == null) {
            FileChannel channel = FileChannel.open(
                    folder.resolve(own + LOCK_SUFFIX), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            channel.lock();
            lock = channel;
        }
        Path place = part.resolve(UUID.randomUUID().toString());
        Files.move(victim, place);
        return place;
    }

    /**
     * Deletes for good what programs that are no longer running have left here.
     *
     * @throws InputException if something cannot be deleted
     */
    void purge() {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> children = Files.list(folder)) {
            List<Path> parts = children.filter(Files::isDirectory).toList();
            for (Path part : parts) {
                if (!part.endsWith(own)) {
                    purge(part);
                }
            }
        } catch (IOException e) {
            throw new InputException(folder + ": cannot be emptied: " + e.getMessage(), e);
        }
    }

    private static void purge(Path part) throws IOException {
        Path file = part.resolveSibling(part.getFileName() + LOCK_SUFFIX);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock held = channel.tryLock()) {
            if (held == null) {
                return;
            }
            delete(part);
        } catch (OverlappingFileLockException e) {
            // Of another store in this program.
            return;
        }
        Files.deleteIfExists(file);
    }

    private static void delete(Path root) throws IOException {
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException e) throws IOException {
                Files.delete(directory);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    @Override
    public synchronized void close() throws IOException {
        if (lock != null) {
            lock.close();
            lock = null;
        }
    }
}
