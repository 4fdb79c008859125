package elboroom.data;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where the program keeps things.
 *
 * @param assets datasets that come with it
 * @param pretrained models that come with it
 * @param user what it remembers for this user, settings and logs; may not exist yet
 */
public record Home(Path assets, Path pretrained, Path user) {
    /**
     * Finds the folders: those in the folder that the system property {@code elboroom.home} names, or else in the
     * nearest folder above the program itself or above the working directory that has both. The user's own folder is
     * what the property {@code elboroom.user} says, or else the usual place of the operating system.
     *
     * @throws InputException if they are not found; it says where they were looked for
     */
    public static Home locate() {
        List<Path> starts = new ArrayList<>();
        programFolder().ifPresent(starts::add);
        starts.add(Path.of("").toAbsolutePath());
        return locate(System::getProperty, System::getenv, starts);
    }

    /** The user's own folder, which there always is, even where the program's are not found; may not exist yet. */
    public static Path userFolder() {
        return userFolder(System::getProperty, System::getenv);
    }

    /** As above, from given properties, environment variables and folders to start from. */
    static Home locate(
            UnaryOperator<@Nullable String> properties,
            UnaryOperator<@Nullable String> environment,
            List<Path> starts) {
        Path home = home(properties.apply("elboroom.home"), starts);
        return new Home(home.resolve("assets"), home.resolve("pretrained"), userFolder(properties, environment));
    }

    private static Path home(@Nullable String named, List<Path> starts) {
        if (named != null) {
            Path home = Path.of(named).toAbsolutePath();
            if (!Files.isDirectory(home)) {
                throw new InputException(
                        home + ": no such folder; the system property elboroom.home must name the folder with assets"
                                + " and pretrained");
            }
            return home;
        }
        return starts.stream()
                .flatMap(start -> Stream.iterate(start, folder -> folder != null, Path::getParent))
                .filter(Home::isHome)
                .findFirst()
                .orElseThrow(() -> new InputException(
                        "folders assets and pretrained: not found in %s or any folder above; expected them together, or"
                                        .formatted(starts.stream()
                                                .map(Path::toString)
                                                .collect(Collectors.joining(", ")))
                                + " the system property elboroom.home to name their folder"));
    }

    private static boolean isHome(Path folder) {
        return Files.isDirectory(folder.resolve("assets")) && Files.isDirectory(folder.resolve("pretrained"));
    }

    private static Path userFolder(
            UnaryOperator<@Nullable String> properties, UnaryOperator<@Nullable String> environment) {
        String named = properties.apply("elboroom.user");
        if (named != null) {
            return Path.of(named).toAbsolutePath();
        }
        Path home = Path.of(Objects.requireNonNullElse(properties.apply("user.home"), "."));
        String system =
                Objects.requireNonNullElse(properties.apply("os.name"), "").toLowerCase(Locale.ROOT);
        if (system.startsWith("mac")) {
            return home.resolve(Path.of("Library", "Application Support", "ELBO Room"));
        }
        if (system.startsWith("windows")) {
            String roaming = environment.apply("APPDATA");
            return (roaming == null ? home.resolve(Path.of("AppData", "Roaming")) : Path.of(roaming))
                    .resolve("ELBO Room");
        }
        String state = environment.apply("XDG_STATE_HOME");
        // The XDG specification says that a relative path there is to be ignored.
        Path folder = state == null || !Path.of(state).isAbsolute()
                ? home.resolve(Path.of(".local", "state"))
                : Path.of(state);
        return folder.resolve("elbo-room");
    }

    /** The folder of the program's jar, or of its classes; none if it runs from somewhere that is not a file. */
    private static Optional<Path> programFolder() {
        CodeSource source = Home.class.getProtectionDomain().getCodeSource();
        if (source == null || !"file".equals(source.getLocation().getProtocol())) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(Path.of(source.getLocation().toURI()).getParent());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(source.getLocation() + " is not where a program can be", e);
        }
    }
}
