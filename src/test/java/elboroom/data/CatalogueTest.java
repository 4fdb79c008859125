package elboroom.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogueTest {
    private static final Path ASSETS = Home.locate().assets();

    private final Catalogue catalogue = new Catalogue(ASSETS);

    @Test
    void mnistIsTheOriginal() {
        ImageSet train = catalogue.open("mnist-train");
        ImageSet test = catalogue.open("mnist-test");

        assertThat(classCounts(train)).containsExactly(5923, 6742, 5958, 6131, 5842, 5421, 5918, 6265, 5851, 5949);
        assertThat(classCounts(test)).containsExactly(980, 1135, 1032, 1010, 982, 892, 958, 1028, 974, 1009);
        assertThat(pixelSum(train) / (60_000.0 * 784)).isCloseTo(0.130660, within(1e-6));
    }

    @Test
    void fashionIsTheRepackaging() {
        ImageSet train = catalogue.open("fashion-train");
        ImageSet test = catalogue.open("fashion-test");

        assertThat(classCounts(train)).containsOnly(6000).hasSize(10);
        assertThat(classCounts(test)).containsOnly(1000).hasSize(10);
        assertThat((pixelSum(train) + pixelSum(test)) / (70_000.0 * 784)).isCloseTo(0.286219, within(1e-6));
        assertThat(classCounts(train.first(1000)))
                .as("any prefix holds all classes")
                .containsOnly(100);
    }

    @Test
    void everyFileHasItsChecksum() throws IOException, GeneralSecurityException {
        List<String> lines = Files.readAllLines(ASSETS.resolve("SHA256SUMS"));
        assertThat(lines).hasSize(16);
        String readme = Files.readString(ASSETS.resolve("README.md"));
        for (String line : lines) {
            String name = line.substring(66);
            String expected = line.substring(0, 64);
            assertThat(sha256(name)).as(name).isEqualTo(expected);
            assertThat(readme).contains(expected);
        }
    }

    @Test
    void setsAreWhatTheCatalogueSays() {
        assertThat(catalogue.datasets()).extracting(Dataset::id).containsExactly("mnist", "fashion", "shapes");
        for (Dataset dataset : catalogue.datasets()) {
            assertThat(catalogue.dataset(dataset.testId())).isEqualTo(dataset);
            ImageSet test = catalogue.open(dataset.testId());
            assertThat(test.id()).isEqualTo(dataset.id() + "-test");
            assertThat(test.size()).isEqualTo(dataset.testSize());
            assertThat(test.shape()).isEqualTo(dataset.shape());
            assertThat(test.classNames()).isEqualTo(dataset.classNames());
        }
        ImageSet train = catalogue.open("shapes");
        assertThat(train.id()).isEqualTo("shapes-train");
        assertThat(train.size()).isEqualTo(20_000);
    }

    @Test
    void anUnknownNameListsTheKnownOnes() {
        assertThatThrownBy(() -> catalogue.open("mnits"))
                .isInstanceOf(InputException.class)
                .hasMessage("dataset \"mnits\": is not known; expected one of mnist, mnist-train, mnist-test, "
                        + "fashion, fashion-train, fashion-test, shapes, shapes-train, shapes-test");
    }

    @Test
    void aSetOfAnotherSizeIsRefused(@TempDir Path assets) throws IOException {
        Path folder = Files.createDirectory(assets.resolve("mnist"));
        new Idx(List.of(5, 28, 28), new byte[5 * 784]).write(folder.resolve("test-images.idx3-ubyte.gz"));
        new Idx(List.of(5), new byte[5]).write(folder.resolve("test-labels.idx1-ubyte.gz"));
        assertThatThrownBy(() -> new Catalogue(assets).open("mnist-test"))
                .isInstanceOf(InputException.class)
                .hasMessageContainingAll("test-images.idx3-ubyte.gz", "holds 5 images", "expected the 10,000 images");
        assertThatThrownBy(() -> new Catalogue(assets).open("mnist-train"))
                .isInstanceOf(InputException.class)
                .hasMessageContainingAll("train-images.idx3-ubyte.gz", "no such file");
    }

    @Test
    void anIdIsGivenOnce() {
        ShapesSource shapes = new ShapesSource();
        assertThatThrownBy(() -> new Catalogue(List.of(shapes, shapes)))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("shapes");
    }

    private static int[] classCounts(ImageSet set) {
        int[] counts = new int[set.classNames().size()];
        for (int i = 0; i < set.size(); i++) {
            counts[set.label(i)]++;
        }
        return counts;
    }

    private static double pixelSum(ImageSet set) {
        float[] image = new float[set.shape().size()];
        double sum = 0;
        for (int i = 0; i < set.size(); i++) {
            set.copyImage(i, image, 0);
            for (float value : image) {
                sum += value;
            }
        }
        return sum;
    }

    /** Of a file, or of what is in its gzipped form. */
    private static String sha256(String name) throws IOException, GeneralSecurityException {
        byte[] bytes;
        if (name.endsWith(".gz")) {
            bytes = Files.readAllBytes(ASSETS.resolve(name));
        } else {
            try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(ASSETS.resolve(name + ".gz")))) {
                bytes = in.readAllBytes();
            }
        }
        if (name.equals("mnist/train-images.idx3-ubyte")) {
            assertThat(digest("MD5", bytes)).isEqualTo("6bbc9ace898e44ae57da46a324031adb");
        }
        if (name.equals("mnist/test-images.idx3-ubyte")) {
            assertThat(digest("MD5", bytes)).isEqualTo("2646ac647ad5339dbf082846283269ea");
        }
        return digest("SHA-256", bytes);
    }

    private static String digest(String algorithm, byte[] bytes) throws GeneralSecurityException {
        return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(bytes));
    }
}
