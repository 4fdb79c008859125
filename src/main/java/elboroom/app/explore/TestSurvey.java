package elboroom.app.explore;

import elboroom.app.concurrent.Engine;
import elboroom.app.concurrent.WorkQueue;
import elboroom.app.explore.Workspace.DataChoice;
import elboroom.app.explore.Workspace.ModelChoice;
import elboroom.data.ImageSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * Measures the test images of the model in use, once per model, to have something to compare an input with. For the thread
 * of the window.
 */
public final class TestSurvey {
    private final Workspace workspace;
    private final Engine engine;
    private final WorkQueue worker;
    private final Map<String, Typicality> known = new HashMap<>();
    private final ReadOnlyObjectWrapper<@Nullable Typicality> typicality =
            new ReadOnlyObjectWrapper<>(this, "typicality");
    private final ReadOnlyBooleanWrapper failed = new ReadOnlyBooleanWrapper(this, "failed");
    private String current = "";
    private boolean held;
    private Runnable heldBack = () -> {};

    TestSurvey(Workspace workspace, Engine engine, WorkQueue worker) {
        this.workspace = workspace;
        this.engine = engine;
        this.worker = worker;
    }

    /** Turns to the model that the engine is opening. */
    void follow(ModelChoice model) {
        current = model.name();
        typicality.set(known.get(model.name()));
        Optional<DataChoice> test = workspace.data().stream()
                .filter(data ->
                        data.dataset().equals(model.dataset()) && data.split().equals("test"))
                .findFirst();
        failed.set(test.isEmpty());
        if (typicality.get() == null && test.isPresent()) {
            DataChoice data = test.get();
            worker.submitNamed(
                    "survey",
                    "reading " + data.title() + " " + data.split(),
                    () -> workspace.images(data.id()),
                    images -> measure(model.name(), images),
                    () -> failed.set(true));
        }
    }

    private void measure(String model, ImageSet images) {
        if (!model.equals(current)) {
            return;
        }
        if (held) {
            heldBack = () -> measure(model, images);
            return;
        }
        Typicality.Survey survey = new Typicality.Survey(images);
        engine.submitSteps("survey", survey::progress, survey, result -> {
            known.put(model, result);
            typicality.set(result);
        });
    }

    /** Puts off the measuring, which keeps all cores busy, until {@link #release}. */
    public void hold() {
        held = true;
    }

    public void release() {
        held = false;
        Runnable next = heldBack;
        heldBack = () -> {};
        next.run();
    }

    /** The ELBOs of the test images; null until they have been measured. */
    public ReadOnlyObjectProperty<@Nullable Typicality> typicalityProperty() {
        return typicality.getReadOnlyProperty();
    }

    /** Whether there are no test images to measure. */
    public ReadOnlyBooleanProperty failedProperty() {
        return failed.getReadOnlyProperty();
    }
}
