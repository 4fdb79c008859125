package elboroom.app.trick;

import elboroom.app.chart.ChartFiles;
import elboroom.app.explore.ExploreModel;
import elboroom.app.explore.MapContent;
import elboroom.app.explore.Scatter;
import elboroom.app.map.KeptSight;
import elboroom.app.map.LatentMap;
import elboroom.app.map.MapEllipse;
import elboroom.app.map.MapMark;
import elboroom.app.map.MapMenu;
import elboroom.latent.Projection;
import elboroom.measure.LatentDraw;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.IntConsumer;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Point2D;
import javafx.scene.input.MouseEvent;

/** The whole latent plane: the hand moves over the codes and takes the nearest image as input; where its z has fallen. */
final class InputMap {
    private final TrickModel model;
    private final LatentMap map;
    private final KeptSight sight;
    /** Set while the map is written from the model, so that it does not answer back. */
    private boolean showing;

    private boolean held;

    /**
     * @param files saves pictures
     * @param chosen hears which image the hand takes
     */
    InputMap(TrickModel model, ObservableValue<Boolean> dark, Executor drawing, ChartFiles files, IntConsumer chosen) {
        this.model = model;
        map = new LatentMap(drawing);
        map.setId("trick-map");
        sight = new KeptSight(
                map, () -> model.explored().scatterProperty().get().size() > 0);
        map.darkProperty().bind(dark);
        MapMenu.install(map, "Inputs on the latent map", files);
        map.setMinSize(0, 0);
        ExploreModel explore = model.explored();
        map.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> held = true);
        map.addEventHandler(MouseEvent.MOUSE_RELEASED, event -> {
            held = false;
            show();
        });
        map.setOnMarkerMoved((x, y) -> {
            int nearest = nearest(explore.scatterProperty().get(), x, y);
            if (!showing && nearest >= 0) {
                chosen.accept(nearest);
            }
        });
        map.setOnPointSelected(chosen);
        map.setOnPointHovered(
                index -> MapContent.hover(map, explore.imagesProperty().get(), index, explore.colour()));
        explore.scatterProperty().addListener(observable -> points());
        model.draw().drawnProperty().addListener(observable -> show());
        points();
    }

    LatentMap map() {
        return map;
    }

    /** The part of the plane that is seen. */
    KeptSight sight() {
        return sight;
    }

    private static int nearest(Scatter scatter, double x, double y) {
        int nearest = -1;
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < scatter.size(); i++) {
            double dx = scatter.x()[i] - x;
            double dy = scatter.y()[i] - y;
            double distance = dx * dx + dy * dy;
            if (distance < least) {
                least = distance;
                nearest = i;
            }
        }
        return nearest;
    }

    private void points() {
        ExploreModel explore = model.explored();
        MapContent.points(map, explore.scatterProperty().get());
        MapContent.axes(map, explore.state().plane(), !explore.model().autoencoder());
        map.layers().prior().set(!explore.model().autoencoder());
        map.fit();
        sight.tryAgain();
        show();
    }

    private void show() {
        Drawn drawn = model.draw().drawnProperty().get();
        Projection projection = model.explored().scatterProperty().get().projection();
        if (drawn == null || drawn.draw().mean().length != projection.latentSize()) {
            map.ellipses().clear();
            map.marks().clear();
            return;
        }
        LatentDraw draw = drawn.draw();
        double[] variance = new double[draw.deviation().length];
        for (int j = 0; j < variance.length; j++) {
            variance[j] = draw.deviation()[j] * draw.deviation()[j];
        }
        double[] covariance = projection.covariance(variance);
        double x = projection.x(draw.mean());
        double y = projection.y(draw.mean());
        map.ellipses()
                .setAll(List.of(new MapEllipse(
                        x, y, covariance[0], covariance[1], covariance[2], MapEllipse.Kind.APPROXIMATE)));
        map.marks()
                .setAll(List.of(
                        new MapMark(projection.x(draw.z()), projection.y(draw.z()), "z", MapEllipse.Kind.DRAWN)));
        if (!held) {
            showing = true;
            map.setMarker(new Point2D(x, y));
            showing = false;
        }
    }
}
