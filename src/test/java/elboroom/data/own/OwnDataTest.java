package elboroom.data.own;

import static elboroom.data.own.SmallFiles.counting;
import static elboroom.data.own.SmallFiles.longs;
import static elboroom.data.own.SmallFiles.npy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import elboroom.data.Catalogue;
import elboroom.data.ImageSet;
import elboroom.data.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is kept of one's own data, where, and for how long. */
final class OwnDataTest extends OwnDataCase {
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
