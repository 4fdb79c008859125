package elboroom.app;

import de.sandec.jmemorybuddy.JMemoryBuddy;
import elboroom.app.explore.FakeWorkspace;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.Node;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** What is closed can be forgotten. */
final class MemoryTest {
    @TempDir
    Path user;

    @Test
    void aClosedWindowLeavesNothingOfItsTabs() throws Exception {
        FxToolkit.registerPrimaryStage();
        JMemoryBuddy.memoryTest(check -> {
            AtomicReference<Stage> window = new AtomicReference<>();
            AtomicReference<Room> open = new AtomicReference<>();
            WaitForAsyncUtils.waitForAsyncFx(20_000, () -> {
                Room room = new Room(new FakeWorkspace(), FakeHome.at(user), WindowState.INITIAL);
                Stage stage = new Stage();
                stage.setScene(room.scene(1280, 800));
                stage.show();
                window.set(stage);
                open.set(room);
            });
            settle(open.get());
            for (Tab tab : open.get().tabs()) {
                WaitForAsyncUtils.waitForAsyncFx(
                        20_000, () -> open.get().shell().tabProperty().set(tab.id()));
                settle(open.get());
                Node node = WaitForAsyncUtils.waitForAsyncFx(20_000, tab::node);
                check.assertCollectable(node);
                check.assertCollectable(tab);
            }
            // The status line of most tabs follows what is explored; it must let go of the window as well.
            WaitForAsyncUtils.waitForAsyncFx(
                    20_000, () -> open.get().shell().tabProperty().set("explore"));
            settle(open.get());
            check.assertCollectable(open.get());
            check.assertCollectable(window.get());
            WaitForAsyncUtils.waitForAsyncFx(20_000, () -> {
                window.get().hide();
                open.get().close();
            });
            try {
                open.get().ended().get(20, TimeUnit.SECONDS);
            } catch (Exception e) {
                throw new AssertionError(e);
            }
            WaitForAsyncUtils.waitForFxEvents();
        });
    }

    private static void settle(Room room) {
        try {
            WindowProbe.settle(room);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
