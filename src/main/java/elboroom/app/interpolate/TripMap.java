package elboroom.app.interpolate;

import elboroom.app.chart.ChartFiles;
import elboroom.app.explore.ExploreModel;
import elboroom.app.explore.MapContent;
import elboroom.app.map.KeptSight;
import elboroom.app.map.LatentMap;
import elboroom.app.map.MapEllipse;
import elboroom.app.map.MapMark;
import elboroom.app.map.MapMenu;
import elboroom.app.map.MapRail;
import elboroom.app.map.MapWay;
import elboroom.latent.PathKind;
import elboroom.latent.Projection;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Point2D;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/** The latent map with the stops and the ways between them; the marker is where one stands. */
final class TripMap {
    private final InterpolateModel model;
    private final LatentMap map;
    private final KeptSight sight;
    /** Set while the marker is written, so that the map does not answer back. */
    private boolean showing;

    TripMap(InterpolateModel model, ObservableValue<Boolean> dark, Executor drawing, ChartFiles files) {
        this.model = model;
        map = new LatentMap(drawing);
        map.setId("interpolate-map");
        sight = new KeptSight(
                map, () -> model.explored().scatterProperty().get().size() > 0);
        map.darkProperty().bind(dark);
        MapMenu.install(map, "Ways over the latent map", files);
        map.layers().ellipses().set(false);
        map.setOnMarkerMoved((x, y) -> {
            if (!showing) {
                model.point(x, y);
                stand();
            }
        });
        map.setOnRailMoved(place -> model.followAttribute((2 * place - 1) * AttributeModel.MOST));
        map.setOnPointSelected(model::pick);
        map.addEventHandler(MouseEvent.MOUSE_PRESSED, event -> model.endGesture());
        map.addEventHandler(MouseEvent.MOUSE_RELEASED, event -> model.endGesture());
        map.addEventHandler(KeyEvent.KEY_RELEASED, event -> model.endGesture());
        ExploreModel explore = model.explored();
        map.setOnPointHovered(
                index -> MapContent.hover(map, explore.imagesProperty().get(), index, explore.colour()));
        explore.scatterProperty().addListener(observable -> points());
        model.tripProperty().addListener(observable -> lines());
        model.waysProperty().addListener(observable -> lines());
        model.attributeProperty().addListener(observable -> rail());
        model.kindProperty().addListener(observable -> lines());
        model.positionProperty().addListener(observable -> stand());
        points();
    }

    LatentMap node() {
        return map;
    }

    /** The part of the plane that is seen. */
    KeptSight sight() {
        return sight;
    }

    private void points() {
        ExploreModel explore = model.explored();
        boolean prior = !explore.model().autoencoder();
        MapContent.axes(map, explore.state().plane(), prior);
        map.layers().prior().set(prior);
        MapContent.points(map, explore.scatterProperty().get());
        sight.tryAgain();
        lines();
    }

    private void lines() {
        Projection plane = model.plane();
        List<MapWay> ways = new ArrayList<>();
        for (PathKind kind : PathKind.values()) {
            if (kind != model.kindProperty().get()) {
                add(ways, plane, kind, false);
            }
        }
        add(ways, plane, model.kindProperty().get(), true);
        map.ways().setAll(ways);
        List<MapMark> marks = new ArrayList<>();
        List<Stop> stops = model.tripProperty().get().stops();
        for (int i = 0; i < stops.size(); i++) {
            double[] z = stops.get(i).latent();
            if (z.length == plane.latentSize()) {
                marks.add(new MapMark(plane.x(z), plane.y(z), Trip.name(i), MapEllipse.Kind.TRUE));
            }
        }
        map.marks().setAll(marks);
        rail();
        stand();
    }

    /** The attribute as an arrow through A, with a handle where the way along it ends. */
    private void rail() {
        Attribute attribute = model.attributeProperty().get();
        Projection plane = model.plane();
        List<Stop> stops = model.tripProperty().get().stops();
        double[] a = stops.isEmpty() ? new double[0] : stops.get(0).latent();
        if (attribute == null || a.length != plane.latentSize()) {
            map.railProperty().set(null);
            return;
        }
        double[] start = a.clone();
        double[] end = a.clone();
        for (int j = 0; j < a.length; j++) {
            double reach = AttributeModel.MOST * attribute.direction().vector()[j];
            start[j] -= reach;
            end[j] += reach;
        }
        map.railProperty()
                .set(new MapRail(
                        plane.x(start),
                        plane.y(start),
                        plane.x(end),
                        plane.y(end),
                        0.5 * (1 + model.attributeAmount() / AttributeModel.MOST),
                        "more %s, less %s".formatted(attribute.with(), attribute.without())));
    }

    private void add(List<MapWay> ways, Projection plane, PathKind kind, boolean strong) {
        @Nullable Way way = model.waysProperty().get().get(kind);
        if (way == null || way.path().latentSize() != plane.latentSize()) {
            return;
        }
        float[] x = new float[way.count()];
        float[] y = new float[way.count()];
        for (int i = 0; i < x.length; i++) {
            double[] z = way.path().point(i);
            x[i] = (float) plane.x(z);
            y[i] = (float) plane.y(z);
        }
        ways.add(new MapWay(x, y, Kinds.colour(kind), strong));
    }

    private void stand() {
        Way way = model.way();
        Projection plane = model.plane();
        if (way != null && way.path().latentSize() == plane.latentSize()) {
            double[] z = way.path().point(model.frame(way));
            showing = true;
            map.setMarker(new Point2D(plane.x(z), plane.y(z)));
            showing = false;
        }
    }
}
