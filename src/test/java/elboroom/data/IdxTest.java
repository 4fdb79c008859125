package elboroom.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdxTest {
    private static final List<String> CLASSES = List.of("a", "b", "c");

    @TempDir
    Path folder;

    private Path plain;
    private Path zipped;
    private Path labels;

    @BeforeEach
    void writeFiles() {
        plain = folder.resolve("images.idx3-ubyte");
        zipped = folder.resolve("images.idx3-ubyte.gz");
        labels = folder.resolve("labels.idx1-ubyte.gz");
        byte[] pixels = new byte[3 * 4 * 5];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) (i * 37);
        }
        new Idx(List.of(3, 4, 5), pixels).write(plain);
        new Idx(List.of(3, 4, 5), pixels).write(zipped);
        new Idx(List.of(3), new byte[] {2, 0, 1}).write(labels);
    }

    @Test
    void whatIsWrittenIsRead() {
        for (Path file : List.of(plain, zipped)) {
            ByteImageSet set = Idx.readImageSet("my", file, labels, CLASSES);
            assertThat(set.shape()).isEqualTo(new ImageShape(4, 5, 1));
            assertThat(set.size()).isEqualTo(3);
            assertThat(set.label(0)).isEqualTo(2);
            assertThat(set.image(1)[3]).isEqualTo((23 * 37 % 256) / 255f);
        }
        assertThat(plain).hasSize(16 + 60);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void oneByteTooFewIsRefused(boolean gz) throws IOException {
        Path file = file(gz);
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length - 1));
        assertRefused(file, 3, "is cut short");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void oneByteTooManyIsRefused(boolean gz) throws IOException {
        Path file = file(gz);
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length + 1));
        assertRefused(file, 3, gz ? "after the end of its gzip data" : "goes on after the 60 values, [3, 4, 5]");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 10, 15})
    void cutWithinTheHeaderIsRefused(int length) throws IOException {
        Files.write(plain, Arrays.copyOf(Files.readAllBytes(plain), length));
        assertRefused(plain, 3, length < 4 ? "holds " + length + " bytes" : "within its header");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 9, 12, 20, 40})
    void gzipCutAnywhereIsRefused(int length) throws IOException {
        Files.write(zipped, Arrays.copyOf(Files.readAllBytes(zipped), length));
        assertRefused(zipped, 3, "");
    }

    @Test
    void damagedGzipIsRefused() throws IOException {
        byte[] bytes = Files.readAllBytes(zipped);
        bytes[bytes.length - 7] ^= 1;
        Files.write(zipped, bytes);
        assertRefused(zipped, 3, "damaged gzip data");
    }

    @Test
    void emptyMissingAndFolderAreRefused() throws IOException {
        Files.write(plain, new byte[0]);
        assertRefused(plain, 3, "is empty");
        assertRefused(folder.resolve("nowhere"), 3, "no such file");
        assertRefused(folder, 3, "is a folder");
    }

    @Test
    void anotherKindOfFileIsRefused() throws IOException {
        assertRefused(labels, 3, "begins with 0x00000801");
        assertRefused(zipped, 1, "begins with 0x00000803");
        Files.writeString(plain, "not an image at all");
        assertRefused(plain, 3, "begins with 0x6e6f7420");
    }

    @Test
    void hugeClaimsAreRefusedBeforeMemoryIsTaken() throws IOException {
        Files.write(plain, header(1 << 16, 1 << 16, 1 << 16));
        assertRefused(plain, 3, "claims more than");
        Files.write(plain, header(1 << 10, 1 << 10, 1 << 10));
        assertRefused(plain, 3, "too small for the 1,073,741,824 values");
        Files.write(plain, header(-1, 28, 28));
        assertRefused(plain, 3, "gives 4294967295 as its dimension 1");
        Files.write(plain, header(0, 28, 28));
        assertRefused(plain, 3, "gives 0 as its dimension 1");
    }

    @Test
    void labelsMustBelongToTheImages() {
        new Idx(List.of(2), new byte[2]).write(labels);
        assertThatThrownBy(() -> Idx.readImageSet("my", plain, labels, CLASSES))
                .isInstanceOf(InputException.class)
                .hasMessageContainingAll(labels.toString(), "holds 2 labels; expected 3");
        new Idx(List.of(3), new byte[] {0, 3, 1}).write(labels);
        assertThatThrownBy(() -> Idx.readImageSet("my", plain, labels, CLASSES))
                .isInstanceOf(InputException.class)
                .hasMessageContainingAll(labels.toString(), "label 3 of image 1; expected labels 0 to 2");
    }

    private Path file(boolean gz) {
        return gz ? zipped : plain;
    }

    private static byte[] header(int... dimensions) {
        ByteBuffer header = ByteBuffer.allocate(4 + 4 * dimensions.length).putInt(0x0800 + dimensions.length);
        Arrays.stream(dimensions).forEach(header::putInt);
        return header.array();
    }

    private static void assertRefused(Path file, int dimensions, String found) {
        assertThatThrownBy(() -> Idx.read(file, dimensions))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith(file.toString())
                .hasMessageContainingAll(found, "expected an IDX file of unsigned bytes")
                .message()
                .hasLineCount(1);
    }
}
