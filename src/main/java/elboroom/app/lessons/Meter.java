package elboroom.app.lessons;

import elboroom.app.concurrent.Engine;
import elboroom.app.explore.Workspace;
import elboroom.app.explore.Workspace.DataChoice;
import elboroom.app.explore.Workspace.ModelChoice;
import elboroom.data.ImageSet;
import elboroom.data.InputException;
import elboroom.model.VaeConfig;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Measures whole models that a step of a lesson names, one after the other on an engine of its own, whatever tab is shown.
 * For the thread of the window.
 */
final class Meter {
    private final Workspace workspace;
    private final Engine engine;
    private final Runnable changed;
    private final Map<Subject, ModelFigures> known = new HashMap<>();
    private final Deque<Subject> queue = new ArrayDeque<>();
    /** Grows when what is measured is no longer wanted. */
    private final AtomicInteger turn = new AtomicInteger();

    private @Nullable Subject measuring;

    /** A model, and the split of data that it is measured on. */
    private record Subject(String model, String data) {}

    /** @param changed told that something has been measured */
    Meter(Workspace workspace, Engine engine, Runnable changed) {
        this.workspace = workspace;
        this.engine = engine;
        this.changed = changed;
    }

    /** What is known of a model; null before it has been measured. */
    @Nullable
    ModelFigures figures(String model, String data) {
        return known.get(new Subject(model, data));
    }

    /** Measures these models and no others, as far as they are not known and take such data. */
    void want(Set<String> models, String data) {
        queue.clear();
        models.stream()
                .map(model -> new Subject(model, data))
                .filter(each -> !known.containsKey(each) && !each.equals(measuring) && isFit(each))
                .forEach(queue::add);
        Subject now = measuring;
        if (now != null && !(models.contains(now.model()) && now.data().equals(data))) {
            stop();
        }
        next();
    }

    /** Ends it. */
    void stop() {
        turn.incrementAndGet();
        engine.cancel("figures");
        measuring = null;
    }

    private boolean isFit(Subject subject) {
        Optional<DataChoice> data = workspace.data().stream()
                .filter(choice -> choice.id().equals(subject.data()))
                .findFirst();
        try {
            return data.isPresent()
                    && workspace.find(subject.model()).shape().equals(data.get().shape());
        } catch (InputException e) {
            return false;
        }
    }

    private void next() {
        Subject next = measuring == null ? queue.poll() : null;
        if (next == null) {
            return;
        }
        measuring = next;
        int mine = turn.incrementAndGet();
        ModelChoice model = workspace.find(next.model());
        VaeConfig config = workspace.config(next.model());
        String training = training(next.data());
        engine.open(model.title(), () -> workspace.open(next.model()));
        engine.<Optional<ModelFigures>>submit(
                "figures",
                vae -> {
                    try {
                        ImageSet images = workspace.images(next.data());
                        return Optional.of(ModelFigures.of(
                                vae, config, images, workspace.images(training), () -> turn.get() != mine));
                    } catch (CancellationException e) {
                        return Optional.empty();
                    }
                },
                result -> {
                    if (turn.get() == mine) {
                        result.ifPresent(figures -> known.put(next, figures));
                        measuring = null;
                        next();
                        changed.run();
                    }
                });
    }

    /** The training split of the same data, or else the data itself. */
    private String training(String data) {
        return workspace.data().stream()
                .filter(choice -> choice.id().equals(data))
                .flatMap(choice -> workspace.data().stream()
                        .filter(other -> other.dataset().equals(choice.dataset())
                                && other.split().equals("train")))
                .map(DataChoice::id)
                .findFirst()
                .orElse(data);
    }
}
