package elboroom.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import elboroom.data.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunHistoryTest {
    @TempDir
    Path folder;

    private static void add(RunHistory history, long step) {
        history.add(step, step, new double[] {1, 0.001 * step}, 2.0 * step, new StepSettings(0.5, 0, 1e-3));
    }

    private static RunHistory of(int steps) {
        RunHistory history = new RunHistory(2);
        for (int step = 1; step <= steps; step++) {
            add(history, step);
        }
        return history;
    }

    @Test
    void aShortRunIsKeptStepByStep() {
        Curves curves = of(3).curves();
        assertThat(curves.step()).containsExactly(1, 2, 3);
        assertThat(curves.steps()).containsExactly(1, 1, 1);
        assertThat(curves.distortion()).containsExactly(1, 2, 3);
        assertThat(curves.objective()).containsExactly(2, 4, 6);
        assertThat(curves.rate()[2]).isEqualTo(1.003f);
        assertThat(curves.klPerDimension()[1]).containsExactly(0.001f, 0.002f, 0.003f);
        assertThat(curves.beta()).containsOnly(0.5f);
        assertThat(curves.learningRate()).containsOnly(1e-3f);
    }

    @Test
    void aLongRunIsKeptAsAveragesInBoundedMemory() {
        int steps = 46_913;
        Curves curves = of(steps).curves();
        assertThat(curves.points()).isBetween(RunHistory.MAX_POINTS / 2, RunHistory.MAX_POINTS + 1);
        long before = 0;
        double sum = 0;
        for (int i = 0; i < curves.points(); i++) {
            assertThat(curves.step()[i] - before).isEqualTo(curves.steps()[i]);
            // The average of consecutive numbers is that of the first and the last.
            assertThat(curves.distortion()[i]).isCloseTo((float) (before + 1 + curves.step()[i]) / 2, within(1e-2f));
            sum += (double) curves.distortion()[i] * curves.steps()[i];
            before = curves.step()[i];
        }
        assertThat(before).isEqualTo(steps);
        assertThat(sum).isCloseTo(steps * (steps + 1.0) / 2, within(1e-6 * steps * steps));
    }

    @Test
    void testsAreThinnedButForTheFirstAndTheLast() {
        RunHistory history = new RunHistory(1);
        for (int step = 0; step < 10_000; step++) {
            history.add(new TestLosses(step, 10, step, List.of(1.0)));
            assertThat(history.tests()).hasSizeLessThanOrEqualTo(RunHistory.MAX_TESTS);
        }
        assertThat(history.tests())
                .extracting(TestLosses::step)
                .startsWith(0L)
                .endsWith(9_999L)
                .isSorted();
    }

    @Test
    void aFileGivesBackWhatWasWrittenUpToAStep() {
        RunHistory history = of(5_000);
        history.add(new TestLosses(0, 40, 543.25, List.of(0.5, 0.25)));
        history.add(new TestLosses(4_000, 40, 143.25, List.of(3.5, 2.25)));
        history.add(new TestLosses(5_000, 40, 140, List.of(3.5, 2.25)));
        Path file = folder.resolve("history.csv");
        HistoryFile.write(history, file);
        RunHistory read = new RunHistory(2);
        HistoryFile.read(file, read, 5_000);
        assertThat(read.curves()).usingRecursiveComparison().isEqualTo(history.curves());
        assertThat(read.tests()).isEqualTo(history.tests());
        RunHistory early = new RunHistory(2);
        HistoryFile.read(file, early, 4_500);
        assertThat(early.tests()).hasSize(2);
        assertThat(early.curves().step()[early.curves().points() - 1]).isEqualTo(4_500 / 4 * 4);
        for (int step = 4_501; step <= 5_000; step++) {
            add(early, step);
        }
        assertThat(early.curves().points()).isEqualTo(history.curves().points());
    }

    @Test
    void whatAnAutoencoderDoesNotHaveIsEmpty() throws IOException {
        RunHistory history = new RunHistory(1);
        history.add(1, 100, new double[] {Double.NaN}, 100, new StepSettings(1, 0, 1e-3));
        Path file = folder.resolve("history.csv");
        HistoryFile.write(history, file);
        assertThat(Files.readAllLines(file))
                .containsExactly(
                        "split,step,count,distortion,rate,elbo,objective,beta,learning_rate,kl_1",
                        "train,1,1,100.0,,,100.0,1.0,0.001,");
        RunHistory read = new RunHistory(1);
        HistoryFile.read(file, read, 1);
        assertThat(read.curves().rate()).containsExactly(Float.NaN);
        assertThat(read.curves().objective()).containsExactly(100);
    }

    @Test
    void otherFilesAreRefused() throws IOException {
        Path file = folder.resolve("history.csv");
        HistoryFile.write(of(3), file);
        String text = Files.readString(file);
        for (String wrong : List.of("", "a,b\n1,2\n", text.replace("2.0", "x"), text.replace(",2.0", ""))) {
            Files.writeString(file, wrong);
            assertThatThrownBy(() -> HistoryFile.read(file, new RunHistory(2), 9))
                    .isInstanceOf(InputException.class)
                    .hasMessageStartingWith(file.toString());
        }
    }
}
