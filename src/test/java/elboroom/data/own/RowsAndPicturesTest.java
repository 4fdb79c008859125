package elboroom.data.own;

import static elboroom.data.own.SmallFiles.gzip;
import static elboroom.data.own.SmallFiles.npy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import elboroom.data.ImageSet;
import elboroom.data.ImageShape;
import elboroom.data.InputException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
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
