package elboroom.data;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.UUID;

/** Writes files whole or not at all: a reader, or the next start after a power cut, never meets half a file. */
public final class AtomicFiles {
    private AtomicFiles() {}

    /** What goes into the file. */
    @FunctionalInterface
    public interface Content {
        /** Writes everything to {@code out}; it is buffered, and need not be closed or flushed. */
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * Writes {@code target}, making its folders if need be. The content goes to a file beside it, is forced to the disk
     * and then renamed; on failure the old file stays as it was and nothing is left behind. A device or a pipe is written
     * to as it is, since a file in its place would not be what was asked for.
     *
     * @throws InputException if it cannot be written
     */
    public static void write(Path target, Content content) {
        try {
            // A link stays a link: what it points to is replaced.
            Path file = Files.exists(target) ? target.toRealPath() : target.toAbsolutePath();
            if (Files.isDirectory(file)) {
                throw new InputException(target + ": is a folder; expected the name of a file to write");
            }
            if (Files.exists(file) && !Files.isRegularFile(file)) {
                writeInPlace(file, content);
                return;
            }
            Path folder = file.getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            writeAndRename(file, content);
        } catch (IOException e) {
            throw new InputException(
                    "%s: cannot be written (%s); expected a place that can be written to, with room on the disk"
                            .formatted(target, reason(e)),
                    e);
        }
    }

    private static void writeInPlace(Path file, Content content) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
            content.writeTo(unclosable(out));
        }
    }

    private static void writeAndRename(Path file, Content content) throws IOException {
        // Not Files.createTempFile: that one is readable by its owner alone, and would stay so after the renaming.
        Path temporary = file.resolveSibling("." + file.getFileName() + "." + UUID.randomUUID() + ".tmp");
        try {
            try (FileChannel channel =
                            FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                    OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16)) {
                content.writeTo(unclosable(out));
                out.flush();
                channel.force(true);
            }
            try {
                Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
            } catch (AtomicMoveNotSupportedException e) {
                Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
            }
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /** Zip and gzip streams close what they write to, which would be before the data is forced to the disk. */
    private static OutputStream unclosable(OutputStream out) {
        return new FilterOutputStream(out) {
            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                out.write(bytes, offset, length);
            }

            @Override
            public void close() throws IOException {
                flush();
            }
        };
    }

    /** The cause in one short phrase; the message of a file system exception is often just the path. */
    static String reason(IOException e) {
        if (e.getCause() instanceof IOException cause) {
            return reason(cause);
        }
        if (e instanceof FileSystemException problem && problem.getReason() != null) {
            return problem.getReason();
        }
        String kind = e.getClass().getSimpleName().replaceAll("Exception$", "");
        String words = kind.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
        String message = e.getMessage();
        return kind.equals("IO") && message != null
                ? message.lines().findFirst().orElse(words)
                : words;
    }
}
