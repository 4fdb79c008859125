package elboroom.data.own;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/** What changes when a file or folder does: number of files, their bytes, the time of the last change. */
final class Stamp extends SimpleFileVisitor<Path> {
    private long files;
    private long bytes;
    private long newest;

    private Stamp() {}

    static String of(Path path, RowSource source) throws IOException {
        Stamp stamp = new Stamp();
        Files.walkFileTree(path, stamp);
        for (Path beside : source.beside()) {
            Files.walkFileTree(beside, stamp);
        }
        return "%d files, %d bytes, changed at %d; %s; %s"
                .formatted(stamp.files, stamp.bytes, stamp.newest, source.kind(), source.found());
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        files++;
        bytes += attributes.size();
        newest = Math.max(newest, attributes.lastModifiedTime().toMillis());
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) {
        return FileVisitResult.CONTINUE;
    }
}
