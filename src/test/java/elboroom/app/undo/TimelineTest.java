package elboroom.app.undo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TimelineTest {
    private final List<String> followed = new ArrayList<>();
    private final Timeline<String> timeline = new Timeline<>("start", this::follow);

    /** As a map that fits itself to what it is given, and says so. */
    private void follow(String next) {
        followed.add(next);
        if (next.equals("model")) {
            timeline.amend("model, fitted");
        }
    }

    @Test
    void whatIsAmendedWhileAStateIsFollowedIsThePresent() {
        timeline.change("model", null);
        assertThat(timeline.present()).isEqualTo("model, fitted");
        assertThat(timeline.stateProperty().get()).isEqualTo("model, fitted");
        assertThat(followed).containsExactly("model", "model, fitted");
        timeline.undo();
        assertThat(timeline.stateProperty().get()).isEqualTo("start");
        timeline.redo();
        assertThat(timeline.stateProperty().get()).isEqualTo("model, fitted");
    }
}
