package elboroom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import elboroom.data.Home;
import elboroom.model.onnx.Exports;
import elboroom.train.ChildJvm;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The program opens its window, trains, and runs a model made elsewhere, in a Java that writes down every class it loads. None of
 * those without which nothing in Java reaches a network may be among them, and its own folders must be left as they were.
 */
class NoNetworkTest {
    /** The roots of all sockets, of name look-ups, and of the protocols of URLs. */
    private static final List<String> NETWORK = List.of(
            "java.net.Socket",
            "java.net.SocketImpl",
            "java.net.ServerSocket",
            "java.net.DatagramSocket",
            "java.net.InetAddress$NameServiceAddresses",
            "java.net.HttpURLConnection",
            "sun.nio.ch.Net",
            "sun.nio.ch.NioSocketImpl");

    @TempDir
    Path folder;

    /** Several commands of the program, one after the other; the toolkit, once started, is the last. */
    public static final class Commands {
        public static void main(String[] arguments) {
            OffScreen.use();
            String folder = arguments[0];
            PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
            for (String command : List.of(
                    "train --data=shapes --epochs=1 --hidden=8 --out=" + folder + "/trained",
                    "onnx " + arguments[1],
                    "tour --tab=explore --out=" + folder + "/tour")) {
                int code = Main.run(command.split(" "), out, out);
                if (code != 0) {
                    System.exit(code);
                }
            }
            System.exit(0);
        }
    }

    /** What the test is to notice. */
    public static final class Talker {
        public static void main(String[] arguments) throws IOException {
            new Socket().close();
        }
    }

    private List<String> loadedBy(Class<?> program, Object... arguments) throws Exception {
        Path log = folder.resolve("classes.log");
        Process process = ChildJvm.start(
                List.of(
                        "-Xlog:class+load:file=" + log,
                        "-Delboroom.home=" + Home.locate().assets().getParent(),
                        "-Delboroom.user=" + folder.resolve("user"),
                        "-Delboroom.logs=" + folder.resolve("logs")),
                program,
                arguments);
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return Files.readAllLines(log).stream()
                .map(line -> line.replaceFirst("^(\\[[^]]*])+ (\\S+) .*$", "$2"))
                .toList();
    }

    private static Map<String, String> state(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .collect(Collectors.toMap(
                            Path::toString,
                            file -> {
                                try {
                                    return Files.size(file) + " " + Files.getLastModifiedTime(file);
                                } catch (IOException e) {
                                    throw new AssertionError(e);
                                }
                            },
                            (one, other) -> one,
                            TreeMap::new));
        }
    }

    @Test
    @Timeout(300)
    void nothingReachesForANetworkOrWritesToTheProgramsOwnFolders() throws Exception {
        Map<String, String> assets = state(Home.locate().assets());
        Map<String, String> models = state(Home.locate().pretrained());
        Path model = Exports.copy("mnist-mlp-z2", folder.resolve("model"));
        assertThat(loadedBy(Commands.class, folder, model))
                .contains("elboroom.train.Trainer", "ai.onnxruntime.OrtSession", "elboroom.app.Room")
                .doesNotContainAnyElementsOf(NETWORK);
        assertThat(state(Home.locate().assets())).isEqualTo(assets);
        assertThat(state(Home.locate().pretrained())).isEqualTo(models);
        assertThat(folder.resolve("trained/model.zip")).isNotEmptyFile();
        assertThat(folder.resolve("tour")).isNotEmptyDirectory();
    }

    @Test
    void aProgramThatDoesIsNoticed() throws Exception {
        assertThat(loadedBy(Talker.class)).containsAnyElementsOf(NETWORK);
    }
}
