package elboroom.app;

import elboroom.app.explore.Workspace;
import elboroom.data.Home;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

/** A test of the real window, of which every test method has one. */
abstract class WindowTest extends ApplicationTest {
    Room room;
    /** Of the window. */
    Stage stage;

    /** Shows a window of 1280×800. */
    final void show(Stage shown, Workspace workspace, Home home) {
        stage = shown;
        room = new Room(workspace, home, WindowState.INITIAL);
        stage.setScene(room.scene(1280, 800));
        stage.show();
    }

    /** Shows one with the models and data that come along. */
    final void show(Stage shown, Path user, String tab) {
        Home real = Home.locate();
        Home home = new Home(real.assets(), real.pretrained(), user);
        show(shown, new StoredWorkspace(home), home);
        room.shell().tabProperty().set(tab);
    }

    /** Waits for what is being computed and for what follows from it in the window. */
    final void settle() throws TimeoutException {
        WindowProbe.settle(room);
    }

    final void await(BooleanSupplier condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(
                60,
                TimeUnit.SECONDS,
                () -> WaitForAsyncUtils.asyncFx(condition::getAsBoolean).get());
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** Chooses a model and waits until it is shown. */
    final void open(String model) throws TimeoutException {
        settle();
        interact(() -> room.explore().chooseModel(model));
        settle();
    }

    final String text(String id) {
        return lookup("#" + id).queryLabeled().getText();
    }

    /** Ends the window's threads. */
    @AfterEach
    final void closeRoom() throws Exception {
        if (room != null) {
            interact(room::close);
            room.ended().get(20, TimeUnit.SECONDS);
        }
    }
}
