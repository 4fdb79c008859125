package elboroom.app.compare;

import elboroom.app.explore.Scatter;
import elboroom.app.map.LatentMap;
import elboroom.app.map.MapSight;
import elboroom.raster.Bounds;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Keeps the axes of the two maps together: at one scale, panned and zoomed as one, unless each is to fit its own points. */
final class SharedAxes {
    /** A little more than the prior's outermost circle. */
    private static final Bounds PRIOR = new Bounds(-4, -4, 4, 4);

    private final CompareModel model;
    private final Map<Side, LatentMap> maps = new EnumMap<>(Side.class);
    /** Set while the maps are written from the state, so that they do not answer back. */
    private boolean showing;

    SharedAxes(CompareModel model, LatentMap left, LatentMap right) {
        this.model = model;
        maps.put(Side.LEFT, left);
        maps.put(Side.RIGHT, right);
        maps.forEach((side, map) -> {
            map.viewportProperty().addListener(observable -> remember(side, map));
            model.side(side).scatterProperty().addListener(observable -> show());
        });
        model.stateProperty().addListener(observable -> show());
        show();
    }

    private void show() {
        showing = true;
        Bounds home = home();
        maps.forEach((side, map) -> {
            map.setHome(home);
            MapSight.restore(map, model.state().seen(side));
        });
        showing = false;
    }

    private void remember(Side side, LatentMap map) {
        if (!showing) {
            model.look(side, MapSight.of(map, model.state().seen(side)));
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
