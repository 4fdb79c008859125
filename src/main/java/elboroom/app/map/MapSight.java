package elboroom.app.map;

import elboroom.raster.Viewport;
import org.jspecify.annotations.Nullable;

/** What a map shows, to be remembered and to be shown again by it or by another. */
public final class MapSight {
    private MapSight() {}

    /** The part of the plane that a map shows now; null while it shows all of it. */
    public static @Nullable MapExtent of(LatentMap map) {
        return map.isFitted() ? null : extent(map.getViewport());
    }

    /** The same, or the part that a map was made to show if it shows that but for rounding. */
    public static @Nullable MapExtent of(LatentMap map, @Nullable MapExtent made) {
        MapExtent seen = of(map);
        return seen != null && made != null && seen.isAbout(made) ? made : seen;
    }

    /** Makes a map show a part of the plane, or all of it again for null. */
    public static void restore(LatentMap map, @Nullable MapExtent extent) {
        Viewport present = map.getViewport();
        if (extent == null) {
            if (!map.isFitted()) {
                map.fitAll();
            }
        } else if (map.isFitted() || !extent.equals(extent(present))) {
            double scale = Math.min(present.width(), present.height()) / extent.span();
            map.setViewport(new Viewport(extent.centreX(), extent.centreY(), scale, present.width(), present.height()));
        }
    }

    private static MapExtent extent(Viewport view) {
        double span = Math.min(view.width(), view.height()) / view.pixelsPerUnit();
        return new MapExtent(view.centreX(), view.centreY(), span);
    }
}
