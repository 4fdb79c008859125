package elboroom.app.geometry;

import elboroom.app.concurrent.Engine;
import elboroom.app.concurrent.Jobs;
import elboroom.app.explore.ExploreModel;
import elboroom.app.explore.Workspace;
import elboroom.app.explore.Workspace.DataChoice;
import elboroom.app.explore.Workspace.ModelChoice;
import elboroom.data.ImageSet;
import elboroom.model.Posterior;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * The Scores page without its looks: measures a VAE and a plain autoencoder that differs in nothing else, and the model that
 * is explored if it is neither, one after the other. For the thread of the window.
 */
public final class ScoresModel {
    private final Workspace workspace;
    private final ExploreModel explore;
    private final Engine engine;
    private final Jobs jobs;
    private final Map<String, ScoreCard> known = new HashMap<>();
    private final ReadOnlyObjectWrapper<List<ModelChoice>> models =
            new ReadOnlyObjectWrapper<>(this, "models", List.of());
    private final ReadOnlyObjectWrapper<Map<String, ScoreCard>> cards =
            new ReadOnlyObjectWrapper<>(this, "cards", Map.of());
    private @Nullable String measuring;
    private boolean seen;
    private boolean named;

    /** @param engine of this page alone */
    ScoresModel(Workspace workspace, ExploreModel explore, Engine engine, Executor ui) {
        this.workspace = workspace;
        this.explore = explore;
        this.engine = engine;
        jobs = new Jobs(engine, ui);
        explore.stateProperty().addListener((observable, was, is) -> begin());
    }

    // ---- what there is to see ----

    /** What is compared: a VAE, an autoencoder, and perhaps a third. */
    public ReadOnlyObjectProperty<List<ModelChoice>> modelsProperty() {
        return models.getReadOnlyProperty();
    }

    /** The scores that are known, by the models' names. */
    public ReadOnlyObjectProperty<Map<String, ScoreCard>> cardsProperty() {
        return cards.getReadOnlyProperty();
    }

    public ReadOnlyDoubleProperty progressProperty() {
        return jobs.progressProperty();
    }

    // ---- commands ----

    /** Measures while the page is seen. */
    void activate(boolean on) {
        seen = on;
        beginOrCancel();
    }

    /** Measures while somebody else tells the scores, too, whatever page is seen. */
    public void name(boolean on) {
        named = on;
        beginOrCancel();
    }

    private void beginOrCancel() {
        if (seen || named) {
            begin();
        } else {
            cancel();
        }
    }

    void cancel() {
        jobs.cancelAll();
        measuring = null;
    }

    void again() {
        begin();
    }

    private void begin() {
        if (!seen && !named) {
            return;
        }
        List<ModelChoice> wanted = wanted();
        if (!wanted.equals(models.get())) {
            models.set(wanted);
        }
        Optional<ModelChoice> next = wanted.stream()
                .filter(model -> !known.containsKey(model.name()))
                .findFirst();
        if (next.isEmpty()) {
            cancel();
        } else if (!next.get().name().equals(measuring)) {
            measure(next.get());
        }
    }

    private void measure(ModelChoice model) {
        jobs.cancelAll();
        measuring = model.name();
        DataChoice data = data(model);
        Splits splits = Splits.of(workspace, model, data);
        engine.open(model.title(), () -> workspace.open(model.name()));
        jobs.run(
                "scores",
                (vae, watch) -> {
                    ImageSet test = workspace.images(splits.test());
                    Posterior posterior = workspace
                            .stored(model.name(), splits.test())
                            .map(Workspace.Encoded::posterior)
                            .orElseGet(() -> vae.encode(test.images(0, test.size()), test.size()));
                    return ScoreCard.of(
                            model, splits.test(), vae, posterior, workspace.images(splits.training()), test, watch);
                },
                card -> {
                    known.put(model.name(), card);
                    cards.set(Map.copyOf(known));
                    measuring = null;
                    begin();
                });
    }

    private List<ModelChoice> wanted() {
        ModelChoice explored = explore.model();
        List<ModelChoice> pair = pair(explored);
        List<ModelChoice> wanted = new ArrayList<>(pair);
        if (!wanted.contains(explored)) {
            wanted.add(explored);
        }
        return wanted;
    }

    /** A VAE and an autoencoder with as many dimensions for the same data, best of all those of the explored model. */
    private List<ModelChoice> pair(ModelChoice explored) {
        record Pair(ModelChoice vae, ModelChoice code) {
            int distance(ModelChoice from) {
                boolean member = vae.equals(from) || code.equals(from);
                return member ? 0 : vae.dataset().equals(from.dataset()) ? 1 : 2;
            }
        }
        List<Pair> pairs = new ArrayList<>();
        for (ModelChoice code : workspace.models()) {
            for (ModelChoice vae : workspace.models()) {
                if (code.autoencoder()
                        && !vae.autoencoder()
                        && code.dataset().equals(vae.dataset())
                        && code.latentSize() == vae.latentSize()) {
                    pairs.add(new Pair(vae, code));
                }
            }
        }
        return pairs.stream()
                .min(Comparator.comparingInt((Pair each) -> each.distance(explored))
                        .thenComparing(each -> !alike(each.vae(), each.code())))
                .map(each -> List.of(each.vae(), each.code()))
                .orElse(List.of());
    }

    private boolean alike(ModelChoice one, ModelChoice other) {
        return workspace
                .config(one.name())
                .architecture()
                .equals(workspace.config(other.name()).architecture());
    }

    /** The test images of what a model was trained on; any of its shape if there are none. */
    private DataChoice data(ModelChoice model) {
        return Objects.requireNonNull(workspace.data().stream()
                .filter(data -> data.shape().equals(model.shape()))
                .min(Comparator.comparing((DataChoice data) -> !data.dataset().equals(model.dataset()))
                        .thenComparing(data -> !data.split().equals("test")))
                .orElse(explore.dataset()));
    }
}
