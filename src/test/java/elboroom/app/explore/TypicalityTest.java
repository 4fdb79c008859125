package elboroom.app.explore;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class TypicalityTest {
    private final Typicality typicality = new Typicality(new double[] {-200, -150, -150, -100});

    @Test
    void countsTheTestImagesWithALowerElbo() {
        assertThat(typicality.percentile(-300)).isZero();
        assertThat(typicality.percentile(-160)).isEqualTo(25);
        assertThat(typicality.percentile(-150)).isEqualTo(25);
        assertThat(typicality.percentile(-149)).isEqualTo(75);
        assertThat(typicality.percentile(-1)).isEqualTo(100);
    }

    @Test
    void saysNothingWithoutTestImages() {
        assertThat(new Typicality(new double[0]).percentile(-100)).isNaN();
    }
}
