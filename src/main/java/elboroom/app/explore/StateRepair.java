package elboroom.app.explore;

import elboroom.app.explore.Workspace.DataChoice;
import elboroom.app.explore.Workspace.ModelChoice;
import elboroom.data.InputException;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Makes a state that was stored fit what there is now: models and data may have gone, or changed. */
public final class StateRepair {
    private StateRepair() {}

    /**
     * A state that can be shown: what was stored, or what of it there still is.
     *
     * @throws InputException if there is no model, or no data for any
     */
    public static ExploreState usable(Workspace workspace, @Nullable ExploreState stored, Consumer<String> messages) {
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
        boolean any = workspace.data().stream()
                .anyMatch(choice -> choice.shape().equals(model.get().shape()));
        return fits(stored, model.get(), data.get()) ? stored : any ? fresh(workspace, model.get()) : first(workspace);
    }

    /**
     * A state that can be shown as it is.
     *
     * @throws InputException if it cannot: its model or its data is not there, or they do not fit together
     */
    public static ExploreState checked(Workspace workspace, ExploreState stored) {
        ModelChoice model = workspace.find(stored.model());
        DataChoice data = workspace.data().stream()
                .filter(choice -> choice.id().equals(stored.data()))
                .findFirst()
                .orElseThrow(() -> new InputException(
                        "data '%s': not found; expected one from the list".formatted(stored.data())));
        if (!fits(stored, model, data)) {
            throw new InputException(
                    "its plane, its place of %d numbers or its image %d do not fit; expected those of %s, with %d latent"
                                    .formatted(
                                            stored.latent().size(),
                                            stored.selected(),
                                            model.title(),
                                            model.latentSize())
                            + " dimensions, and of %s, with %,d images of %s"
                                    .formatted(data.name(), data.size(), data.shape()));
        }
        return stored;
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
                && stored.selected() >= -1
                && stored.selected() < data.size()
                && data.shape().equals(model.shape());
    }

    /** The first model that there is data for. */
    private static ExploreState first(Workspace workspace) {
        return workspace.models().stream()
                .filter(model ->
                        workspace.data().stream().anyMatch(data -> data.shape().equals(model.shape())))
                .findFirst()
                .map(model -> fresh(workspace, model))
                .orElseThrow(() -> new InputException("pretrained: no model takes images of the data there is"));
    }

    private static ExploreState fresh(Workspace workspace, ModelChoice model) {
        DataChoice data = workspace.data().stream()
                .filter(choice -> choice.shape().equals(model.shape()))
                .min(Comparator.comparing(choice -> !choice.dataset().equals(model.dataset())))
                .orElseThrow();
        return ExploreState.start(model.name(), data.id(), model.latentSize());
    }
}
