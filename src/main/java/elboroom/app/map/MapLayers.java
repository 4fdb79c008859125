package elboroom.app.map;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;

/** Which layers of the map are shown; bind them to check boxes. */
public final class MapLayers {
    private final BooleanProperty points = new SimpleBooleanProperty(this, "points", true);
    private final BooleanProperty density = new SimpleBooleanProperty(this, "density", false);
    private final BooleanProperty mosaic = new SimpleBooleanProperty(this, "mosaic", false);
    private final BooleanProperty ellipses = new SimpleBooleanProperty(this, "ellipses", true);
    private final BooleanProperty prior = new SimpleBooleanProperty(this, "prior", true);
    private final BooleanProperty classNames = new SimpleBooleanProperty(this, "classNames", true);

    MapLayers() {}

    /** The points themselves; while they are not shown, none can be hovered or selected. */
    public BooleanProperty points() {
        return points;
    }

    /** How densely the points lie. */
    public BooleanProperty density() {
        return density;
    }

    /** Decoded images on a grid over the visible area. */
    public BooleanProperty mosaic() {
        return mosaic;
    }

    /** Gaussians such as the selected input's posterior. */
    public BooleanProperty ellipses() {
        return ellipses;
    }

    /** Circles at 1, 2 and 3 standard deviations of the prior. */
    public BooleanProperty prior() {
        return prior;
    }

    /** The name of each class at the median of its points. */
    public BooleanProperty classNames() {
        return classNames;
    }

    BooleanProperty[] all() {
        return new BooleanProperty[] {points, density, mosaic, ellipses, prior, classNames};
    }
}
