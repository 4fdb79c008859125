package elboroom.app.evidence;

import elboroom.app.explore.ExploreModel;
import elboroom.app.explore.ExploreState;
import elboroom.app.explore.Inspection;
import elboroom.app.explore.Stroke;
import java.util.List;

/**
 * Whose evidence is looked at.
 *
 * @param image of the data; −1 for the drawing
 * @param strokes of the drawing
 */
record Subject(String model, String data, int image, List<Stroke> strokes) {
    /** What is explored: the drawing, the selected image, or the first if none is. */
    static Subject of(ExploreModel explore) {
        ExploreState state = explore.state();
        Inspection looked = explore.inspectionProperty().get();
        boolean drawn = state.drawing() && !state.strokes().isEmpty() && looked != null;
        return new Subject(
                state.model(),
                state.data(),
                drawn ? -1 : Math.max(0, state.selected()),
                drawn ? state.strokes() : List.of());
    }
}
