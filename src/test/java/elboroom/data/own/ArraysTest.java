package elboroom.data.own;

import static elboroom.data.own.SmallFiles.counting;
import static elboroom.data.own.SmallFiles.floats;
import static elboroom.data.own.SmallFiles.gzip;
import static elboroom.data.own.SmallFiles.idx;
import static elboroom.data.own.SmallFiles.longs;
import static elboroom.data.own.SmallFiles.npy;
import static elboroom.data.own.SmallFiles.zip;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import elboroom.data.ImageSet;
import elboroom.data.ImageShape;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** NumPy and IDX arrays: what they are understood to be, and what is said of wrong ones. */
final class ArraysTest extends OwnDataCase {
    @Test
    void bytesOfAnArrayAreLevels() throws IOException {
        byte[] values = counting(2 * 6);
        values[11] = (byte) 255;
        ImageSet set = all(file("x.npy", npy("|u1", "2, 2, 3", values)));
        assertThat(set.shape()).isEqualTo(new ImageShape(2, 3, 1));
        assertThat(set.classNames()).isEmpty();
        assertThat(sorted(set)[0]).containsExactly(0, 1 / 255f, 2 / 255f, 3 / 255f, 4 / 255f, 5 / 255f);
        assertThat(sorted(set)[1][5]).isEqualTo(1);
    }

    @Test
    void floatsBetween0And1StayAsTheyAre() throws IOException {
        float[] values = {0.125f, 0.3f, 1e-6f, 1};
        assertThat(all(file("x.npy", npy("<f4", "1, 4", floats(values)))).image(0))
                .containsExactly(values);
    }

    @Test
    void floatsUpTo255AreLevels() throws IOException {
        assertThat(all(file("x.npy", npy("<f4", "1, 4", floats(0, 127.5f, 51, 255))))
                        .image(0))
                .containsExactly(0, 0.5f, 0.2f, 1);
    }

    @Test
    void wholeNumbersThatArentBytesAreFoundOutLater() throws IOException {
        float[] values = new float[4 * 300];
        values[1199] = 0.5f;
        ImageSet set = all(file("x.npy", npy("<f4", "300, 4", floats(values))));
        assertThat(sorted(set)[299]).containsExactly(0, 0, 0, 0.5f);
    }

    @Test
    void channelsMayComeFirst() throws IOException {
        ImageSet first = all(file("first.npy", npy("|u1", "1, 3, 2, 2", counting(12))));
        ImageSet last = all(file("last.npy", npy("|u1", "1, 2, 2, 3", counting(12))));
        assertThat(first.shape()).isEqualTo(new ImageShape(2, 2, 3)).isEqualTo(last.shape());
        assertThat(first.image(0)).containsExactly(scaled(0, 4, 8, 1, 5, 9, 2, 6, 10, 3, 7, 11));
        assertThat(last.image(0)).containsExactly(scaled(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11));
    }

    @ParameterizedTest
    @CsvSource({"|b1,1", "<i8,8", ">i4,4", "<f8,8", "<u2,2"})
    void everyTypeOfNumberIsRead(String descr, int width) throws IOException {
        byte[] bytes = new byte[4 * width];
        if (descr.equals("<f8")) {
            java.nio.ByteBuffer.wrap(bytes)
                    .order(java.nio.ByteOrder.LITTLE_ENDIAN)
                    .putDouble(8, 1);
        } else {
            bytes[descr.startsWith(">") ? 2 * width - 1 : width] = 1;
        }
        assertThat(all(file("x.npy", npy(descr, "1, 4", bytes))).image(0)).containsExactly(0, 1, 0, 0);
    }

    @Test
    void halfPrecisionIsTheIeeeFormat() {
        assertThat(Element.half(0x3c00)).isEqualTo(1);
        assertThat(Element.half(0x3800)).isEqualTo(0.5f);
        assertThat(Element.half(0x3555)).isCloseTo(1 / 3f, within(1e-4f));
        assertThat(Element.half(0x0001)).isEqualTo((float) Math.pow(2, -24));
        assertThat(Element.half(0xc000)).isEqualTo(-2);
        assertThat(Element.half(0x7c00)).isEqualTo(Float.POSITIVE_INFINITY);
        assertThat(Element.half(0x7e00)).isNaN();
    }

    @Test
    void labelsThatAreTooFewAreSaidToBeLeftOut() throws IOException {
        Path file = file(
                "short.npz", zip("x.npy", npy("|u1", "3, 2, 2", counting(12)), "y.npy", npy("|u1", "2,", counting(2))));
        Understanding understood = OwnData.look(file, ImportOptions.USUAL);
        assertThat(understood.classNames()).isEmpty();
        assertThat(understood.notes())
                .contains("The array \"y\" has 2 values for 3 images, so it is not taken for their labels.");
    }

    @Test
    void labelsMayBeTexts() throws IOException {
        byte[] wide = "cat\0él\0\0cat\0".getBytes(Charset.forName("UTF-32LE"));
        byte[] narrow = "catélcat".getBytes(StandardCharsets.UTF_8);
        for (Path file : List.of(
                file("wide.npz", zip("x.npy", npy("|u1", "3, 4", counting(12)), "y.npy", npy("<U4", "3,", wide))),
                file(
                        "narrow.npz",
                        zip("x.npy", npy("|u1", "3, 4", counting(12)), "y.npy", npy("|S3", "3,", narrow))))) {
            ImageSet set = all(file);
            assertThat(set.classNames()).containsExactly("cat", "él");
            for (int i = 0; i < 3; i++) {
                assertThat(set.label(i)).isEqualTo(set.image(i)[0] == 4 / 255f ? 1 : 0);
            }
        }
    }

    @Test
    void labelsMayLieInAZipBeside() throws IOException {
        Path images = file("kmnist-test-imgs.npz", zip("arr_0.npy", npy("|u1", "2, 4", counting(8))));
        file("kmnist-test-labels.npz", zip("arr_0.npy", npy("|u1", "2,", new byte[] {7, 3})));
        ImageSet set = all(images);
        assertThat(set.classNames()).containsExactly("3", "7");
        for (int i = 0; i < 2; i++) {
            assertThat(set.label(i)).isEqualTo(set.image(i)[0] == 0 ? 1 : 0);
        }
    }

    @Test
    void labelsThatAreNotTakenAreSaidSo() throws IOException {
        byte[] images = npy("|u1", "2, 4", counting(8));
        assertThat(OwnData.look(
                                file("a.npz", zip("images.npy", images, "labels.npy", npy("|O", "2,", counting(8)))),
                                ImportOptions.USUAL)
                        .notes())
                .anyMatch(note -> note.startsWith("The array \"labels\" cannot be read"));
        assertThat(OwnData.look(
                                file("b.npz", zip("images.npy", images, "labels.npy", npy("|u1", "2, 3", counting(6)))),
                                ImportOptions.USUAL)
                        .notes())
                .anyMatch(note -> note.startsWith("The array \"labels\" is 2×3 uint8, so it is not taken for labels"));
    }

    /** As CIFAR comes: a row for each image, all of red first. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void planesOfColourInARowAreToldByNeighboursThatAreAlike(boolean planes) throws IOException {
        int side = 8;
        int area = side * side;
        byte[] values = new byte[3 * area];
        StringBuilder csv = new StringBuilder("4");
        for (int i = 0; i < values.length; i++) {
            int channel = planes ? i / area : i % 3;
            int pixel = planes ? i % area : i / 3;
            values[i] = (byte) (20 * channel + 4 * (pixel % side) + 7 * (pixel / side));
            csv.append(',').append(values[i]);
        }
        float[] expected = new float[values.length];
        for (int i = 0; i < expected.length; i++) {
            expected[i] = (20 * (i % 3) + 4 * (i / 3 % side) + 7 * (i / 3 / side)) / 255f;
        }
        Path array = file("x.npy", npy("|u1", "1, 192", values));
        Path text = text("x.csv", csv.append('\n').toString());
        for (Path file : List.of(array, text)) {
            assertThat(all(file).image(0)).containsExactly(expected);
            assertThat(OwnData.look(file, ALL).notes())
                    .anyMatch(note -> note.contains(planes ? "all of red, then green" : "of each pixel together"));
        }
    }

    @Test
    void oneChannelMayComeBeforeARow() throws IOException {
        assertThat(all(file("x.npy", npy("|u1", "2, 1, 9", counting(18)))).shape())
                .isEqualTo(new ImageShape(3, 3, 1));
    }

    @Test
    void aTraceBelowBlackIsBlack() throws IOException {
        assertThat(all(file("x.npy", npy("<f4", "1, 4", floats(-1e-7f, 0.5f, 0, 1))))
                        .image(0))
                .containsExactly(0, 0.5f, 0, 1);
        assertWrong(file("y.npy", npy("<f4", "1, 4", floats(-0.01f, 0.5f, 0, 1))), "found -0.01");
    }

    @Test
    void aZipOfArraysMaySayWhichImagesAreForTesting() throws IOException {
        Path file = file(
                "mnist.npz",
                zip(
                        "x_test.npy", npy("|u1", "1, 2, 2", counting(4)),
                        "x_train.npy", npy("|u1", "2, 2, 2", counting(8)),
                        "y_test.npy", npy("<i8", "1,", longs(7)),
                        "y_train.npy", npy("<i8", "2,", longs(3, 7))));
        KeptData kept = data.open(file, ImportOptions.USUAL, ImportProgress.NONE);
        assertThat(kept.dataset().trainSize()).isEqualTo(2);
        assertThat(kept.dataset().testSize()).isEqualTo(1);
        assertThat(kept.dataset().classNames()).containsExactly("3", "7");
        assertThat(kept.train().size()).isEqualTo(2);
        ImageSet test = kept.test();
        assertThat(test.size()).isEqualTo(1);
        assertThat(test.label(0)).isEqualTo(1);
        assertThat(test.image(0)).containsExactly(scaled(0, 1, 2, 3));
        assertThat(OwnData.look(file, ALL).splitItself()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"images labels", "x y", "arr_0 arr_1", "data target", "train_images train_labels"})
    void imagesAndLabelsAreToldByTheirNames(String names) throws IOException {
        String[] name = names.split(" ");
        ImageSet set = all(file(
                "set.npz",
                zip(
                        name[1] + ".npy", npy("<i8", "3, 1", longs(10, 9, 10)),
                        name[0] + ".npy", npy("|u1", "3, 4", counting(12)))));
        assertThat(set.classNames()).containsExactly("9", "10");
        assertThat(Stream.of(0, 1, 2).map(set::label)).containsExactlyInAnyOrder(1, 0, 1);
    }

    @Test
    void idxIsReadPlainOrGzippedWithItsLabels() throws IOException {
        Path images = file("train-images-idx3-ubyte", idx(8, counting(8), 2, 2, 2));
        file("train-labels-idx1-ubyte.gz", gzip(idx(8, new byte[] {4, 2}, 2)));
        ImageSet set = all(images);
        assertThat(set.classNames()).containsExactly("2", "4");
        for (int i = 0; i < 2; i++) {
            assertThat(set.label(i)).isEqualTo(set.image(i)[0] == 0 ? 1 : 0);
        }
        file("t10k-images-idx3-ubyte.gz", gzip(idx(8, counting(12), 3, 2, 2)));
        file("t10k-labels-idx1-ubyte.gz", gzip(idx(8, new byte[] {4, 2, 1}, 3)));
        KeptData both = data.open(folder, ImportOptions.USUAL, ImportProgress.NONE);
        assertThat(both.train().size()).isEqualTo(2);
        assertThat(both.test().size()).isEqualTo(3);
    }

    @Test
    void idxOfFloatsIsBigEndian() throws IOException {
        byte[] values = {0x3f, 0, 0, 0, 0x3f, (byte) 0x80, 0, 0};
        assertThat(all(file("a.idx", idx(0x0d, values, 1, 1, 2))).image(0)).containsExactly(0.5f, 1);
    }

    @Test
    void arraysSayWhatIsWrong() throws IOException {
        assertWrong(file("a.npy", npy("|u1", "2, 4", counting(7))), "holds 7 bytes", "expected 8");
        assertWrong(file("b.npy", npy("|O", "2, 4", counting(8))), "header", "expected a NumPy array of numbers");
        assertWrong(file("c.npy", npy("<f4", "1, 1, 1", floats(Float.NaN))), "image 0, value 0", "NaN");
        assertWrong(file("d.npy", npy("|u1", "100000, 100000, 100000", counting(4))), "holds 4 bytes");
        assertWrong(
                file("e.npy", npy("{'descr': '|u1', 'fortran_order': True, 'shape': (2, 2), }", counting(4))),
                "Fortran");
        assertWrong(file("f.npy", npy("|u1", "4,", counting(4))), "expected images as N×D");
        assertWrong(file("g-images-idx3-ubyte", idx(8, counting(4), 100_000, 100_000, 100_000)), "expected 1,000");
        assertWrong(file("h.npz", zip("labels.npy", npy("|u1", "4,", counting(4)))), "no array of images");
        assertWrong(file("i.bin", new byte[] {1, 2, 3, 4}), "no known kind", "01 02 03 04");
        assertWrong(file("j.npy", new byte[0]), "is empty");
        assertWrong(folder.resolve("nowhere"), "no such file or folder");
        assertWrong(Files.createDirectory(folder.resolve("none")), "holds no images");
        assertWrong(SmallFiles.image(folder.resolve("one.png"), 2, 2, 0), "single image", "folder of images");
    }
}
