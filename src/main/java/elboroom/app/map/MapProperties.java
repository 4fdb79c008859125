package elboroom.app.map;

import elboroom.raster.Bounds;
import elboroom.raster.Viewport;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableSet;
import javafx.geometry.Point2D;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** What {@link LatentMap} shows, as properties; the map itself adds how. */
public abstract sealed class MapProperties extends Region permits LatentMap {
    private final MapLayers layers = new MapLayers();
    private final ObjectProperty<MapPoints> points = new SimpleObjectProperty<>(this, "points", MapPoints.NONE);
    private final ObjectProperty<Point2D> marker = new SimpleObjectProperty<>(this, "marker", Point2D.ZERO);
    private final ObjectProperty<Viewport> viewport =
            new SimpleObjectProperty<>(this, "viewport", Viewport.fit(Bounds.PRIOR, 1, 1));
    private final ObjectProperty<@Nullable Bounds> home = new SimpleObjectProperty<>(this, "home");
    private final ObservableSet<Integer> hiddenClasses = FXCollections.observableSet();
    private final ObservableList<MapEllipse> ellipses = FXCollections.observableArrayList();
    private final ObservableList<MapMark> marks = FXCollections.observableArrayList();
    private final ObservableList<MapWay> ways = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable MapRail> rail = new SimpleObjectProperty<>(this, "rail");
    private final StringProperty xLabel = new SimpleStringProperty(this, "xLabel", "z₁");
    private final StringProperty yLabel = new SimpleStringProperty(this, "yLabel", "z₂");
    private final StringProperty unit = new SimpleStringProperty(this, "unit", "prior standard deviations");
    private final ObjectProperty<@Nullable Heat> heat = new SimpleObjectProperty<>(this, "heat");
    private final ReadOnlyObjectWrapper<@Nullable Point2D> pointed = new ReadOnlyObjectWrapper<>(this, "pointed");
    private final BooleanProperty dark = new SimpleBooleanProperty(this, "dark");
    private final IntegerProperty highlight = new SimpleIntegerProperty(this, "highlight", -1);
    private final ReadOnlyIntegerWrapper hovered = new ReadOnlyIntegerWrapper(this, "hovered", -1);

    /** Switches of the layers. */
    public final MapLayers layers() {
        return layers;
    }

    /** Classes not shown, which can be neither hovered nor selected. */
    public final ObservableSet<Integer> hiddenClasses() {
        return hiddenClasses;
    }

    /** Gaussians drawn at one and two standard deviations. */
    public final ObservableList<MapEllipse> ellipses() {
        return ellipses;
    }

    /** Single points of interest besides the data. */
    public final ObservableList<MapMark> marks() {
        return marks;
    }

    /** Lines from place to place; the last lies over the others. */
    public final ObservableList<MapWay> ways() {
        return ways;
    }

    /** An arrow with a handle to drag along; null for none. */
    public final ObjectProperty<@Nullable MapRail> railProperty() {
        return rail;
    }

    /** The points shown, none at first. */
    public final ObjectProperty<MapPoints> pointsProperty() {
        return points;
    }

    public final MapPoints getPoints() {
        return points.get();
    }

    public final void setPoints(MapPoints value) {
        points.set(value);
    }

    /** Where the marker is, in latent units; setting it tells no listener but the property's own. */
    public final ObjectProperty<Point2D> markerProperty() {
        return marker;
    }

    public final Point2D getMarker() {
        return marker.get();
    }

    public final void setMarker(Point2D value) {
        marker.set(value);
    }

    /** The part of the latent plane that is seen, in logical pixels of the plot. */
    public final ObjectProperty<Viewport> viewportProperty() {
        return viewport;
    }

    public final Viewport getViewport() {
        return viewport.get();
    }

    public final void setViewport(Viewport value) {
        viewport.set(value);
    }

    /** What is shown in place of all points when all is to be shown, say to have the scale of another map; null for all points. */
    public final ObjectProperty<@Nullable Bounds> homeProperty() {
        return home;
    }

    public final @Nullable Bounds getHome() {
        return home.get();
    }

    public final void setHome(@Nullable Bounds value) {
        home.set(value);
    }

    /** Numbers shown as colours behind everything else; null for none. */
    public final ObjectProperty<@Nullable Heat> heatProperty() {
        return heat;
    }

    /** Place of the pointer, in latent units; null while it is not over the plot. */
    public final ReadOnlyObjectProperty<@Nullable Point2D> pointedProperty() {
        return pointed.getReadOnlyProperty();
    }

    final void setPointed(@Nullable Point2D value) {
        pointed.set(value);
    }

    /** Title of the horizontal axis. */
    public final StringProperty xLabelProperty() {
        return xLabel;
    }

    public final String getXLabel() {
        return xLabel.get();
    }

    public final void setXLabel(String value) {
        xLabel.set(value);
    }

    /** Title of the vertical axis. */
    public final StringProperty yLabelProperty() {
        return yLabel;
    }

    public final String getYLabel() {
        return yLabel.get();
    }

    public final void setYLabel(String value) {
        yLabel.set(value);
    }

    /** Unit of both axes, put in brackets after their titles; empty where there is none, as for a plain autoencoder. */
    public final StringProperty unitProperty() {
        return unit;
    }

    public final String getUnit() {
        return unit.get();
    }

    public final void setUnit(String value) {
        unit.set(value);
    }

    /** Whether to draw in the colours of the dark theme. */
    public final BooleanProperty darkProperty() {
        return dark;
    }

    public final boolean isDark() {
        return dark.get();
    }

    public final void setDark(boolean value) {
        dark.set(value);
    }

    /** Index of the selected point, which gets a ring, or −1. */
    public final IntegerProperty highlightProperty() {
        return highlight;
    }

    public final int getHighlight() {
        return highlight.get();
    }

    public final void setHighlight(int value) {
        highlight.set(value);
    }

    /** Index of the point under the pointer, or −1. */
    public final ReadOnlyIntegerProperty hoveredProperty() {
        return hovered.getReadOnlyProperty();
    }

    public final int getHovered() {
        return hovered.get();
    }

    final void setHovered(int value) {
        hovered.set(value);
    }
}
