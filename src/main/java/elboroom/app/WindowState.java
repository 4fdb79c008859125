package elboroom.app;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import elboroom.app.compare.CompareState;
import elboroom.app.explore.ExploreState;
import elboroom.app.lessons.KeptLesson;
import elboroom.app.recent.Recent;
import elboroom.app.train.Setup;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the window remembers from one start to the next.
 *
 * @param x of its left edge, logical pixels; null to let the system choose
 * @param y of its upper edge
 * @param width logical pixels
 * @param height logical pixels
 * @param maximised whether it fills the screen
 * @param dark whether the dark theme is on
 * @param projector whether everything is enlarged
 * @param threads that a network works on, 0 for as many as there are processors
 * @param tab that was shown
 * @param explore what was explored, or null
 * @param train what the form of the next run said, or null
 * @param compare what was compared, or null
 * @param lessons how far each has been played
 * @param recent what was opened lately, the last first
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record WindowState(
        @Nullable Double x,
        @Nullable Double y,
        double width,
        double height,
        boolean maximised,
        boolean dark,
        boolean projector,
        int threads,
        String tab,
        @Nullable ExploreState explore,
        @Nullable Setup train,
        @Nullable CompareState compare,
        List<KeptLesson> lessons,
        List<Recent> recent) {
    private static final double LEAST_WIDTH = 640;
    private static final double LEAST_HEIGHT = 480;

    /** Of the first start. */
    public static final WindowState INITIAL = new WindowState(
            null, null, 1280, 800, false, false, false, 0, "explore", null, null, null, List.of(), List.of());

    public WindowState {
        width = Double.isFinite(width) ? Math.max(LEAST_WIDTH, width) : LEAST_WIDTH;
        height = Double.isFinite(height) ? Math.max(LEAST_HEIGHT, height) : LEAST_HEIGHT;
        threads = Math.max(0, threads);
        tab = tab == null ? "explore" : tab;
        lessons = lessons == null ? List.of() : List.copyOf(lessons);
        recent = recent == null ? List.of() : List.copyOf(recent);
    }
}
