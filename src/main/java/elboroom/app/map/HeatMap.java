package elboroom.app.map;

import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Point2D;
import javafx.scene.layout.BorderPane;
import org.jspecify.annotations.Nullable;

/**
 * A latent map whose ground are numbers as colours, with a bar that says which; ellipses, marks, points, marker and gestures
 * are those of the map. To be used on the JavaFX thread only.
 */
public final class HeatMap extends BorderPane {
    private final LatentMap map;
    private final ColourBar bar = new ColourBar();
    private final ReadOnlyObjectWrapper<@Nullable Double> reading = new ReadOnlyObjectWrapper<>(this, "reading");

    /**
     * Makes an empty map, without points and class names.
     *
     * @param worker draws large pictures; its owner shuts it down
     */
    public HeatMap(Executor worker) {
        map = new LatentMap(worker);
        map.layers().classNames().set(false);
        bar.darkProperty().bind(map.darkProperty());
        // The bar's texts follow the map's style.
        bar.getStylesheets().add(map.getUserAgentStylesheet());
        setCenter(map);
        setRight(bar);
        setMinSize(0, 0);
        map.pointedProperty().addListener(observable -> read());
        map.heatProperty().addListener(observable -> read());
    }

    /** The map, to be given ellipses, marks, points, a marker and listeners. */
    public LatentMap map() {
        return map;
    }

    /** Leaves out the bar, say because the map beside it has the same. */
    public void hideBar() {
        setRight(null);
    }

    /** Shows numbers, or none. */
    public void show(@Nullable Heat heat) {
        map.heatProperty().set(heat);
        bar.show(heat);
    }

    /** Shows no numbers yet, but which colours they will have: those of a map beside it. */
    public void showColours(Heat beside) {
        map.heatProperty().set(null);
        bar.show(beside);
    }

    /** The number under the pointer; null where there is none. */
    public ReadOnlyObjectProperty<@Nullable Double> readingProperty() {
        return reading.getReadOnlyProperty();
    }

    private void read() {
        Heat heat = map.heatProperty().get();
        Point2D z = map.pointedProperty().get();
        double value = heat == null || z == null ? Double.NaN : heat.at(z.getX(), z.getY());
        reading.set(Double.isNaN(value) ? null : Double.valueOf(value));
        bar.point(value);
    }
}
