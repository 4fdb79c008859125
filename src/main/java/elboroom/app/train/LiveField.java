package elboroom.app.train;

import elboroom.app.widget.Hints;
import elboroom.app.widget.Numbers;
import elboroom.data.InputException;
import elboroom.train.SessionStatus;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;
import java.util.function.ToDoubleFunction;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/** A setting that can be changed while the run is under way: type a number and press Enter. */
final class LiveField extends HBox {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    private final RunModel model;
    private final ToDoubleFunction<SessionStatus> value;
    private final DoubleConsumer change;
    private final BooleanSupplier fits;
    private final TextField field = new TextField();
    private final Label problem = new Label();

    private LiveField(
            RunModel model,
            String id,
            String name,
            String explanation,
            ToDoubleFunction<SessionStatus> value,
            DoubleConsumer change,
            BooleanSupplier fits) {
        this.model = model;
        this.value = value;
        this.change = change;
        this.fits = fits;
        getStyleClass().add("live-field");
        setAlignment(Pos.CENTER_LEFT);
        Label caption = new Label(name);
        caption.getStyleClass().add("caption");
        caption.setMinWidth(USE_PREF_SIZE);
        field.setId(id);
        problem.setId(id + "-problem");
        problem.getStyleClass().add("problem");
        problem.visibleProperty().bind(problem.textProperty().isNotEmpty());
        problem.managedProperty().bind(problem.visibleProperty());
        getChildren().addAll(caption, field, problem);
        Hints.explain(field, name, explanation);
        field.setOnAction(event -> commit());
        field.focusedProperty().addListener((observable, was, focused) -> {
            if (!focused) {
                show();
            }
        });
        field.textProperty().addListener(observable -> say(""));
        model.statusProperty().addListener(observable -> {
            if (!field.isFocused()) {
                show();
            }
        });
        show();
    }

    static LiveField beta(RunModel model) {
        return new LiveField(
                model,
                "live-beta",
                "β",
                "Full height of β from the next step on; type a number and press Enter. A schedule takes its shares of it. The"
                        + " change is marked on the curves. An autoencoder has no rate to weigh",
                SessionStatus::fullBeta,
                model::changeBeta,
                () -> !isAutoencoder(model.runProperty().get()));
    }

    static LiveField learningRate(RunModel model) {
        return new LiveField(
                model,
                "live-rate",
                "Learning rate",
                "Step size of Adam from the next step on; type a number and press Enter. The change is marked on the curves",
                SessionStatus::learningRate,
                model::changeLearningRate,
                () -> true);
    }

    private static boolean isAutoencoder(@Nullable RunMatter run) {
        return run != null && run.run().plan().config().autoencoder();
    }

    private void commit() {
        try {
            change.accept(Numbers.parse(field.getText()));
            say("");
        } catch (InputException e) {
            String text = String.valueOf(e.getMessage());
            // A number that cannot be read says no more than that.
            say(text.endsWith("NaN") ? "must be a number" : text.substring(text.indexOf(": ") + 2));
        }
    }

    private void say(String text) {
        problem.setText(text);
        field.pseudoClassStateChanged(WRONG, !text.isEmpty());
    }

    private void show() {
        SessionStatus now = model.statusProperty().get();
        setDisable(now == null || now.state().ended() || !fits.getAsBoolean());
        String text = text(now);
        if (!text.equals(field.getText())) {
            field.setText(text);
        }
    }

    private String text(@Nullable SessionStatus now) {
        return now == null ? "" : fits.getAsBoolean() ? Texts.number(value.applyAsDouble(now)) : "none";
    }
}
