package elboroom.app.train;

import elboroom.data.Catalogue;
import elboroom.data.Dataset;
import elboroom.train.RunDescription;
import java.util.List;
import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;

/** The form of the next run without its looks: what it says, and what is wrong with that. */
public final class SetupModel {
    private static final long STEPS_PER_EPOCH = 1000;

    private final Catalogue catalogue;
    private final SetupCheck check;
    private final ReadOnlyObjectWrapper<Setup> setup;
    private final ReadOnlyObjectWrapper<Map<SetupField, String>> problems;
    private final ObservableValue<String> obstacle;

    /** @param initial what the form says at first */
    SetupModel(Catalogue catalogue, Setup initial) {
        this.catalogue = catalogue;
        check = new SetupCheck(catalogue);
        setup = new ReadOnlyObjectWrapper<>(this, "setup", initial);
        problems = new ReadOnlyObjectWrapper<>(this, "problems", check.problems(initial));
        obstacle = Bindings.createStringBinding(this::obstacleNow, problems);
    }

    private String obstacleNow() {
        return problems.get().entrySet().stream()
                .findFirst()
                .map(entry -> entry.getKey().title() + ": " + entry.getValue())
                .orElse("");
    }

    // ---- what there is to see ----

    public ReadOnlyObjectProperty<Setup> setupProperty() {
        return setup.getReadOnlyProperty();
    }

    public Setup setup() {
        return setup.get();
    }

    /** A sentence for each field that is wrong, in the order of the form. */
    public ReadOnlyObjectProperty<Map<SetupField, String>> problemsProperty() {
        return problems.getReadOnlyProperty();
    }

    /** Why this run cannot start: what is wrong with the first wrong field; empty if nothing is. */
    public ObservableValue<String> obstacleProperty() {
        return obstacle;
    }

    public List<Dataset> datasets() {
        return catalogue.datasets();
    }

    /**
     * The run that the form describes.
     *
     * @throws elboroom.data.InputException if there is an obstacle
     */
    public RunDescription run() {
        return check.run(setup());
    }

    /** β of the run at so many equally distant moments from start to end; empty if it has none or cannot start. */
    public double[] betas(int count) {
        if (!problems.get().isEmpty() || setup().says(SetupField.KIND, Setup.AUTOENCODER)) {
            return new double[0];
        }
        RunDescription run = run();
        double[] betas = new double[count];
        for (int i = 0; i < count; i++) {
            // As if an epoch had many steps: the curve is the same whatever their number.
            long steps = (long) run.plan().epochs() * STEPS_PER_EPOCH;
            betas[i] = run.plan().config().beta()
                    * run.plan().betaSchedule().share(steps * i / count, STEPS_PER_EPOCH, steps);
        }
        return betas;
    }

    // ---- commands ----

    /** Types into a field, or chooses in it. */
    public void set(SetupField field, String text) {
        fill(setup().with(field, text));
    }

    /** Fills in the whole form. */
    public void fill(Setup filled) {
        if (!filled.equals(setup())) {
            problems.set(check.problems(filled));
            setup.set(filled);
        }
    }

    /** Chooses data that may have changed since it was chosen last. */
    public void chooseData(String id) {
        set(SetupField.DATA, id);
        problems.set(check.problems(setup()));
    }
}
