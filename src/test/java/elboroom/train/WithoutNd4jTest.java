package elboroom.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Training must not start ND4J, whose loading and that of a window's libraries stop each other for ever. */
@Timeout(120)
class WithoutNd4jTest {
    @TempDir
    Path folder;

    /** Trains to the stored model and says which classes of ND4J and DL4J that took. */
    public static final class Training {
        public static void main(String[] arguments) throws ReflectiveOperationException {
            RunFolder run = new RunStore(Path.of(arguments[0])).create(TinyRuns.run(TinyRuns.plan()));
            TrainingSession session = new TrainingSession(TinyRuns.catalogue(), run, SnapshotPlan.AUTO, status -> {});
            session.start();
            System.out.println(session.ended().join().state());
            Method loaded = ClassLoader.class.getDeclaredMethod("findLoadedClass", String.class);
            loaded.setAccessible(true);
            for (String name : List.of(
                    "elboroom.model.layer.LayeredVae",
                    "org.nd4j.linalg.factory.Nd4j",
                    "org.nd4j.linalg.factory.Nd4jBackend",
                    "org.nd4j.nativeblas.NativeOpsHolder",
                    "org.deeplearning4j.nn.graph.ComputationGraph",
                    "org.deeplearning4j.nn.conf.NeuralNetConfiguration")) {
                if (loaded.invoke(Training.class.getClassLoader(), name) != null) {
                    System.out.println(name);
                }
            }
        }
    }

    @Test
    void aWholeTraining() throws IOException {
        Process training = ChildJvm.start(Training.class, folder);
        String said = new String(training.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(said.lines()).containsExactly("FINISHED", "elboroom.model.layer.LayeredVae");
        assertThat(folder.resolve("tiny-run/model.zip")).isNotEmptyFile();
    }
}
