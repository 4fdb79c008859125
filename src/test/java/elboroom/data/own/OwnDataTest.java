package elboroom.data.own;

import static elboroom.data.own.SmallFiles.counting;
import static elboroom.data.own.SmallFiles.floats;
import static elboroom.data.own.SmallFiles.gzip;
import static elboroom.data.own.SmallFiles.idx;
import static elboroom.data.own.SmallFiles.longs;
import static elboroom.data.own.SmallFiles.npy;
import static elboroom.data.own.SmallFiles.zip;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import elboroom.data.Catalogue;
import elboroom.data.ImageSet;
import elboroom.data.ImageShape;
import elboroom.data.InputException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OwnDataTest {
    /** All images for both splits, so that every value can be looked for. */
    private static final ImportOptions ALL = ImportOptions.USUAL.withSplit(0, 0);

    @TempDir
    private Path folder;

    private OwnData data;

    @BeforeEach
    void keepCopiesInAFolderOfTheirOwn() {
        data = new OwnData(folder.resolve("user"));
    }

    private Path file(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }

    private Path text(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private ImageSet all(Path path) {
        return all(path, ALL);
    }

    private ImageSet all(Path path, ImportOptions options) {
        return data.open(path, options, ImportProgress.NONE).test();
    }

    /** The images of a set by label, in the order of their first value. */
    private static float[][] sorted(ImageSet set) {
        return Stream.iterate(0, i -> i + 1)
                .limit(set.size())
                .map(set::image)
                .sorted(Arrays::compare)
                .toArray(float[][]::new);
    }

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

    private static float[] scaled(float... levels) {
        for (int i = 0; i < levels.length; i++) {
            levels[i] /= 255;
        }
        return levels;
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

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t", "|", " "})
    void theSeparatorIsFoundOut(String separator) throws IOException {
        Path file = text("a.csv", "label,p0,p1,p2,p3\ncat,0,1,2,3\ndog,4,5,6,255\n".replace(",", separator));
        ImageSet set = all(file);
        assertThat(set.classNames()).containsExactly("cat", "dog");
        assertThat(sorted(set)[1]).containsExactly(scaled(4, 5, 6, 255));
    }

    @Test
    void withoutHeaderTheFirstColumnIsTheLabelWhereTheOthersAreASquare() throws IOException {
        ImageSet set = all(text("a.csv", "5,0,0,0,9\r\n3,0,0,8,0\r\n"));
        assertThat(set.shape()).isEqualTo(new ImageShape(2, 2, 1));
        assertThat(set.classNames()).containsExactly("3", "5");
    }

    @Test
    void theLastColumnIsTheLabelWhereTheFirstSaysNothing() throws IOException {
        assertThat(all(text("a.csv", "0,1,2,9,5\n0,3,4,9,6\n")).classNames()).containsExactly("5", "6");
    }

    @Test
    void whatPandasWritesIsUnderstood() throws IOException {
        ImageSet set = all(text("a.csv", ",0,1,2,3,label\n0,0.0,0.5,0.25,1.0,b\n1,0.0,0.0,0.0,0.0,a\n"));
        assertThat(set.shape()).isEqualTo(new ImageShape(2, 2, 1));
        assertThat(set.classNames()).containsExactly("a", "b");
        assertThat(sorted(set)[1]).containsExactly(0, 0.5f, 0.25f, 1);
    }

    @Test
    void quotesByteOrderMarkDecimalCommaAndBlankLinesAreNoObstacle() throws IOException {
        ImageSet set = all(text("a.csv", "\ufeff\"class\";a;b;c;d\n\n\"Zürich, Ost\";0,5;1,0;0;0\n\n"));
        assertThat(set.classNames()).containsExactly("Zürich, Ost");
        assertThat(set.image(0)).containsExactly(0.5f, 1, 0, 0);
    }

    @Test
    void rowsMayBeImagesThatAreNotSquare() throws IOException {
        Path file = text("a.csv", "1,2,3,4,5,6\n6,5,4,3,2,1\n");
        assertThat(all(file, ALL.withShape("2x3")).shape()).isEqualTo(new ImageShape(2, 3, 1));
        assertThatThrownBy(() -> all(file))
                .isInstanceOf(InputException.class)
                .hasMessageContainingAll("a.csv", "6", "--shape");
    }

    @Test
    void flatRowsAreScaledAndTurnedGreyToo() throws IOException {
        Path grey = text("grey.csv", "9,10,10,20,20,10,10,20,20,30,30,40,40,30,30,40,40\n");
        ImageSet small = all(grey, ALL.withShape("2"));
        assertThat(small.classNames()).containsExactly("9");
        assertThat(small.image(0)).containsExactly(scaled(10, 20, 30, 40));
        Path colour =
                file("colour.npy", npy("|u1", "1, 12", new byte[] {100, 0, 0, 0, 100, 0, 0, 0, 100, 100, 100, 100}));
        assertThat(all(colour).shape()).isEqualTo(new ImageShape(2, 2, 3));
        assertThat(all(colour, ALL.withChannels(1)).image(0)).hasSize(4);
        assertThat(all(text("wanted.csv", "7" + ",1".repeat(99) + "\n"), ALL.withShape("9x11"))
                        .shape())
                .isEqualTo(new ImageShape(9, 11, 1));
    }

    @Test
    void aFolderHasAClassForEachSubFolder() throws IOException {
        SmallFiles.image(folder.resolve("f/cat/a.png"), 6, 6, 0x808080);
        SmallFiles.image(folder.resolve("f/cat/b.bmp"), 6, 6, 0x202020);
        SmallFiles.image(folder.resolve("f/dog/c.gif"), 6, 6, 0xffffff);
        Files.writeString(folder.resolve("f/notes.txt"), "not an image");
        ImageSet set = all(folder.resolve("f"));
        assertThat(set.shape()).isEqualTo(new ImageShape(6, 6, 1));
        assertThat(set.classNames()).containsExactly("cat", "dog");
        float[][] images = sorted(set);
        assertThat(images[0]).containsOnly(0x20 / 255f);
        assertThat(images[1]).containsOnly(0x80 / 255f);
        assertThat(images[2]).containsOnly(1);
        assertThat(OwnData.look(folder.resolve("f"), ALL).notes()).anyMatch(note -> note.contains("1 file"));
    }

    @Test
    void colourIsKeptUnlessGreyIsAskedFor() throws IOException {
        SmallFiles.image(folder.resolve("f/a.png"), 4, 3, 0xff8000);
        SmallFiles.image(folder.resolve("f/b.jpg"), 4, 3, 0xffffff);
        ImageSet colour = all(folder.resolve("f"));
        assertThat(colour.shape()).isEqualTo(new ImageShape(3, 4, 3));
        assertThat(Arrays.copyOf(sorted(colour)[0], 3)).containsExactly(scaled(255, 128, 0));
        ImageSet grey = all(folder.resolve("f"), ALL.withChannels(1));
        assertThat(sorted(grey)[0][0]).isEqualTo(Math.round(0.299f * 255 + 0.587f * 128) / 255f);
    }

    @Test
    void largeImagesAreCroppedOrPadded() throws IOException {
        SmallFiles.image(folder.resolve("f/a.png"), 200, 100, 0xffffff);
        SmallFiles.image(folder.resolve("f/b.png"), 80, 90, 0xffffff);
        ImageSet cropped = all(folder.resolve("f"));
        assertThat(cropped.shape()).isEqualTo(new ImageShape(32, 32, 1));
        assertThat(cropped.images(0, 2)).containsOnly(1);
        ImageSet padded = all(folder.resolve("f"), ALL.withShape("28").withFit(ImportOptions.Fit.PAD));
        float[] wide = sorted(padded)[0];
        assertThat(wide[6 * 28]).isZero();
        assertThat(wide[7 * 28]).isEqualTo(1);
        assertThat(wide[20 * 28 + 27]).isEqualTo(1);
        assertThat(wide[21 * 28 + 27]).isZero();
    }

    @Test
    void unreadableImagesAreLeftOutAndNamed() throws IOException {
        SmallFiles.image(folder.resolve("f/a.png"), 4, 4, 0xffffff);
        byte[] whole = Files.readAllBytes(SmallFiles.image(folder.resolve("f/b.png"), 4, 4, 0x808080));
        Files.write(folder.resolve("f/b.png"), Arrays.copyOf(whole, whole.length / 2));
        Files.write(folder.resolve("f/c.jpg"), new byte[0]);
        Files.writeString(folder.resolve("f/d.gif"), "no image");
        KeptData kept = data.open(folder.resolve("f"), ALL, ImportProgress.NONE);
        assertThat(kept.test().size()).isEqualTo(1);
        assertThat(kept.skipped()).hasSize(3);
        assertThat(kept.skipped()).anyMatch(l -> l.contains("b.png")).anyMatch(l -> l.contains("c.jpg: is empty"));
        assertThat(kept.skipped()).allMatch(l -> l.lines().count() == 1);
        assertThat(data.kept(e -> {}).get(0).skipped()).isEqualTo(kept.skipped());
    }

    @Test
    void aSplitFollowsFromTheSeed() throws IOException {
        Path file = file("x.npy", npy("|u1", "200, 1, 1", counting(200)));
        ImportOptions options = ImportOptions.USUAL.withSplit(0.25, 5);
        ImageSet train = data.open(file, options, ImportProgress.NONE).train();
        ImageSet test = data.open(file, options, ImportProgress.NONE).test();
        assertThat(train.size()).isEqualTo(150);
        assertThat(test.size()).isEqualTo(50);
        Set<Float> together = new HashSet<>();
        for (float value : train.images(0, 150)) {
            together.add(value);
        }
        for (float value : test.images(0, 50)) {
            together.add(value);
        }
        assertThat(together).hasSize(200);
        OwnData other = new OwnData(folder.resolve("other"));
        assertThat(other.open(file, options, ImportProgress.NONE).test().checksum())
                .isEqualTo(test.checksum());
        assertThat(data.open(file, ImportOptions.USUAL.withSplit(0.25, 6), ImportProgress.NONE)
                        .test()
                        .checksum())
                .isNotEqualTo(test.checksum());
    }

    @Test
    void theFirstImagesAreASetOfTheirOwn() throws IOException {
        ImageSet set = all(file("x.npy", npy("|u1", "4, 1, 1", counting(4))));
        assertThat(set.first(2).size()).isEqualTo(2);
        assertThat(set.first(2).image(1)).isEqualTo(set.image(1));
        assertThat(set.first(9)).isSameAs(set);
        assertThatThrownBy(() -> set.first(0)).isInstanceOf(InputException.class);
        assertThatThrownBy(() -> set.first(2).label(2)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void aCopyIsUsedAgainUntilTheSourceChanges() throws IOException {
        Path file = file("x.npy", npy("|u1", "1, 1, 1", new byte[] {1}));
        KeptData first = data.open(file, ALL, ImportProgress.NONE);
        assertThat(data.open(file, ALL, ImportProgress.NONE).file()).isEqualTo(first.file());
        Files.write(file, npy("|u1", "1, 1, 1", new byte[] {(byte) 255}));
        Files.setLastModifiedTime(file, FileTime.fromMillis(123_456_789));
        KeptData second = data.open(file, ALL, ImportProgress.NONE);
        assertThat(second.dataset().id()).isEqualTo(first.dataset().id());
        assertThat(second.test().image(0)).containsExactly(1);
        Catalogue catalogue = new Catalogue(List.of());
        data.addTo(catalogue, e -> {});
        assertThat(catalogue.open(first.dataset().testId()).image(0)).containsExactly(1);
        OwnData.forget(second);
        assertThat(data.kept(e -> {})).isEmpty();
    }

    @Test
    void newLabelsBesideAnArrayAreNoticed() throws IOException {
        Path file = file("x.npy", npy("|u1", "2, 1, 1", new byte[] {1, 2}));
        Path labels = file("y.npy", npy("<i8", "2,", longs(3, 4)));
        assertThat(all(file).classNames()).containsExactly("3", "4");
        Files.write(labels, npy("<i8", "2,", longs(5, 6)));
        Files.setLastModifiedTime(labels, FileTime.fromMillis(System.currentTimeMillis() + 5000));
        assertThat(all(file).classNames()).containsExactly("5", "6");
    }

    @Test
    void nothingIsKeptOfWhatIsWrongOrCancelled() throws IOException {
        Path file = text("a.csv", "1,2,3,4\n" + "1,2,3,4\n".repeat(200) + "1,2,3,x\n");
        assertThatThrownBy(() -> all(file))
                .isInstanceOf(InputException.class)
                .hasMessageContainingAll("a.csv", "row 202, column 4", "'x'", "expected a number");
        Path good = text("b.csv", "1,2,3,4\n".repeat(300));
        int[] asked = {0};
        assertThatThrownBy(() -> data.open(good, ALL, new ImportProgress() {
                    @Override
                    public void at(double share) {
                        assertThat(share).isBetween(0.0, 1.0);
                    }

                    @Override
                    public boolean cancelled() {
                        return ++asked[0] > 100;
                    }
                }))
                .isInstanceOf(CancellationException.class);
        assertThat(asked[0]).isEqualTo(101);
        assertThat(data.kept(e -> {})).isEmpty();
        try (Stream<Path> left = Files.walk(folder.resolve("user"))) {
            assertThat(left.filter(Files::isRegularFile)).isEmpty();
        }
    }

    @Test
    void aDamagedCopyIsToldAndMadeAgain() throws IOException {
        Path file = file("x.npy", npy("|u1", "2, 1, 1", new byte[] {1, 2}));
        KeptData kept = data.open(file, ALL, ImportProgress.NONE);
        Files.write(kept.file(), new byte[3]);
        assertThatThrownBy(kept::test).isInstanceOf(InputException.class).hasMessageContaining("3 bytes");
        Files.writeString(kept.folder().resolve("data.properties"), "format=something else\n");
        assertThat(data.open(file, ALL, ImportProgress.NONE).test().size()).isEqualTo(2);
    }

    @Test
    void pathsMayBeLongAndInAnyAlphabet() throws IOException {
        Path deep = folder;
        for (int i = 0; i < 20; i++) {
            deep = deep.resolve("папка-数据-" + i);
        }
        SmallFiles.image(deep.resolve("größe/ä ö ü.png"), 3, 3, 0xffffff);
        KeptData kept = data.open(deep, ALL, ImportProgress.NONE);
        assertThat(kept.dataset().classNames()).containsExactly("größe");
        assertThat(data.kept(e -> {}).get(0).dataset().classNames()).containsExactly("größe");
        assertThat(data.kept(e -> {}).get(0).source()).isEqualTo(deep.toRealPath());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1,2,3,4\\n1,2,3|row 2: found 3 columns; expected 4",
                "1,2,3,4\\n1,2,3,4,5|row 2: found 5 columns; expected 4",
                "1,2,3,-4|found -4.0; expected values from 0 to 255",
                "1,2,3,256|found 256.0; expected values",
                "1,2,,4|column 3: found ''; expected a number",
                "a,b,c,d|a header and no rows",
                "1,2,3,4\\n\\n\\n1,2|row 4: found 2 columns",
                "\\n\\n|blank lines only",
            })
    void csvSaysWhereItIsWrong(String text, String message) throws IOException {
        Path file = text("bad.csv", text.replace("\\n", "\n"));
        assertThatThrownBy(() -> all(file))
                .isInstanceOf(InputException.class)
                .hasMessageContainingAll("bad.csv", message);
    }

    @Test
    void textWithoutEndIsNotReadToItsEnd() throws IOException {
        assertWrong(file("blank.csv.gz", gzip("\n".repeat(100_000).getBytes(StandardCharsets.US_ASCII))), "blank ones");
        assertWrong(
                file("wide.csv", ",".repeat(400_000).getBytes(StandardCharsets.US_ASCII)), "more than 262,146 columns");
        assertWrong(
                file("long.csv.gz", gzip("7".repeat(7_000_000).getBytes(StandardCharsets.US_ASCII))),
                "row 1 is longer");
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

    private void assertWrong(Path path, String... parts) {
        assertThatThrownBy(() -> all(path))
                .isInstanceOf(InputException.class)
                .hasMessageContaining(path.getFileName().toString())
                .hasMessageContainingAll(parts)
                .satisfies(e -> assertThat(e.getMessage().lines()).hasSize(1));
    }

    @Test
    void aLookReadsNoMoreThanTheBeginning() throws IOException {
        Path file = text("a.csv", "label,a,b,c,d\n" + "x,0,0,0,1\n".repeat(5000) + "broken");
        Understanding look = OwnData.look(file, ALL);
        assertThat(look.kind()).isEqualTo("CSV, comma-separated, with a header, with labels");
        assertThat(look.counted()).isFalse();
        assertThat(look.count()).isBetween(4500L, 5500L);
        assertThat(look.classNames()).containsExactly("x");
        assertThat(look.scale()).isEqualTo(1);
        assertThat(look.first()).hasSize(24);
        assertThat(look.first().get(0)).containsExactly(0, 0, 0, 1);
        assertThat(folder.resolve("user")).doesNotExist();
    }
}
