package elboroom.app.explore;

import atlantafx.base.theme.Styles;
import elboroom.app.map.MapLayers;
import elboroom.app.widget.Hints;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** Switches the layers of a map, a button each. */
public final class LayerBar extends HBox {
    private final Map<Layer, ToggleButton> toggles = new EnumMap<>(Layer.class);

    /** @param onSwitched hears which layer is wanted or not */
    public LayerBar(BiConsumer<Layer, Boolean> onSwitched) {
        Layer[] layers = Layer.values();
        for (Layer layer : layers) {
            ToggleButton toggle = new ToggleButton(layer.title());
            toggle.setId("layer-" + layer.name().toLowerCase(Locale.ROOT));
            String place = layer.ordinal() == 0
                    ? Styles.LEFT_PILL
                    : layer.ordinal() == layers.length - 1 ? Styles.RIGHT_PILL : Styles.CENTER_PILL;
            toggle.setMinWidth(Region.USE_PREF_SIZE);
            toggle.getStyleClass().addAll(place, Styles.SMALL);
            toggle.setOnAction(event -> onSwitched.accept(layer, toggle.isSelected()));
            Hints.explain(toggle, "layer " + layer.title(), layer.explanation());
            toggles.put(layer, toggle);
            getChildren().add(toggle);
        }
    }

    /** Shows which layers are on. */
    public void show(Set<Layer> on) {
        toggles.forEach((layer, toggle) -> toggle.setSelected(on.contains(layer)));
    }

    /** Says that a layer cannot be had, or can again. */
    public void disable(Layer layer, boolean disabled) {
        Objects.requireNonNull(toggles.get(layer)).setDisable(disabled);
    }

    /** Turns these layers of a map on, and the others off. */
    public static void apply(Set<Layer> on, MapLayers layers) {
        layers.points().set(on.contains(Layer.POINTS));
        layers.density().set(on.contains(Layer.DENSITY));
        layers.mosaic().set(on.contains(Layer.MOSAIC));
        layers.ellipses().set(on.contains(Layer.ELLIPSES));
        layers.prior().set(on.contains(Layer.PRIOR));
    }
}
