package elboroom.app.view;

import java.nio.file.Path;

/** Checks views without showing them. */
public final class ViewsProbe {
    private ViewsProbe() {}

    /** @throws elboroom.data.InputException if these bytes are no view that can be shown */
    public static void check(ViewsModel views, Path file, byte[] bytes) {
        views.check(file, views.with(ViewFile.parse(file, bytes)));
    }
}
