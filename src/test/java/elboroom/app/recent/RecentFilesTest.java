package elboroom.app.recent;

import static org.assertj.core.api.Assertions.assertThat;

import elboroom.app.concurrent.WorkQueue;
import elboroom.app.recent.Recent.Kind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RecentFilesTest {
    @TempDir
    Path folder;

    private final LinkedBlockingQueue<Runnable> ui = new LinkedBlockingQueue<>();
    private final WorkQueue worker = new WorkQueue("test", ui::add, failure -> {});
    private final RecentFiles files = new RecentFiles(List.of(), worker);

    @AfterEach
    void close() {
        worker.close();
    }

    @Test
    void theLastIsFirstEachOnceAndOnlySoManyOfAKind() {
        files.add(Kind.DATA, folder.resolve("images"));
        for (int i = 0; i < 12; i++) {
            files.add(Kind.VIEW, folder.resolve("v" + i));
        }
        files.add(Kind.VIEW, folder.resolve("v7"));
        assertThat(files.paths(Kind.VIEW))
                .hasSize(RecentFiles.MOST)
                .startsWith(
                        folder.resolve("v7").toString(), folder.resolve("v11").toString())
                .doesNotHaveDuplicates();
        assertThat(files.paths(Kind.DATA))
                .containsExactly(folder.resolve("images").toString());
        assertThat(new RecentFiles(files.all(), worker).all()).isEqualTo(files.all());
    }

    @Test
    void whatIsGoneIsFoundWithoutWaiting() throws Exception {
        Path there = Files.writeString(folder.resolve("there"), "");
        files.add(Kind.MODEL, there);
        files.add(Kind.MODEL, folder.resolve("gone"));
        List<Set<String>> told = new ArrayList<>();
        files.findGone(Kind.MODEL, told::add);
        while (told.isEmpty()) {
            Runnable update = ui.poll(20, TimeUnit.SECONDS);
            assertThat(update).isNotNull();
            update.run();
        }
        assertThat(told.get(0)).containsExactly(folder.resolve("gone").toString());
    }
}
