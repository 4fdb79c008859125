package elboroom.app.compare;

import elboroom.app.explore.Workspace;
import elboroom.app.explore.Workspace.DataChoice;
import elboroom.app.explore.Workspace.ModelChoice;
import elboroom.data.InputException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which two models can stand side by side, and on which data: all three must agree in the shape of an image. */
final class Pairs {
    private final Workspace workspace;

    Pairs(Workspace workspace) {
        this.workspace = workspace;
    }

    /** A plain autoencoder beside a VAE that differs in nothing else; where there is none, the first models there are. */
    CompareState usual() {
        List<ModelChoice> models = workspace.models();
        for (ModelChoice code : models) {
            for (ModelChoice vae : models) {
                if (code.autoencoder()
                        && !vae.autoencoder()
                        && code.dataset().equals(vae.dataset())
                        && code.latentSize() == vae.latentSize()) {
                    return pair(code, vae);
                }
            }
        }
        ModelChoice first = models.get(0);
        return pair(first, partner(first));
    }

    /**
     * Two models by name or folder.
     *
     * @throws InputException if one is not there, or their images differ in shape
     */
    CompareState pair(String left, String right) {
        ModelChoice one = workspace.find(left);
        ModelChoice other = workspace.find(right);
        if (!one.shape().equals(other.shape())) {
            throw new InputException("%s takes images of %s, but %s images of %s: choose two models of the same shape"
                    .formatted(one.title(), one.shape(), other.title(), other.shape()));
        }
        return pair(one, other);
    }

    private CompareState pair(ModelChoice left, ModelChoice right) {
        return CompareState.start(
                SideChoice.usual(left.name(), left.latentSize()),
                SideChoice.usual(right.name(), right.latentSize()),
                dataFor(left).id());
    }

    /**
     * Another model on one side. If the other side's takes images of another shape, it gives way to one that does not; if
     * neither was trained on the data shown, those give way to the new model's.
     *
     * @throws InputException if there is no such model
     */
    CompareState withModel(CompareState now, Side side, String name) {
        ModelChoice chosen = workspace.find(name);
        ModelChoice other = workspace.find(now.side(side.other()).model());
        CompareState next = now.with(side, SideChoice.usual(chosen.name(), chosen.latentSize()))
                .look(null);
        if (!other.shape().equals(chosen.shape())) {
            ModelChoice partner = partner(chosen);
            return next.with(side.other(), SideChoice.usual(partner.name(), partner.latentSize()))
                    .withData(dataFor(chosen).id());
        }
        String shown = data(now.data()).dataset();
        boolean known = shown.equals(chosen.dataset()) || shown.equals(other.dataset());
        return known ? next : next.withData(dataFor(chosen).id());
    }

    /** The data that both models can encode. */
    List<DataChoice> dataFor(CompareState now) {
        ModelChoice model = workspace.find(now.left().model());
        return workspace.data().stream()
                .filter(data -> data.shape().equals(model.shape()))
                .toList();
    }

    /** A state that was stored, if what it names is still there and fits together; else the usual pair. */
    CompareState usable(@Nullable CompareState stored) {
        return stored != null && fits(stored) ? stored : usual();
    }

    /** @throws InputException if a state cannot be shown as it is */
    void check(CompareState stored) {
        ModelChoice left = workspace.find(stored.left().model());
        ModelChoice right = workspace.find(stored.right().model());
        DataChoice data = data(stored.data());
        if (!fits(stored)) {
            throw new InputException(
                    "%s, %s and %s do not go together as it says; expected images, planes and numbers that fit"
                            .formatted(left.title(), right.title(), data.name()));
        }
    }

    private boolean fits(CompareState stored) {
        try {
            ModelChoice left = workspace.find(stored.left().model());
            ModelChoice right = workspace.find(stored.right().model());
            DataChoice data = data(stored.data());
            return left.shape().equals(right.shape())
                    && left.shape().equals(data.shape())
                    && stored.left().plane().fits(left.latentSize())
                    && stored.right().plane().fits(right.latentSize())
                    && stored.selected() >= -1
                    && stored.selected() < data.size()
                    && Double.isFinite(stored.x())
                    && Double.isFinite(stored.y());
        } catch (InputException e) {
            return false;
        }
    }

    /**
     * A data set by its id.
     *
     * @throws InputException if there is none
     */
    DataChoice data(String id) {
        return workspace.data().stream()
                .filter(data -> data.id().equals(id))
                .findFirst()
                .orElseThrow(
                        () -> new InputException("data '%s': not found; expected one from the list".formatted(id)));
    }

    /** Another model for the same images, best of all trained on the same data; itself if there is none. */
    private ModelChoice partner(ModelChoice model) {
        return workspace.models().stream()
                .filter(other -> !other.equals(model) && other.shape().equals(model.shape()))
                .min(Comparator.comparing(other -> !other.dataset().equals(model.dataset())))
                .orElse(model);
    }

    /** Test images that the model was made for; any of the right shape if there are none. */
    private DataChoice dataFor(ModelChoice model) {
        Comparator<DataChoice> best =
                Comparator.comparing(data -> !data.dataset().equals(model.dataset()));
        Optional<DataChoice> found = workspace.data().stream()
                .filter(data -> data.shape().equals(model.shape()))
                .min(best.thenComparing(data -> !data.split().equals("test")));
        return found.orElseThrow(() -> new InputException(
                "%s takes images of %s: there is no such data".formatted(model.title(), model.shape())));
    }
}
