package elboroom.data;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class ProcessorsTest {
    @AfterEach
    void all() {
        Processors.limit(0);
    }

    @Test
    void usesAllUnlessFewerAreAskedFor() {
        assertThat(Processors.used(0, 8)).isEqualTo(8);
        assertThat(Processors.used(3, 8)).isEqualTo(3);
        assertThat(Processors.used(9, 8)).isEqualTo(8);
        assertThat(Processors.used(-1, 8)).isEqualTo(8);
    }

    @Test
    void whatIsAskedForHoldsFromThenOn() {
        Processors.limit(1);
        assertThat(Processors.used()).isEqualTo(1);
        Processors.limit(0);
        assertThat(Processors.used()).isEqualTo(Processors.all());
    }
}
