package elboroom.app.compare;

import elboroom.app.explore.Scatter;
import elboroom.app.map.LatentMap;
import elboroom.app.map.MapExtent;
import elboroom.app.map.MapSight;
import elboroom.raster.Bounds;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps the axes of the two maps together: at one scale, panned and zoomed as one, unless each is to fit its own points. */
final class SharedAxes {
    /** A little more than the prior's outermost circle. */
    private static final Bounds PRIOR = new Bounds(-4, -4, 4, 4);

    private final CompareModel model;
    private final List<LatentMap> maps;
    /** Set while the maps are written from the state, so that they do not answer back. */
    private boolean showing;

    SharedAxes(CompareModel model, LatentMap left, LatentMap right) {
        this.model = model;
        maps = List.of(left, right);
        for (LatentMap map : maps) {
            map.viewportProperty().addListener(observable -> remember(map));
        }
        for (Side side : Side.values()) {
            model.side(side).scatterProperty().addListener(observable -> show());
        }
        model.stateProperty().addListener((observable, was, is) -> {
            if (was.axes() != is.axes()) {
                // Each map's own view does not outlive the way it was chosen in.
                maps.forEach(LatentMap::fitAll);
            }
            show();
        });
        show();
    }

    private void show() {
        showing = true;
        Bounds home = home();
        maps.forEach(map -> map.setHome(home));
        if (model.state().axes().linked()) {
            maps.forEach(map -> MapSight.restore(map, model.state().view()));
        }
        showing = false;
    }

    private void remember(LatentMap map) {
        MapExtent seen = MapSight.of(map);
        if (!showing && model.state().axes().linked()) {
            model.look(seen);
        }
    }

    private @Nullable Bounds home() {
        return switch (model.state().axes()) {
            case SAME -> all();
            case PRIOR -> PRIOR;
            case EACH -> null;
        };
    }

    /** Around the points of both maps and the prior's circles. */
    private Bounds all() {
        Bounds all = Bounds.PRIOR;
        for (Side side : Side.values()) {
            Scatter scatter = model.side(side).scatterProperty().get();
            Bounds points = Bounds.of(scatter.x(), scatter.y());
            all = new Bounds(
                    Math.min(all.minX(), points.minX()),
                    Math.min(all.minY(), points.minY()),
                    Math.max(all.maxX(), points.maxX()),
                    Math.max(all.maxY(), points.maxY()));
        }
        return all;
    }
}
