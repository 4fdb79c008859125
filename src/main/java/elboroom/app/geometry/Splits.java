package elboroom.app.geometry;

import elboroom.app.explore.Workspace;
import elboroom.app.explore.Workspace.DataChoice;
import elboroom.app.explore.Workspace.ModelChoice;

/**
 * Which images a model's samples are compared with: of the data that are shown, if the model takes such images.
 *
 * @param training id of the training split
 * @param test id of the test split
 */
record Splits(String training, String test) {
    static Splits of(Workspace workspace, ModelChoice model, DataChoice data) {
        return new Splits(find(workspace, model, data, "train"), find(workspace, model, data, "test"));
    }

    private static String find(Workspace workspace, ModelChoice model, DataChoice data, String split) {
        return workspace.data().stream()
                .filter(other -> other.dataset().equals(data.dataset())
                        && other.split().equals(split)
                        && other.shape().equals(model.shape()))
                .map(DataChoice::id)
                .findFirst()
                .orElse(data.id());
    }
}
