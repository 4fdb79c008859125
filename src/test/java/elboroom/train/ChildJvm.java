package elboroom.train;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Another program with the same classes, to be watched from outside, or killed. */
public final class ChildJvm {
    private ChildJvm() {}

    /** Its standard output and error are one stream. */
    public static Process start(Class<?> main, Object... arguments) throws IOException {
        return start(List.of(), main, arguments);
    }

    /** As above, by a Java with further options. */
    public static Process start(List<String> options, Class<?> main, Object... arguments) throws IOException {
        String classes = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                // As the program's start script has it: newer versions of Java warn of native code otherwise.
                "--enable-native-access=ALL-UNNAMED"));
        command.addAll(options);
        command.addAll(List.of("-cp", classes, main.getName()));
        Arrays.stream(arguments).map(Object::toString).forEach(command::add);
        ProcessBuilder program = new ProcessBuilder(command).redirectErrorStream(true);
        // Java knows file names in other scripts only where the locale does.
        program.environment().put("LC_ALL", "C.UTF-8");
        return program.start();
    }
}
