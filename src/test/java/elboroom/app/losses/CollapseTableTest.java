package elboroom.app.losses;

import static org.assertj.core.api.Assertions.assertThat;

import elboroom.measure.Collapse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;

final class CollapseTableTest extends ApplicationTest {
    private static final List<Collapse.Dimension> DIMENSIONS = List.of(
            new Collapse.Dimension(0, 2.5, 0.9, 0.02, 0, 0.05), new Collapse.Dimension(1, 0.001, 0.0002, 1.001, 1, 0));

    @Test
    void itsNumbersAreSavedInFull() {
        interact(() -> {
            CollapseTable table = new CollapseTable();
            table.show(DIMENSIONS, false);
            assertThat(table.numbers().get())
                    .isEqualTo("dimension,KL (nats per image),Variance of means,Mean posterior variance σ²,"
                            + "Images with a KL below 0.01 (%),Shuffle effect (grey levels),state\r\n"
                            + "1,2.5,0.9,0.02,0,0.05,active\r\n"
                            + "2,0.001,2.0E-4,1.001,100,0,collapsed\r\n");
        });
    }

    @Test
    void whatAnAutoencoderHasNotIsLeftEmpty() {
        interact(() -> {
            CollapseTable table = new CollapseTable();
            table.show(DIMENSIONS.subList(0, 1), true);
            assertThat(table.numbers().get()).endsWith("\r\n1,,0.9,,,0.05,active\r\n");
        });
    }
}
