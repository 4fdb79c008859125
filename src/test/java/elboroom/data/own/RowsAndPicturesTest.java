package elboroom.data.own;

import static elboroom.data.own.SmallFiles.gzip;
import static elboroom.data.own.SmallFiles.npy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import elboroom.data.ImageSet;
import elboroom.data.ImageShape;
import elboroom.data.InputException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Text with a row for each image, and folders of pictures. */
final class RowsAndPicturesTest extends OwnDataCase {
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

    /** Images of noise, of binary noise, or black at the border, and a label of 0 to 3 before or after the pixels. */
    @ParameterizedTest
    @CsvSource({
        "levels, first, false",
        "levels, last, false",
        "levels, first, true",
        "levels, last, true",
        "shares, first, false",
        "shares, last, false",
        "shares, first, true",
        "shares, last, true",
        "binary, first, false",
        "binary, last, false",
        "border, first, false",
        "border, last, false"
    })
    void labelsAreToldFromPixelsByTheirNumbers(String kind, String place, boolean sorted) throws IOException {
        Random random = new Random(3);
        StringBuilder text = new StringBuilder();
        for (int row = 0; row < 60; row++) {
            int label = sorted ? row / 55 : row * 7 % 4;
            String pixels = IntStream.range(0, 16)
                    .mapToObj(i -> switch (kind) {
                        case "levels" -> String.valueOf(random.nextInt(256));
                        case "binary" -> String.valueOf(random.nextInt(2));
                        case "border" -> i > 3 && i < 12 ? String.valueOf(random.nextInt(256)) : "0";
                        default -> String.valueOf(random.nextFloat());
                    })
                    .collect(Collectors.joining(","));
            text.append(place.equals("first") ? label + "," + pixels : pixels + "," + label)
                    .append('\n');
        }
        Path file = text("noise.csv", text.toString());
        assertThat(all(file).classNames()).hasSize(sorted ? 2 : 4).startsWith("0", "1");
        assertThat(OwnData.look(file, ALL).notes())
                .contains("Column %d is taken for the labels; a first row that names a column \"label\" would tell."
                        .formatted(place.equals("first") ? 1 : 17));
    }

    @Test
    void damagedNumbersDoNotMakeTheirColumnOneOfLabels() throws IOException {
        String rows = "3,0,0,8,9\n5,0,0,8,7\n";
        assertWrong(text("a.csv", rows + "4,0,0,8,\n"), "row 3, column 5: found ''; expected a number");
        assertWrong(text("b.csv", rows + "4,0,0,8,x9\n"), "row 3, column 5: found 'x9'; expected a number");
        assertWrong(text("c.csv", "4,0,nan,8,9\n" + rows), "row 1, column 3: found 'nan'; expected a number");
    }

    @Test
    void namesOfFilesAreLeftOut() throws IOException {
        StringBuilder text = new StringBuilder("file,label,a,b,c,d\n");
        IntStream.range(0, 12).forEach(i -> text.append("%d.png,%d,1,2,3,255\n".formatted(i, i % 2)));
        Path file = text("named.csv", text.toString());
        assertThat(all(file).classNames()).containsExactly("0", "1");
        assertThat(all(file).image(0)).containsExactly(scaled(1, 2, 3, 255));
        assertThat(OwnData.look(file, ALL).notes()).contains("Column 1 numbers or names the rows and is left out.");
    }

    @Test
    void remarksAboveTheRowsAndQuotesWithinQuotesAreUnderstood() throws IOException {
        ImageSet set = all(text("a.csv", "# made by NumPy\n\"a \"\"b\"\"\",1,2,3,255\n"));
        assertThat(set.classNames()).containsExactly("a \"b\"");
        assertThat(set.image(0)).containsExactly(scaled(1, 2, 3, 255));
        assertThat(all(text("b.csv", "# label,a,b,c,d\n5,1,2,3,255\n")).classNames())
                .containsExactly("5");
        assertWrong(text("c.csv", "\"a\nb\",1,2,3,4\n"), "rows of 0 numbers");
    }

    @Test
    void rowsMayEndWithASeparator() throws IOException {
        ImageSet set = all(text("a.csv", "label,a,b,c,d\n7,1,2,3,255,\n8,1,2,3,254,\n"));
        assertThat(set.classNames()).containsExactly("7", "8");
        assertThat(sorted(set)[1]).containsExactly(scaled(1, 2, 3, 255));
        assertThat(all(text("b.csv", "1,2,3,255,\n")).image(0)).containsExactly(scaled(1, 2, 3, 255));
    }

    @Test
    void bitmapsOfEverySizeAreRead() throws IOException {
        for (int side = 1; side <= 40; side++) {
            SmallFiles.image(folder.resolve("f/%02d.bmp".formatted(side)), side, side, 0xffffff);
        }
        KeptData kept = data.open(folder.resolve("f"), ALL, ImportProgress.NONE);
        assertThat(kept.skipped()).isEmpty();
        assertThat(kept.test().size()).isEqualTo(40);
    }

    @Test
    void theFourInksOfPrintBecomeColoursAsInOtherPrograms() throws IOException {
        Files.createDirectory(folder.resolve("f"));
        // 8×8 pixels of cyan 100, magenta 170, yellow 236 and black 40 of 255, by Pillow.
        Files.copy(Path.of("src/test/resources/images/inks.jpg"), folder.resolve("f/inks.jpg"));
        float[] image = all(folder.resolve("f")).image(0);
        float[] expected = scaled(131, 72, 16);
        for (int i = 0; i < image.length; i++) {
            assertThat(image[i]).isCloseTo(expected[i % 3], within(2 / 255f));
        }
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
        Understanding look = OwnData.look(folder.resolve("f"), ALL);
        assertThat(look.count()).isEqualTo(1);
        assertThat(look.counted()).isTrue();
        KeptData kept = data.open(folder.resolve("f"), ALL, ImportProgress.NONE);
        assertThat(kept.test().size()).isEqualTo(1);
        assertThat(kept.skipped()).hasSize(3);
        assertThat(kept.skipped()).anyMatch(l -> l.contains("b.png")).anyMatch(l -> l.contains("c.jpg: is empty"));
        assertThat(kept.skipped()).allMatch(l -> l.lines().count() == 1);
        assertThat(data.kept(e -> {}).get(0).skipped()).isEqualTo(kept.skipped());
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
}
