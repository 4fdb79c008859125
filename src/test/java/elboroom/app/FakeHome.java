package elboroom.app;

import elboroom.data.Home;
import java.nio.file.Path;

/** The data that come with the program, and a user who is not the one at the computer. */
public final class FakeHome {
    private FakeHome() {}

    /** @param user folder in which everything is kept */
    public static Home at(Path user) {
        return new Home(Path.of("assets"), user.resolve("pretrained"), user);
    }
}
