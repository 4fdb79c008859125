package elboroom.app.losses;

import elboroom.app.concurrent.Engine;
import elboroom.app.concurrent.Stages;
import elboroom.app.concurrent.Stages.Row;
import elboroom.app.explore.ExploreModel;
import elboroom.app.explore.Workspace;
import elboroom.app.explore.Workspace.DataChoice;
import elboroom.app.explore.Workspace.ModelChoice;
import elboroom.data.ImageSet;
import elboroom.measure.Surgery;
import elboroom.model.ModelCard;
import elboroom.model.VaeConfig;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * The Losses tab without its looks: measures the model and data that the pickers name, while the tab is shown. It has an
 * engine of its own, so that the hand never waits for it. For the thread of the window.
 */
public final class LossesModel {
    /** Reports that are kept; of 10,000 images each takes some megabytes. */
    private static final int KEPT = 6;

    /** Share of the time before surgery begins. */
    private static final double SURGERY_FROM = 0.7;

    private final Workspace workspace;
    private final ExploreModel explore;
    private final Engine engine;
    private final Stages stages;
    private final Map<Subject, LossReport> reports = new LinkedHashMap<>();
    private final Map<Subject, Surgery> surgeries = new LinkedHashMap<>();
    private final ReadOnlyObjectWrapper<@Nullable LossReport> report = new ReadOnlyObjectWrapper<>(this, "report");
    private final ReadOnlyObjectWrapper<@Nullable Surgery> surgery = new ReadOnlyObjectWrapper<>(this, "surgery");
    private final ReadOnlyObjectWrapper<@Nullable Reconstructions> reconstructions =
            new ReadOnlyObjectWrapper<>(this, "reconstructions");

    private @Nullable Subject subject;
    private boolean shown;

    private record Subject(String model, String data) {}

    /** A model that has been measured on its own data's test images. */
    public record Known(ModelChoice model, VaeConfig config, ModelCard.Figures figures) {}

    /**
     * Follows what is explored.
     *
     * @param engine of this tab alone
     * @param ui runs updates of the window
     */
    public LossesModel(Workspace workspace, ExploreModel explore, Engine engine, Executor ui) {
        this.workspace = workspace;
        this.explore = explore;
        this.engine = engine;
        stages = new Stages(ui);
        explore.stateProperty().addListener(observable -> follow());
    }

    // ---- what there is to see ----

    /** What was measured; null until it has been. */
    public ReadOnlyObjectProperty<@Nullable LossReport> reportProperty() {
        return report.getReadOnlyProperty();
    }

    /** What the rate is spent on; null until it has been measured, and for autoencoders. */
    public ReadOnlyObjectProperty<@Nullable Surgery> surgeryProperty() {
        return surgery.getReadOnlyProperty();
    }

    /** Those asked for last; null before. */
    public ReadOnlyObjectProperty<@Nullable Reconstructions> reconstructionsProperty() {
        return reconstructions.getReadOnlyProperty();
    }

    /** Share done of what is being measured; not a number when nothing is. */
    public ReadOnlyDoubleProperty progressProperty() {
        return stages.progressProperty();
    }

    /** The models trained on the same data set that have a rate, the gallery of rising β in its order. */
    public List<Known> known() {
        String dataset = explore.dataset().dataset();
        return workspace.models().stream()
                .filter(model -> model.dataset().equals(dataset) && !model.autoencoder())
                .flatMap(model -> workspace
                        .figures(model.name())
                        .filter(figures -> figures.rate() != null)
                        .map(figures -> Stream.of(new Known(model, workspace.config(model.name()), figures)))
                        .orElse(Stream.empty()))
                .sorted((a, b) -> Double.compare(a.config().beta(), b.config().beta()))
                .toList();
    }

    // ---- commands ----

    /** Measures from now on, or no longer: only while the tab is shown. */
    public void show(boolean on) {
        shown = on;
        if (on) {
            follow();
        } else if (stages.areUnderWay()) {
            cancel();
        }
    }

    /** Ends what is being measured. */
    public void cancel() {
        stages.cancel();
        subject = null;
    }

    /** Measures again what was cancelled. */
    public void measure() {
        subject = null;
        follow();
    }

    /** Opens a model, here and everywhere. */
    public void choose(String model) {
        explore.chooseModel(model);
    }

    /** Looks at one of the measured images in Explore. */
    public void explore(int image) {
        explore.select(image);
    }

    /** Decodes some of the measured images from their means. */
    public void reconstruct(List<Integer> images) {
        LossReport measured = report.get();
        if (measured != null) {
            open(measured.model());
            engine.submit("reconstruct", vae -> Reconstructions.of(vae, measured, images), made -> {
                if (report.get() == measured) {
                    reconstructions.set(made);
                }
            });
        }
    }

    private void follow() {
        Subject wanted = new Subject(explore.state().model(), explore.state().data());
        if (!shown || wanted.equals(subject)) {
            return;
        }
        subject = wanted;
        Row row = stages.begin();
        LossReport known = reports.get(wanted);
        report.set(known);
        surgery.set(surgeries.get(wanted));
        if (known == null) {
            measure(row, wanted);
        } else if (surgery.get() == null) {
            // It was cancelled, or forgotten first.
            operate(row, wanted, known);
        }
    }

    private void open(ModelChoice model) {
        engine.keepOpen(model.name(), model.title(), () -> workspace.open(model.name()));
    }

    private void measure(Row row, Subject what) {
        ModelChoice model = explore.model();
        DataChoice data = explore.dataset();
        VaeConfig config = workspace.config(model.name());
        String training = workspace.data().stream()
                .filter(other ->
                        other.dataset().equals(data.dataset()) && other.split().equals("train"))
                .map(DataChoice::id)
                .findFirst()
                .orElse(data.id());
        open(model);
        row.run(
                engine,
                "report",
                0,
                SURGERY_FROM,
                (vae, watch) -> {
                    ImageSet images = workspace.images(data.id());
                    return LossReport.of(model, data, config, vae, images, workspace.images(training), watch);
                },
                result -> {
                    keep(reports, what, result);
                    report.set(result);
                    operate(row, what, result);
                });
    }

    private void operate(Row row, Subject what, LossReport measured) {
        if (measured.config().autoencoder()) {
            row.finish();
            return;
        }
        open(measured.model());
        row.run(
                engine,
                "surgery",
                SURGERY_FROM,
                1,
                (vae, watch) -> Surgery.of(measured.evaluation().posterior(), watch),
                result -> {
                    keep(surgeries, what, result);
                    surgery.set(result);
                    row.finish();
                });
    }

    private static <T> void keep(Map<Subject, T> all, Subject what, T result) {
        all.put(what, result);
        if (all.size() > KEPT) {
            all.remove(all.keySet().iterator().next());
        }
    }
}
