package elboroom.cli;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Doing without a display: the window drawn in memory, by JavaFX's Monocle. */
final class OffScreen {
    private static final Map<String, String> PROPERTIES = Map.of(
            "glass.platform", "Monocle",
            "monocle.platform", "Headless",
            "headless.geometry", "1280x800-32",
            "prism.order", "sw",
            "prism.text", "t2k",
            "java.awt.headless", "true");

    private OffScreen() {}

    /** Whether this is a Linux session that no window can be shown in. */
    static boolean isOnlyWay(String system, UnaryOperator<@Nullable String> environment) {
        return system.toLowerCase(Locale.ROOT).startsWith("linux")
                && isBlank(environment.apply("DISPLAY"))
                && isBlank(environment.apply("WAYLAND_DISPLAY"));
    }

    private static boolean isBlank(@Nullable String value) {
        return value == null || value.isBlank();
    }

    /** To be called before the toolkit starts; after that it has no effect. */
    static void use() {
        PROPERTIES.forEach(System::setProperty);
    }

    /**
     * Runs another command of this program in a process of its own, since a toolkit that has failed to start cannot be
     * started again.
     *
     * @return its exit code
     */
    static int runAgain(String... arguments) throws IOException, InterruptedException {
        return again(arguments).inheritIO().start().waitFor();
    }

    /** Another command of this program as a process of its own, not yet started. */
    static ProcessBuilder again(String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of("-cp", absolute(System.getProperty("java.class.path")), Main.class.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command);
    }

    private static String absolute(String classPath) {
        return classPath.isEmpty() ? new File("").getAbsolutePath() : classPath;
    }
}
