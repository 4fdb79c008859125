package elboroom.app.explore;

import elboroom.app.explore.Workspace.DataChoice;
import elboroom.app.explore.Workspace.ModelChoice;
import elboroom.data.InputException;
import java.util.Comparator;

/** Which model goes with which data: their images must be of the same shape, and best are those it was trained on. */
final class Pairing {
    private final Workspace workspace;

    Pairing(Workspace workspace) {
        this.workspace = workspace;
    }

    /**
     * Another model, on the split of the data it was trained on that corresponds to the one shown.
     *
     * @throws InputException if there is no such model, or it takes images of another shape
     */
    ExploreState withModel(ExploreState now, String name) {
        ModelChoice model = workspace.find(name);
        DataChoice before = data(now.data());
        // Best its own data, then what is shown, then whatever it can take.
        DataChoice shown = workspace.data().stream()
                .filter(data -> data.shape().equals(model.shape()))
                .min(Comparator.comparing((DataChoice data) -> !data.dataset().equals(model.dataset()))
                        .thenComparing(data -> !data.dataset().equals(before.dataset()))
                        .thenComparing(data -> !data.split().equals(before.split())))
                .orElse(before);
        requireSameShape(model, shown);
        ExploreState next = ExploreState.start(name, shown.id(), model.latentSize())
                .show(now.layers())
                .draw(now.strokes());
        return shown.equals(before)
                ? next.select(now.selected())
                        .colour(now.colour())
                        .hide(now.hidden())
                        .drawing(now.drawing())
                : next.drawing(now.drawing());
    }

    /**
     * Other data, seen through the same model, or, if that takes images of another shape, through one for them.
     *
     * @throws InputException if there is no such data, or no model for it
     */
    ExploreState withData(ExploreState now, String id) {
        DataChoice data = data(id);
        if (workspace.find(now.model()).shape().equals(data.shape())) {
            return now.withData(id);
        }
        ModelChoice other = workspace.models().stream()
                .filter(model -> model.shape().equals(data.shape()))
                .min(Comparator.comparing(model -> !model.dataset().equals(data.dataset())))
                .orElseThrow(() -> new InputException(
                        "%s has images of %s, which no model takes yet: train one on it in the Train tab"
                                .formatted(data.title(), data.shape())));
        return ExploreState.start(other.name(), id, other.latentSize()).show(now.layers());
    }

    /** A remark when the data is not what the model was trained on, empty otherwise. */
    String note(ExploreState now) {
        String trained = workspace.find(now.model()).dataset();
        DataChoice shown = data(now.data());
        return trained.equals(shown.dataset())
                ? ""
                : "trained on %s, shown on %s".formatted(titleOf(trained), shown.title());
    }

    private DataChoice data(String id) {
        return workspace.data().stream()
                .filter(choice -> choice.id().equals(id))
                .findFirst()
                .orElseThrow(
                        () -> new InputException("data '%s': not found; expected one from the list".formatted(id)));
    }

    private String titleOf(String dataset) {
        return workspace.data().stream()
                .filter(data -> data.dataset().equals(dataset))
                .map(DataChoice::title)
                .findFirst()
                .orElse(dataset);
    }

    private static void requireSameShape(ModelChoice model, DataChoice data) {
        if (!model.shape().equals(data.shape())) {
            throw new InputException(
                    "%s takes images of %s, but %s has images of %s: choose data and model of the same shape"
                            .formatted(model.title(), model.shape(), data.title(), data.shape()));
        }
    }
}
