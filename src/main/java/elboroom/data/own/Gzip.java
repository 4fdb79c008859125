package elboroom.data.own;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** Files that may be gzipped; their first two bytes tell. */
final class Gzip {
    private Gzip() {}

    static boolean is(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] magic = in.readNBytes(2);
            return magic.length == 2 && magic[0] == 0x1f && magic[1] == (byte) 0x8b;
        }
    }

    /** The first bytes of what the file holds, unpacked. */
    static byte[] start(Path file, int length) throws IOException {
        try (InputStream in = is(file) ? new GZIPInputStream(Files.newInputStream(file)) : Files.newInputStream(file)) {
            return in.readNBytes(length);
        }
    }
}
