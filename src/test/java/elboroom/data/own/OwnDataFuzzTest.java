package elboroom.data.own;

import static elboroom.data.own.SmallFiles.counting;
import static elboroom.data.own.SmallFiles.floats;
import static elboroom.data.own.SmallFiles.gzip;
import static elboroom.data.own.SmallFiles.longs;
import static elboroom.data.own.SmallFiles.zip;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import elboroom.data.ImageSet;
import elboroom.data.InputException;
import elboroom.fuzz.Fuzz;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Damaged files of every kind: refused in one line, or read rightly; the sources stay, and nothing half read is kept. */
class OwnDataFuzzTest {
    private static final ImportOptions ALL = ImportOptions.USUAL.withSplit(0, 0);
    private static final long MEGABYTE = 1 << 20;

    @TempDir
    private Path folder;

    private Path source;
    private OwnData own;
    private Map<String, Long> before;

    @BeforeEach
    void makeFolders() throws IOException {
        source = Files.createDirectories(folder.resolve("source"));
        own = new OwnData(folder.resolve("user"));
        Files.writeString(folder.resolve("x"), "beside");
        before = outside();
    }

    /** What lies outside the folders that are meant to be written to. */
    private Map<String, Long> outside() throws IOException {
        Map<String, Long> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(f -> !f.startsWith(source) && !f.startsWith(folder.resolve("user")))
                    .filter(Files::isRegularFile)
                    .toList()) {
                files.put(file.toString(), Files.size(file));
            }
        }
        return files;
    }

    @AfterEach
    void nothingWasWrittenElsewhere() throws IOException {
        assertThat(outside()).isEqualTo(before);
    }

    /** Looks at a damaged file and, if that goes well, keeps it; what is kept can be used. */
    private void read(Path path, byte[] bytes) throws IOException {
        Files.write(path, bytes);
        try {
            Understanding look = OwnData.look(path, ALL);
            assertThat(look.shape().size()).isLessThanOrEqualTo(ImportOptions.MAX_VALUES);
            keep(path);
        } finally {
            assertThat(Files.readAllBytes(path)).isEqualTo(bytes);
        }
    }

    private void keep(Path path) throws IOException {
        try {
            KeptData kept = own.open(path, ALL, ImportProgress.NONE);
            ImageSet set = kept.test();
            assertThat(set.size()).isEqualTo(kept.dataset().testSize()).isPositive();
            for (int i : new int[] {0, set.size() / 2, set.size() - 1}) {
                assertThat(set.label(i))
                        .isBetween(0, Math.max(1, set.classNames().size()) - 1);
                for (float value : set.image(i)) {
                    assertThat(value >= 0 && value <= 1).isTrue();
                }
            }
            OwnData.forget(kept);
        } catch (InputException e) {
            try (Stream<Path> left = Files.walk(folder.resolve("user"))) {
                assertThat(left.filter(Files::isRegularFile)).isEmpty();
            }
            throw e;
        }
    }

    @Test
    void csv() throws Exception {
        String rows = "label,a,b,c,d\n" + "cat,0,1,2,3\ndog,0.5,255,6,7\n".repeat(4);
        List<byte[]> seeds = List.of(
                rows.getBytes(StandardCharsets.UTF_8),
                "5 0 0 0 9\n3 0 0 8 0\n".getBytes(StandardCharsets.UTF_8),
                "\ufeff\"class\";a;b;c;d\r\n\"Zürich\";0,5;1,0;0;0\r\n".getBytes(StandardCharsets.UTF_8),
                gzip(rows.getBytes(StandardCharsets.UTF_8)));
        Fuzz.run(1, seeds, 16 * MEGABYTE, bytes -> read(source.resolve("a.csv"), bytes));
    }

    @Test
    void idx() throws Exception {
        List<byte[]> seeds = List.of(
                SmallFiles.idx(8, counting(48), 3, 4, 4),
                SmallFiles.idx(0x0d, floats(new float[24]), 3, 2, 4),
                gzip(SmallFiles.idx(8, counting(48), 3, 4, 4)));
        Files.write(source.resolve("train-labels-idx1-ubyte"), SmallFiles.idx(8, new byte[] {4, 2, 4}, 3));
        Fuzz.run(2, seeds, 16 * MEGABYTE, bytes -> read(source.resolve("train-images-idx3-ubyte"), bytes));
    }

    @Test
    void idxLabels() throws Exception {
        Path images = source.resolve("train-images-idx3-ubyte");
        Files.write(images, SmallFiles.idx(8, counting(48), 3, 4, 4));
        Fuzz.run(3, List.of(SmallFiles.idx(8, new byte[] {4, 2, 4}, 3)), 16 * MEGABYTE, bytes -> {
            Files.write(source.resolve("train-labels-idx1-ubyte"), bytes);
            keep(images);
        });
    }

    @Test
    void npy() throws Exception {
        List<byte[]> seeds = List.of(
                SmallFiles.npy("|u1", "3, 4, 4", counting(48)),
                SmallFiles.npy("<f4", "2, 9", floats(new float[18])),
                SmallFiles.npy("<i8", "2, 4", longs(1, 2, 3, 4, 5, 6, 7, 8)));
        Fuzz.run(4, seeds, 16 * MEGABYTE, bytes -> read(source.resolve("x.npy"), bytes));
    }

    @Test
    void npz() throws Exception {
        byte[] packed = zip(
                "x_train.npy", SmallFiles.npy("|u1", "3, 4, 4", counting(48)),
                "y_train.npy", SmallFiles.npy("<i8", "3,", longs(1, 2, 1)),
                "x_test.npy", SmallFiles.npy("|u1", "1, 4, 4", counting(16)),
                "y_test.npy", SmallFiles.npy("<i8", "1,", longs(2)));
        Fuzz.run(
                5,
                List.of(packed, stored("../../x.npy", SmallFiles.npy("|u1", "3, 4, 4", counting(48)))),
                16 * MEGABYTE,
                bytes -> read(source.resolve("x.npz"), bytes));
    }

    /** A zip that is not packed, so that damage reaches the array itself. */
    private static byte[] stored(String name, byte[] content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            ZipEntry entry = new ZipEntry(name);
            CRC32 crc = new CRC32();
            crc.update(content);
            entry.setMethod(ZipEntry.STORED);
            entry.setSize(content.length);
            entry.setCrc(crc.getValue());
            zip.putNextEntry(entry);
            zip.write(content);
        }
        return out.toByteArray();
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg", "bmp", "gif"})
    void images(String format) throws Exception {
        Path good = SmallFiles.image(source.resolve("a.png"), 12, 10, 0x204060);
        byte[] goodBytes = Files.readAllBytes(good);
        List<byte[]> seeds = new ArrayList<>();
        for (int type :
                new int[] {BufferedImage.TYPE_3BYTE_BGR, BufferedImage.TYPE_BYTE_GRAY, BufferedImage.TYPE_BYTE_INDEXED
                }) {
            BufferedImage image = new BufferedImage(12, 10, type);
            for (int i = 0; i < 120; i++) {
                image.setRGB(i % 12, i / 12, 0x010203 * i);
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            if (ImageIO.write(image, format, out)) {
                seeds.add(out.toByteArray());
                if (format.equals("jpg")) {
                    seeds.add(SmallFiles.held(out.toByteArray(), 6, true));
                }
            }
        }
        Path file = source.resolve("b." + format);
        // A decoded image of the most pixels that are accepted, twice: for the look and for the copy.
        long most = 12 * ImageFile.MAX_PIXELS * Integer.BYTES;
        Fuzz.run(6, seeds, most, bytes -> {
            Files.write(file, bytes);
            ImageFile.read(file);
        });
        // A damaged image is left out; the others are kept.
        Files.write(file, new byte[] {1, 2, 3});
        KeptData kept = own.open(source, ALL, ImportProgress.NONE);
        assertThat(kept.dataset().testSize()).isEqualTo(1);
        assertThat(kept.skipped()).hasSize(1);
        assertThat(Files.readAllBytes(good)).isEqualTo(goodBytes);
    }

    @Test
    void descriptionsOfCopies() throws Exception {
        Path file = Files.write(source.resolve("x.npy"), SmallFiles.npy("|u1", "3, 4, 4", counting(48)));
        Files.write(source.resolve("y.npy"), SmallFiles.npy("<i8", "3,", longs(1, 2, 1)));
        KeptData kept = own.open(file, ALL, ImportProgress.NONE);
        Path description = kept.folder().resolve(KeptData.DESCRIPTION);
        byte[] whole = Files.readAllBytes(description);
        Fuzz.run(7, List.of(whole), 64 * MEGABYTE, bytes -> {
            Files.write(description, bytes);
            KeptData read = KeptData.read(kept.folder());
            ImageSet set = read.test();
            assertThat(set.size()).isEqualTo(read.dataset().testSize());
            set.image(0);
        });
    }

    @Test
    void copies() throws Exception {
        Path file = Files.write(source.resolve("x.npy"), SmallFiles.npy("|u1", "3, 4, 4", counting(48)));
        Files.write(source.resolve("y.npy"), SmallFiles.npy("<i8", "3,", longs(1, 2, 1)));
        KeptData kept = own.open(file, ALL, ImportProgress.NONE);
        byte[] whole = Files.readAllBytes(kept.file());
        Fuzz.run(8, List.of(whole), 16 * MEGABYTE, bytes -> {
            Files.write(kept.file(), bytes);
            ImageSet set = kept.test();
            for (int i = 0; i < set.size(); i++) {
                assertThat(set.label(i)).isBetween(0, 1);
                set.image(i);
            }
        });
    }

    @Test
    void smallFilesThatUnpackToMuchOrClaimToAreRefused() throws IOException {
        byte[] zeros = new byte[60_000_000];
        refused("bomb.csv.gz", gzip(zeros));
        refused("text.csv.gz", gzip("1".repeat(60_000_000).getBytes(StandardCharsets.US_ASCII)));
        refused("huge.idx.gz", gzip(SmallFiles.idx(8, new byte[0], 100_000, 100_000, 100_000)));
        refused("wide.idx", SmallFiles.idx(8, new byte[0], 1, 100_000, 100_000));
        refused("huge.npy", SmallFiles.npy("|u1", "100000, 100000", new byte[0]));
        refused("overflow.npy", SmallFiles.npy("|u1", "65536, 65536, 65536, 65536", new byte[0]));
        refused("huge.npz", zip("x.npy", SmallFiles.npy("<f8", "100000, 100000", new byte[0])));
        refused("bomb.npz", zip("x.npy", SmallFiles.npy("|u1", "1, 60000000", zeros)));
    }

    private void refused(String name, byte[] bytes) throws IOException {
        Path file = Files.write(source.resolve(name), bytes);
        var threads = (com.sun.management.ThreadMXBean) java.lang.management.ManagementFactory.getThreadMXBean();
        long start = threads.getCurrentThreadAllocatedBytes();
        assertThatThrownBy(() -> own.open(file, ALL, ImportProgress.NONE))
                .as(name)
                .isInstanceOf(InputException.class);
        assertThat(threads.getCurrentThreadAllocatedBytes() - start).as(name).isLessThan(100 * MEGABYTE);
    }
}
