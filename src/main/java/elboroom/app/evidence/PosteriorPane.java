package elboroom.app.evidence;

import elboroom.app.ShellModel;
import elboroom.app.map.Heat;
import elboroom.app.map.HeatMap;
import elboroom.app.map.HeatScale;
import elboroom.app.map.KeptSight;
import elboroom.app.map.LatentMap;
import elboroom.app.map.MapEllipse;
import elboroom.app.widget.Hints;
import elboroom.app.widget.Numbers;
import elboroom.measure.GaussianFit.Step;
import elboroom.measure.TruePosterior;
import elboroom.raster.Bounds;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executor;
import javafx.geometry.Point2D;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The true posterior on the plane and at its own scale, with the encoder's Gaussian and the best one over it. */
final class PosteriorPane extends StackPane {
    private static final Bounds PLANE = new Bounds(-4, -4, 4, 4);
    /** Nats below the peak that the plane's colours go down to. */
    private static final double DEPTH = 60;

    /** Of a map with its colour bar, to its width: higher, it would show more than is worked out. */
    private static final double HIGHEST = 0.85;

    private final EvidenceModel model;
    private final HeatMap plane;
    private final HeatMap close;
    private final Label closeTitle = new Label();
    private final Label legend = new Label();
    private final VBox planeColumn;
    private final VBox closeColumn;
    private final HBox maps;
    private final KeptSight planeSight;
    private final KeptSight closeSight;
    private final Label instead = new Label();

    PosteriorPane(EvidenceModel model, ShellModel shell, Executor drawing) {
        this.model = model;
        plane = map("evidence-plane", shell, drawing);
        close = map("evidence-close", shell, drawing);
        plane.map().setHome(PLANE);
        plane.map().setOnMarkerMoved(model::chooseNear);
        close.map().setOnMarkerMoved(model::chooseNear);
        Hints.explain(
                plane,
                "true posterior on the plane",
                "log p(z|x): how well each code explains this image, times the prior. A click chooses the image whose own"
                        + " code is nearest");
        Label planeTitle = new Label("log p(z|x) on the plane");
        planeTitle.getStyleClass().add("section-title");
        closeTitle.getStyleClass().add("section-title");
        legend.getStyleClass().addAll("caption", "explanation");
        // A page without room hides it: pointing at the map says the same.
        legend.managedProperty().bind(legend.visibleProperty());
        legend.setText("Click: the image whose code is nearest.");
        Label colours = new Label("Ellipses: q(z|x), lines: p(z|x), at 1 and 2 σ.");
        colours.getStyleClass().add("caption");
        planeColumn = column(planeTitle, plane, legend);
        closeColumn = column(closeTitle, close, colours);
        maps = new HBox();
        maps.getStyleClass().add("evidence-maps");
        instead.setId("evidence-instead");
        instead.setWrapText(true);
        instead.getStyleClass().add("evidence-none");
        getChildren().addAll(maps, instead);
        setMinWidth(0);
        planeSight = new KeptSight(plane.map(), () -> true);
        closeSight = new KeptSight(close.map(), () -> model.nearProperty().get() != null);
        model.lookProperty().addListener(observable -> showPlane());
        model.nearProperty().addListener(observable -> showClose());
        model.stepProperty().addListener(observable -> showEllipses());
        model.climbProperty().addListener(observable -> showEllipses());
        showPlane();
        showClose();
    }

    /** Puts the map of the plane into the window. */
    void addPlane() {
        maps.getChildren().add(planeColumn);
    }

    /** Puts the close view beside it. */
    void addClose() {
        maps.getChildren().add(closeColumn);
    }

    /** The part of the plane that is seen. */
    KeptSight planeSight() {
        return planeSight;
    }

    /** The part of the close view that is seen. */
    KeptSight closeSight() {
        return closeSight;
    }

    private static HeatMap map(String id, ShellModel shell, Executor drawing) {
        HeatMap map = new HeatMap(drawing);
        map.setId(id);
        map.map().darkProperty().bind(shell.darkProperty());
        map.map().setMinSize(0, 0);
        map.map().setPrefSize(200, 200);
        return map;
    }

    private static VBox column(Label title, HeatMap map, Label below) {
        VBox column = new VBox(title, map, below);
        column.getStyleClass().add("evidence-map");
        column.setMinWidth(0);
        column.setPrefWidth(300);
        VBox.setVgrow(map, Priority.ALWAYS);
        map.maxHeightProperty().bind(map.widthProperty().multiply(HIGHEST));
        HBox.setHgrow(column, Priority.ALWAYS);
        return column;
    }

    private void showPlane() {
        ImageEvidence known = model.lookProperty().get();
        boolean drawn = known == null || known.landscape() != null;
        maps.setVisible(drawn);
        instead.setVisible(!drawn);
        if (known != null && known.landscape() == null) {
            instead.setText(
                    "With %d latent dimensions the posterior cannot be drawn on a plane, and log p(x) cannot be had exactly. What"
                                    .formatted(known.mean().length)
                            + " stands for it here is the importance-weighted bound of %s draws: %s ± %s nats. The truth lies above it,"
                                    .formatted(
                                            Numbers.fixed(ImageEvidence.DRAWS, 0),
                                            Numbers.fixed(known.logEvidence(), 2),
                                            Numbers.fixed(known.standardError(), 2))
                            + " and the gap is at least what is shown. Models with two latent dimensions show the posterior itself.");
        }
        TruePosterior all = known == null ? null : known.landscape();
        if (all != null) {
            double most = Arrays.stream(all.logDensity()).max().orElse(0);
            plane.show(heat(all, false, HeatScale.linear("log p(z|x)", "nats", Math.floor(most) - DEPTH, most)));
        } else {
            plane.show(null);
        }
        showEllipses();
    }

    private void showClose() {
        TruePosterior seen = model.nearProperty().get();
        if (seen == null) {
            close.show(null);
            closeTitle.setText("p(z|x), close");
            return;
        }
        double most = Math.exp(Arrays.stream(seen.logDensity()).max().orElse(0));
        close.show(heat(
                seen,
                true,
                HeatScale.linear("p(z|x)", "per unit²", 0, most),
                most * Math.exp(-2),
                most * Math.exp(-0.5)));
        double marginX = (1 - ImageWork.SHOWN) / 2 * (seen.maxX() - seen.minX());
        double marginY = (1 - ImageWork.SHOWN) / 2 * (seen.maxY() - seen.minY());
        Bounds home =
                new Bounds(seen.minX() + marginX, seen.minY() + marginY, seen.maxX() - marginX, seen.maxY() - marginY);
        // What is only drawn finer is looked at as before.
        if (!home.equals(close.map().getHome())) {
            close.map().setHome(home);
            close.map().fitAll();
        }
        closeSight.tryAgain();
        closeTitle.setText("p(z|x), %s times as close".formatted(Numbers.fixed(PLANE.width() / home.width(), 0)));
    }

    private static Heat heat(TruePosterior seen, boolean density, HeatScale scale, double... contours) {
        float[] values = new float[seen.logDensity().length];
        for (int i = 0; i < values.length; i++) {
            double log = seen.logDensity()[i];
            values[i] = (float) (density ? Math.exp(log) : log);
        }
        return new Heat(
                new Bounds(seen.minX(), seen.minY(), seen.maxX(), seen.maxY()),
                seen.columns(),
                values,
                scale,
                contours);
    }

    private void showEllipses() {
        ImageEvidence known = model.lookProperty().get();
        List<MapEllipse> ellipses = new ArrayList<>();
        if (known != null && known.landscape() != null) {
            ellipses.add(ellipse(known.mean(), known.logVariance(), MapEllipse.Kind.APPROXIMATE));
            Step shown = model.shownStep();
            if (shown != null && model.stepProperty().get() > 0) {
                ellipses.add(ellipse(shown.mean(), shown.logVariance(), MapEllipse.Kind.TRUE));
            }
        }
        for (LatentMap map : List.of(plane.map(), close.map())) {
            if (known != null && known.landscape() != null) {
                map.setMarker(new Point2D(known.mean()[0], known.mean()[1]));
            }
            map.ellipses().setAll(ellipses);
        }
    }

    private static MapEllipse ellipse(double[] mean, double[] logVariance, MapEllipse.Kind kind) {
        return MapEllipse.diagonal(
                mean[0], mean[1], Math.exp(0.5 * logVariance[0]), Math.exp(0.5 * logVariance[1]), kind);
    }
}
