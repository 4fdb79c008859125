package elboroom.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import elboroom.data.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointFileTest {
    @TempDir
    Path folder;

    @Test
    void readsWhatWasWrittenAndRefusesHalfOfIt() throws IOException {
        Path file = folder.resolve("checkpoint.npz");
        Checkpoint checkpoint =
                new Checkpoint(17, new float[] {1, -2.5f}, new float[] {3, Float.MIN_VALUE}, new float[] {5, 6}, 1.5);
        CheckpointFile.write(checkpoint, file);
        Checkpoint read = CheckpointFile.read(file);
        assertThat(read.step()).isEqualTo(17);
        assertThat(read.seconds()).isEqualTo(1.5);
        assertThat(read.parameters()).containsExactly(checkpoint.parameters());
        assertThat(read.firstMoment()).containsExactly(checkpoint.firstMoment());
        assertThat(read.secondMoment()).containsExactly(checkpoint.secondMoment());

        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
        assertThatThrownBy(() -> CheckpointFile.read(file))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith(file.toString());
    }
}
