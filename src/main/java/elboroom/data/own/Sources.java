package elboroom.data.own;

import elboroom.data.InputException;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.ZipException;

/** Tells by its first bytes what a file is, and opens it. */
final class Sources {
    private static final String EXPECTED =
            "expected a folder of images, or a file in one of the formats IDX, CSV, NPY and NPZ";
    private static final int SNIFFED = 4096;

    private Sources() {}

    /** Something that reads a file. */
    interface Reading<T> {
        T run() throws IOException;
    }

    /** @throws InputException if it cannot be read, or is of no known kind; it says what was found */
    static RowSource open(Path path, ImportOptions options) {
        return reading(path, () -> {
            if (!Files.exists(path)) {
                throw new NoSuchFileException(path.toString());
            }
            if (Files.isDirectory(path)) {
                var idx = IdxRows.ofFolder(path, options);
                return idx.isPresent() ? idx.get() : new FolderRows(path, options);
            }
            if (!Files.isRegularFile(path)) {
                throw new InputException(path + ": is no file; " + EXPECTED);
            }
            return ofFile(path, options);
        });
    }

    /** Turns what goes wrong in reading into one line. */
    static <T> T reading(Path path, Reading<T> reading) {
        try {
            return reading.run();
        } catch (NoSuchFileException e) {
            throw new InputException(e.getFile() + ": no such file or folder; " + EXPECTED, e);
        } catch (AccessDeniedException e) {
            throw new InputException(e.getFile() + ": may not be read; " + EXPECTED, e);
        } catch (EOFException e) {
            throw new InputException(path + ": is cut short: its compressed data ends too early; " + EXPECTED, e);
        } catch (ZipException e) {
            throw new InputException(path + ": has damaged compressed data; " + EXPECTED, e);
        } catch (IOException e) {
            String reason = e instanceof FileSystemException problem && problem.getReason() != null
                    ? problem.getReason()
                    : String.valueOf(e.getMessage()).lines().findFirst().orElse("");
            throw new InputException("%s: cannot be read (%s); %s".formatted(path, reason, EXPECTED), e);
        }
    }

    private static RowSource ofFile(Path path, ImportOptions options) throws IOException {
        byte[] start = Gzip.start(path, SNIFFED);
        if (start.length == 0) {
            throw new InputException(path + ": is empty; " + EXPECTED);
        }
        if (NpyHeader.isMagic(start)) {
            return NumPyRows.ofNpy(path, options);
        }
        if (start.length >= 4 && start[0] == 'P' && start[1] == 'K' && start[2] <= 8) {
            return NumPyRows.ofNpz(path, options);
        }
        if (IdxRows.isMagic(start)) {
            return IdxRows.ofFile(path, options);
        }
        if (ImageFile.isMagic(start)) {
            throw new InputException(path + ": is a single image; expected a folder of images");
        }
        for (byte b : start) {
            if (b >= 0 && b < ' ' && b != '\t' && b != '\n' && b != '\r') {
                throw new InputException(
                        "%s: begins with the bytes %s, of no known kind; %s".formatted(path, hex(start), EXPECTED));
            }
        }
        return new CsvRows(path, options);
    }

    private static String hex(byte[] start) {
        StringBuilder hex = new StringBuilder();
        for (int i = 0; i < Math.min(4, start.length); i++) {
            hex.append(i == 0 ? "" : " ").append("%02x".formatted(start[i]));
        }
        return hex.toString();
    }
}
