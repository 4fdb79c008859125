package elboroom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import elboroom.data.Home;
import elboroom.model.onnx.Exports;
import elboroom.train.ChildJvm;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Folders with names in other scripts, with spaces, and very long ones: for models, data, results and the user's own folder. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "whose paths end at 260 characters unless it is set up otherwise")
class FolderNamesTest {
    private static final String NAME = "Ünïcode 数据 данные 😀 'quoted' %d {x} ";

    @TempDir
    private Path temp;

    /** Commands that write below a folder and read from there, of both native libraries; the folder is its only argument. */
    public static final class Commands {
        public static void main(String[] arguments) throws IOException {
            Path folder = Path.of(arguments[0]);
            Path table =
                    Files.writeString(folder.resolve("table é.csv"), "0.1,0.9,0.5,0.2\n0.8,0.1,0.3,0.7\n".repeat(30));
            String model = folder.resolve("modèle").toString();
            Path exported = Exports.copy("mnist-mlp-z2", folder.resolve("exporté"));
            List<List<String>> commands = List.of(
                    List.of("train", "--data=" + table, "--shape=2x2", "--epochs=2", "--hidden=4", "--out=" + model),
                    List.of("evaluate", model, "--data=" + table, "--shape=2x2"),
                    List.of("export", model, "--out=" + folder.resolve("poids.npz")),
                    List.of("render", model, "--what=mosaic", "--out=" + folder.resolve("mosaïque.png")),
                    List.of("onnx", exported.toString()),
                    List.of("evaluate", exported.toString(), "--data=mnist-test", "--limit=50"));
            PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
            for (List<String> command : commands) {
                int code = Main.run(command.toArray(String[]::new), out, out);
                if (code != 0) {
                    out.println(command);
                    System.exit(code);
                }
            }
        }
    }

    private void allWorksIn(Path folder) throws Exception {
        Files.createDirectories(folder);
        Process program = ChildJvm.start(
                List.of(
                        "-Delboroom.home=" + Home.locate().assets().getParent(),
                        "-Delboroom.user=" + folder.resolve("user"),
                        "-Delboroom.logs=" + folder.resolve("user").resolve("logs")),
                Commands.class,
                folder);
        String said = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(program.waitFor()).as(said).isZero();
    }

    @Test
    @Timeout(240)
    void otherScriptsSpacesAndMoreThanAThousandCharacters() throws Exception {
        Path folder = temp;
        for (int i = 0; i < 26; i++) {
            folder = folder.resolve(NAME + i);
        }
        assertThat(folder.toString().length()).isGreaterThan(1000);
        allWorksIn(folder);
    }
}
