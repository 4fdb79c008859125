package elboroom.app;

import elboroom.app.concurrent.Engine;
import elboroom.app.explore.Decoded;
import elboroom.app.explore.ExploreModel;
import elboroom.app.widget.Numbers;
import java.util.List;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.binding.StringExpression;
import javafx.beans.value.ObservableStringValue;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** The line at the bottom: what is computing, how long the last picture took, how many points there are. */
final class StatusBar extends HBox {
    /** @param activities what each thread is at, the most telling first */
    StatusBar(ExploreModel model, Engine engine, List<ObservableStringValue> activities) {
        getStyleClass().add("status-bar");
        Label latency = label("status-latency");
        latency.textProperty().bind(latency(model));
        Label points = label("status-points");
        points.textProperty().bind(points(model));
        Label state = label("status-engine");
        state.textProperty().bind(engineText(engine));
        Label activity = label("status-activity");
        activity.textProperty().bind(activity(activities));
        activity.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(activity, Priority.ALWAYS);
        getChildren().addAll(latency, points, state, activity);
    }

    private static Label label(String id) {
        Label label = new Label();
        label.setId(id);
        return label;
    }

    private static StringBinding latency(ExploreModel model) {
        return Bindings.createStringBinding(
                () -> {
                    Decoded decoded = model.decodedProperty().get();
                    return decoded == null
                            ? "nothing decoded yet"
                            : "decoded in " + Numbers.fixed(decoded.milliseconds(), 1) + " ms";
                },
                model.decodedProperty());
    }

    private static StringBinding points(ExploreModel model) {
        return Bindings.createStringBinding(
                () -> String.format(
                        Locale.ROOT, "%,d points", model.scatterProperty().get().size()),
                model.scatterProperty());
    }

    private static StringBinding engineText(Engine engine) {
        return Bindings.createStringBinding(
                () -> switch (engine.stateProperty().get()) {
                    case EMPTY -> "no model";
                    case LOADING -> "engine loading…";
                    case READY -> "engine ready";
                    case FAILED -> "model not loaded";
                },
                engine.stateProperty());
    }

    private static StringExpression activity(List<ObservableStringValue> activities) {
        return Bindings.createStringBinding(
                () -> activities.stream()
                        .map(ObservableStringValue::get)
                        .filter(text -> !text.isEmpty())
                        .findFirst()
                        .orElse(""),
                activities.toArray(ObservableStringValue[]::new));
    }
}
