package elboroom.app;

import elboroom.app.concurrent.Engine;
import elboroom.app.explore.Decoded;
import elboroom.app.explore.ExploreModel;
import elboroom.app.widget.Numbers;
import elboroom.app.widget.WhileShown;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.binding.StringExpression;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableStringValue;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** The line at the bottom: what is computing, how long the last picture took, how many points there are. */
final class StatusBar extends HBox {
    /** Not shared: whatever is bound to it would stay in memory with it. */
    private final ObservableValue<String> nothing = new ReadOnlyStringWrapper("").getReadOnlyProperty();

    /**
     * @param activities what each thread is at, the most telling first
     * @param instead what the tab that is shown says of models of its own, if it has any
     */
    StatusBar(
            ExploreModel model,
            Engine engine,
            List<ObservableStringValue> activities,
            ObservableValue<Optional<ObservableValue<String>>> instead) {
        getStyleClass().add("status-bar");
        Label latency = label("status-latency");
        WhileShown.updateAfterFrame(latency, () -> latency.setText(latency(model)), model.decodedProperty());
        Label points = label("status-points");
        points.textProperty().bind(points(model));
        Label state = label("status-engine");
        state.textProperty().bind(engineText(engine));
        Label activity = label("status-activity");
        activity.textProperty().bind(activity(activities));
        activity.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(activity, Priority.ALWAYS);
        Label own = label("status-own");
        own.textProperty().bind(instead.flatMap(text -> text.orElse(nothing)).orElse(""));
        for (Label explored : List.of(latency, points, state)) {
            explored.visibleProperty().bind(instead.map(Optional::isEmpty));
            explored.managedProperty().bind(explored.visibleProperty());
        }
        own.visibleProperty().bind(instead.map(Optional::isPresent));
        own.managedProperty().bind(own.visibleProperty());
        getChildren().addAll(latency, points, state, own, activity);
    }

    private static Label label(String id) {
        Label label = new Label();
        label.setId(id);
        return label;
    }

    private static String latency(ExploreModel model) {
        Decoded decoded = model.decodedProperty().get();
        if (decoded == null) {
            return "nothing decoded yet";
        }
        return Double.isNaN(decoded.milliseconds())
                ? "first picture decoded"
                : "decoded in " + Numbers.fixed(decoded.milliseconds(), 1) + " ms";
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
