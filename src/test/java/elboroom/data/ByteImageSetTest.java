package elboroom.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ByteImageSetTest {
    private static final ImageShape SHAPE = new ImageShape(1, 2, 1);

    private final ByteImageSet set = new ByteImageSet(
            "my", SHAPE, List.of("a", "b"), new byte[] {0, (byte) 255, 51, 102, 1, 2}, new byte[] {1, 0, 1});

    @Test
    void bytesBecomeNumbersFromZeroToOne() {
        assertThat(set.image(0)).containsExactly(0f, 1f);
        assertThat(set.images(1, 3)).containsExactly(0.2f, 0.4f, 1 / 255f, 2 / 255f);
    }

    @Test
    void theFirstOnesAreASetOfTheirOwn() {
        ByteImageSet first =
                set.withFactors(List.of("x"), new float[] {5, 6, 7}).first(2);
        assertThat(first.size()).isEqualTo(2);
        assertThat(first.id()).isEqualTo("my");
        assertThat(first.factor(1, 0)).isEqualTo(6);
        assertThat(first.checksum())
                .isNotEqualTo(set.checksum())
                .isEqualTo(new ByteImageSet(
                                "other", SHAPE, List.of("a", "b"), new byte[] {0, -1, 51, 102}, new byte[] {1, 0})
                        .checksum());
        assertThat(set.first(3)).isSameAs(set);
        assertThatThrownBy(() -> first.label(2)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> first.image(2)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> set.first(0)).isInstanceOf(InputException.class);
    }

    @Test
    void theChecksumDependsOnPixelsAndLabelsAndShape() {
        byte[] pixels = {0, (byte) 255, 51, 102, 1, 2};
        byte[] labels = {1, 0, 1};
        List<String> classes = List.of("a", "b");
        assertThat(set.checksum())
                .hasSize(64)
                .isEqualTo(new ByteImageSet("x", SHAPE, classes, pixels, labels).checksum());
        assertThat(set.checksum())
                .isNotEqualTo(new ByteImageSet("x", SHAPE, classes, pixels, new byte[] {1, 1, 1}).checksum())
                .isNotEqualTo(new ByteImageSet("x", new ImageShape(2, 1, 1), classes, pixels, labels).checksum())
                .isNotEqualTo(new ByteImageSet("x", SHAPE, classes, new byte[6], labels).checksum());
    }

    @Test
    void sizesMustFit() {
        assertThatThrownBy(() -> new ByteImageSet("my", SHAPE, List.of(), new byte[5], new byte[3]))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("my: 5 values and 3 labels");
        assertThatThrownBy(() -> new ByteImageSet("my", SHAPE, List.of(), new byte[0], new byte[0]))
                .isInstanceOf(InputException.class);
    }
}
