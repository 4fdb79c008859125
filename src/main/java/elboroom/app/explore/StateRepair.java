package elboroom.app.explore;

import elboroom.app.explore.Workspace.DataChoice;
import elboroom.app.explore.Workspace.ModelChoice;
import elboroom.data.InputException;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Makes a state that was stored fit what there is now: models and data may have gone, or changed. */
final class StateRepair {
    private StateRepair() {}

    static ExploreState usable(Workspace workspace, @Nullable ExploreState stored, Consumer<String> messages) {
        if (workspace.models().isEmpty() || workspace.data().isEmpty()) {
            throw new InputException(workspace.problems().stream()
                    .findFirst()
                    .orElse("pretrained: holds no model; expected folders with a model each, beside the program"));
        }
        if (stored == null) {
            return first(workspace);
        }
        Optional<ModelChoice> model = model(workspace, stored.model());
        Optional<DataChoice> data = workspace.data().stream()
                .filter(choice -> choice.id().equals(stored.data()))
                .findFirst();
        if (model.isEmpty() || data.isEmpty()) {
            messages.accept((model.isEmpty() ? "model " + stored.model() : "data " + stored.data())
                    + " of the last time is no longer there: starting afresh");
            return first(workspace);
        }
        return fits(stored, model.get(), data.get()) ? stored : fresh(workspace, model.get());
    }

    private static Optional<ModelChoice> model(Workspace workspace, String name) {
        try {
            return Optional.of(workspace.find(name));
        } catch (InputException e) {
            return Optional.empty();
        }
    }

    private static boolean fits(ExploreState stored, ModelChoice model, DataChoice data) {
        return stored.latent().size() == model.latentSize()
                && stored.latent().stream().allMatch(Double::isFinite)
                && stored.plane().fits(model.latentSize())
                && stored.selected() < data.size()
                && data.shape().equals(model.shape());
    }

    private static ExploreState first(Workspace workspace) {
        return fresh(workspace, workspace.models().get(0));
    }

    private static ExploreState fresh(Workspace workspace, ModelChoice model) {
        DataChoice data = workspace.data().stream()
                .filter(choice -> choice.shape().equals(model.shape()))
                .filter(choice -> choice.dataset().equals(model.dataset()))
                .findFirst()
                .orElse(workspace.data().get(0));
        return ExploreState.start(model.name(), data.id(), model.latentSize());
    }
}
