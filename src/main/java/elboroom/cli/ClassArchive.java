package elboroom.cli;

import elboroom.data.AtomicFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The program's classes as the Java machine keeps them in memory, in a file of the user's that the start script hands to it:
 * the window then needs not read, check and link seven thousand classes first, nor a tab its own when it is first opened. Made by
 * a process of its own that shows each tab of a window off-screen; put in its place only when it is whole. Without it, and with
 * one that is no longer right, everything works, only later. See decision 0010.
 */
final class ClassArchive {
    private static final Logger LOG = LoggerFactory.getLogger(ClassArchive.class);
    private static final String OPTION = "-XX:SharedArchiveFile=";
    /** When the user has had time to look around; sooner it would be in the way. */
    private static final int DELAY_SECONDS = 20;

    private final Path file;
    private final Path mark;
    private final String classPath;

    /** @param folder the user's own */
    ClassArchive(Path folder) {
        this(folder, System.getProperty("java.class.path"));
    }

    ClassArchive(Path folder, String classPath) {
        this.file = folder.resolve("classes.jsa");
        this.mark = folder.resolve("classes.txt");
        this.classPath = classPath;
    }

    /** Makes the archive in a while, if there is none or another one's; gives up when the program ends. */
    void makeLater() {
        CompletableFuture.delayedExecutor(DELAY_SECONDS, TimeUnit.SECONDS).execute(this::makeUnlessCurrent);
    }

    /** Makes the archive if there is none or another one's, and waits for it; without it things only take longer. */
    void makeUnlessCurrent() {
        if (!isPossible() || isCurrent()) {
            return;
        }
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            make();
        } catch (IOException e) {
            LOG.info("no class archive could be made", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The machine cannot archive classes that lie in folders, as they do while the program is being developed. */
    private boolean isPossible() {
        return !classPath.isEmpty()
                && List.of(classPath.split(java.io.File.pathSeparator)).stream()
                        .allMatch(entry -> entry.endsWith(".jar"));
    }

    /** Whether the archive was made by this Java and of these jars. */
    boolean isCurrent() {
        try {
            return Files.isRegularFile(file) && Files.readString(mark).equals(mark(Files.size(file)));
        } catch (IOException e) {
            return false;
        }
    }

    /** The option by which a process of the program uses the archive; none unless it is current. */
    Optional<String> option() {
        return isCurrent() ? Optional.of(OPTION + file) : Optional.empty();
    }

    /** Options of this process without those that name an archive. */
    static List<String> withoutArchive(List<String> options) {
        return options.stream()
                .filter(option -> !option.startsWith(OPTION))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private void make() throws IOException, InterruptedException {
        Path fresh = Files.createTempFile(file.toAbsolutePath().getParent(), "classes", ".jsa");
        // Only its name is wanted: the machine makes the file itself.
        Files.delete(fresh);
        fresh.toFile().deleteOnExit();
        Process process = start(fresh);
        // Not by the milder signal: the machine would then write its archive all the same.
        Thread end = new Thread(process::destroyForcibly);
        Runtime.getRuntime().addShutdownHook(end);
        try {
            if (process.waitFor() == 0 && Files.isRegularFile(fresh)) {
                adopt(fresh);
            }
        } finally {
            Files.deleteIfExists(fresh);
            try {
                Runtime.getRuntime().removeShutdownHook(end);
            } catch (IllegalStateException e) {
                LOG.debug("the program is ending", e);
            }
        }
    }

    private Process start(Path fresh) throws IOException {
        ProcessBuilder builder = OffScreen.again(BenchWindow.NAME, BenchWindow.EACH_TAB);
        List<String> command = withoutArchive(builder.command());
        command.add(1, "-XX:ArchiveClassesAtExit=" + fresh);
        if (!System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows")) {
            command.addAll(0, List.of("nice", "-n", "19"));
        }
        return builder.command(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /**
     * Puts a whole archive in its place; a program that uses the one before keeps it until it ends. The machine breaks down on
     * an archive that is cut short: its size is written down last, and the start script looks whether it is that.
     */
    void adopt(Path fresh) throws IOException {
        String text = mark(Files.size(fresh));
        Files.deleteIfExists(mark);
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        AtomicFiles.write(mark, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** The size, and all that the machine compares before it uses an archive: itself, the jars with their sizes and times. */
    private String mark(long size) throws IOException {
        StringBuilder text = new StringBuilder().append(size).append('\n');
        for (String property : List.of("java.home", "java.vm.name", "java.vm.version", "jdk.module.path")) {
            text.append(property)
                    .append(' ')
                    .append(System.getProperty(property))
                    .append('\n');
        }
        for (String entry : classPath.split(java.io.File.pathSeparator)) {
            try {
                Path jar = Path.of(entry);
                text.append("%s %d %s%n".formatted(entry, Files.size(jar), Files.getLastModifiedTime(jar)));
            } catch (NoSuchFileException e) {
                text.append(entry).append(" missing\n");
            }
        }
        return text.toString();
    }
}
