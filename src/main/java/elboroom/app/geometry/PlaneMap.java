package elboroom.app.geometry;

import elboroom.app.explore.ExploreModel;
import elboroom.app.explore.ExploreState;
import elboroom.app.explore.MapContent;
import elboroom.app.map.HeatMap;
import elboroom.app.map.KeptSight;
import elboroom.app.map.LatentMap;
import elboroom.app.widget.Numbers;
import elboroom.app.widget.WhileShown;
import elboroom.raster.Viewport;
import java.util.concurrent.Executor;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Point2D;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/** A heat map of the plane that is explored: its marker is the explored one, and it asks a part for what is seen. */
final class PlaneMap {
    private final GeometryModel model;
    private final HeatMap heatMap;
    private final Label reading = new Label();
    private final KeptSight sight;
    private int decimals = 1;
    /** What the map was last fitted to; null before. */
    private @Nullable Ground fitted;

    /** Set while the map is written from the state, so that it does not answer back. */
    private boolean showing;

    PlaneMap(String id, GeometryModel model, Part part, ObservableValue<Boolean> dark, Executor drawing) {
        this.model = model;
        heatMap = new HeatMap(drawing);
        LatentMap map = map();
        map.setId(id);
        map.layers().points().set(false);
        map.darkProperty().bind(dark);
        reading.setId(id + "-reading");
        reading.getStyleClass().addAll("caption", "map-reading");
        ExploreModel explore = model.explored();
        map.setOnMarkerMoved((x, y) -> {
            if (!showing) {
                explore.moveTo(x, y);
            }
        });
        map.addEventHandler(MouseEvent.MOUSE_RELEASED, event -> explore.endGesture());
        map.addEventHandler(KeyEvent.KEY_RELEASED, event -> explore.endGesture());
        sight = new KeptSight(map, this::isOfWhatIsExplored);
        map.viewportProperty().addListener(observable -> look(part));
        heatMap.readingProperty().addListener(observable -> read());
        model.groundProperty().addListener(observable -> ground());
        ground();
        WhileShown.update(map(), this::place, explore.stateProperty());
    }

    HeatMap heatMap() {
        return heatMap;
    }

    LatentMap map() {
        return heatMap.map();
    }

    /** The number under the pointer, in words. */
    Label reading() {
        return reading;
    }

    /** The part of the plane that is seen. */
    KeptSight sight() {
        return sight;
    }

    void setDecimals(int count) {
        decimals = count;
    }

    private void look(Part part) {
        Viewport view = map().getViewport();
        // Before the window has been laid out, the map has one pixel.
        if (view.width() > 1 && view.height() > 1) {
            part.look(view.bounds());
        }
    }

    private void read() {
        Double value = heatMap.readingProperty().get();
        reading.setText(value == null ? "" : "here " + Numbers.fixed(value, decimals));
    }

    private void ground() {
        Ground on = model.groundProperty().get();
        if (on != null) {
            boolean prior = !on.model().autoencoder();
            MapContent.axes(map(), on.choice(), prior);
            map().layers().prior().set(prior);
            map().setHome(on.home());
            Ground before = fitted;
            if (before == null || !before.isLike(on)) {
                fitted = on;
                map().fitAll();
            }
            place();
            sight.tryAgain();
        }
    }

    private boolean isOfWhatIsExplored() {
        Ground on = model.groundProperty().get();
        ExploreState state = model.explored().state();
        return on != null
                && on.model().name().equals(state.model())
                && on.data().id().equals(state.data())
                && on.choice().equals(state.plane());
    }

    private void place() {
        showing = true;
        map().setMarker(new Point2D(model.explored().markerX(), model.explored().markerY()));
        showing = false;
    }
}
