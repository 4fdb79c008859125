package elboroom.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The fixtures {@code numpy-*.npz} were written by numpy.savez and numpy.savez_compressed. */
class NpzTest {
    private static final String GOOD = "{'descr': '|u1', 'fortran_order': False, 'shape': (2,), }\n";

    @TempDir
    Path folder;

    @Test
    void whatIsWrittenIsRead() throws IOException {
        Path file = folder.resolve("new/arrays.npz");
        Npz written = new Npz()
                .add("means", new float[] {1, -2.5f, Float.MIN_VALUE, Float.NaN, 0, 3}, 3, 2)
                .add("labels", new int[] {7, Integer.MIN_VALUE}, 2)
                .add("pixels", new byte[] {0, -1, 3, 4}, 1, 2, 2)
                .add("none", new float[0], 0, 2);
        written.write(file);

        Npz read = Npz.read(file);
        assertThat(read.names()).containsExactly("means", "labels", "pixels", "none");
        assertThat(read.floats("means", -1, 2)).containsExactly(1, -2.5f, Float.MIN_VALUE, Float.NaN, 0, 3);
        assertThat(read.ints("labels")).containsExactly(7, Integer.MIN_VALUE);
        assertThat(read.bytes("pixels")).containsExactly(0, -1, 3, 4);
        assertThat(read.shape("pixels")).containsExactly(1, 2, 2);
        assertThat(read.floats("none")).isEmpty();

        byte[] once = Files.readAllBytes(file);
        written.write(file);
        assertThat(file).as("the same arrays give the same file").hasBinaryContent(once);
    }

    @ParameterizedTest
    @ValueSource(strings = {"numpy-plain.npz", "numpy-compressed.npz"})
    void whatNumpyWritesIsRead(String name) throws IOException {
        Npz npz = Npz.read(fixture(name));
        assertThat(npz.names()).containsExactly("means", "labels", "pixels");
        assertThat(npz.floats("means", 3, 2)).containsExactly(-1, -0.75f, -0.5f, -0.25f, 0, 0.25f);
        assertThat(npz.ints("labels", 3)).containsExactly(7, -1, Integer.MAX_VALUE);
        assertThat(npz.shape("pixels")).containsExactly(2, 3, 4);
        assertThat(npz.bytes("pixels")).startsWith(232, 233).endsWith(255).hasSize(24);
    }

    @ParameterizedTest
    @CsvSource({"numpy-double.npz, is of type <f8", "numpy-fortran.npz, is in Fortran order"})
    void otherKindsOfArrayAreRefused(String name, String found) throws IOException {
        assertRefused(fixture(name), "means.npy " + found);
    }

    @Test
    void anArrayThatIsNotThereOrOtherwiseIsRefused() throws IOException {
        Npz npz = Npz.read(fixture("numpy-plain.npz"));
        assertThatThrownBy(() -> npz.floats("mean"))
                .isInstanceOf(InputException.class)
                .hasMessageContainingAll("numpy-plain.npz", "no array \"mean\"", "[means, labels, pixels]");
        assertThatThrownBy(() -> npz.floats("labels"))
                .isInstanceOf(InputException.class)
                .hasMessageContainingAll("numpy-plain.npz", "array \"labels\" is <i4 [3]; expected float32");
        assertThatThrownBy(() -> npz.floats("means", -1, 10))
                .isInstanceOf(InputException.class)
                .hasMessageContainingAll("numpy-plain.npz", "<f4 [3, 2]; expected float32 [any, 10]");
    }

    @Test
    void aNameIsGivenOnce() {
        Npz npz = new Npz().add("a", new float[1], 1);
        assertThatThrownBy(() -> npz.add("a", new int[1], 1))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("\"a\" is there twice");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 30, 200, 600})
    void aFileCutShortIsRefused(int length) throws IOException {
        Path file = fixture("numpy-plain.npz");
        Files.write(file, Arrays.copyOf(Files.readAllBytes(file), length));
        assertRefused(file, "not a whole zip file");
    }

    @Test
    void aMissingFileIsRefused() {
        assertRefused(folder.resolve("nowhere.npz"), "no such file");
    }

    @Test
    void aChangedByteIsRefused() throws IOException {
        Path file = fixture("numpy-plain.npz");
        byte[] bytes = Files.readAllBytes(file);
        // Within the values of the first array, which numpy stores uncompressed after a header of 128 bytes.
        bytes[200] ^= 1;
        Files.write(file, bytes);
        assertRefused(file, "means.npy is damaged");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{'descr': '|u1', 'fortran_order': False, 'shape': (), }\n",
                "{'descr': '|u1', 'fortran_order': False, 'shape': (2), }\n",
                "{'descr': '|u1', 'fortran_order': False, 'shape': (1, 1, 1, 1, 2), }\n",
                "{'descr': '|u1', 'fortran_order': False, 'shape': (-2,), }\n",
                "{'descr': '|u1', 'fortran_order': False, 'shape': (2,), 'more': 1}\n",
                "{'descr': '|O', 'fortran_order': False, 'shape': (2,), }\n",
                "{'descr': '>f4', 'fortran_order': False, 'shape': (2,), }\n",
                "{'descr': '|u1', 'fortran_order': False, 'shape': (3,), }\n",
                "{'descr': '|u1', 'fortran_order': False, 'shape': (1,), }\n",
                "{'descr': '<f4', 'fortran_order': False, 'shape': (9999999999,), }\n",
                "{'descr': '<f4', 'fortran_order': False, 'shape': (2147483647, 2147483647, 2147483647), }\n"
            })
    void aWrongHeaderIsRefused(String header) throws IOException {
        Path file = folder.resolve("header.npz");
        writeZip(file, "a.npy", npy(header));
        assertRefused(file, "a.npy ");
    }

    @Test
    void theHeaderThoseAreVariationsOfIsAccepted() throws IOException {
        Path file = folder.resolve("header.npz");
        writeZip(file, "a.npy", npy(GOOD));
        assertThat(Npz.read(file).bytes("a", 2)).containsExactly(5, 6);
    }

    @Test
    void otherFormatsAndFilesAreRefused() throws IOException {
        Path file = folder.resolve("other.npz");
        byte[] second = npy(GOOD);
        second[6] = 2;
        writeZip(file, "a.npy", second);
        assertRefused(file, "a.npy does not begin as an array of format 1.0");
        byte[] longer = npy(GOOD);
        longer[9] = 1;
        writeZip(file, "a.npy", longer);
        assertRefused(file, "a.npy is cut short within its header");
        writeZip(file, "a.txt", npy(GOOD));
        assertRefused(file, "a.txt is no array");
    }

    private static byte[] npy(String header) {
        String head = "\u0093NUMPY\u0001\u0000" + (char) header.length() + "\u0000" + header;
        return (head + "\u0005\u0006").getBytes(StandardCharsets.ISO_8859_1);
    }

    private static void writeZip(Path file, String name, byte[] content) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
        }
    }

    private Path fixture(String name) throws IOException {
        Path copy = folder.resolve(name);
        try (InputStream in = Objects.requireNonNull(NpzTest.class.getResourceAsStream(name), name)) {
            Files.copy(in, copy);
        }
        return copy;
    }

    private static void assertRefused(Path file, String found) {
        assertThatThrownBy(() -> Npz.read(file))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith(file.toString())
                .hasMessageContainingAll(found, "; expected a NumPy ")
                .message()
                .hasLineCount(1);
    }
}
