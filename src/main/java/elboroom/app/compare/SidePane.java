package elboroom.app.compare;

import elboroom.app.chart.ChartFiles;
import elboroom.app.concurrent.Engine;
import elboroom.app.explore.LayerBar;
import elboroom.app.explore.MapContent;
import elboroom.app.explore.PlaneChooser;
import elboroom.app.explore.Scatter;
import elboroom.app.explore.Workspace.ModelChoice;
import elboroom.app.map.LatentMap;
import elboroom.app.map.MapEllipse;
import elboroom.app.map.MapMark;
import elboroom.app.map.MapMenu;
import elboroom.app.map.MosaicRequest;
import elboroom.app.widget.Hints;
import elboroom.app.widget.TitleCell;
import elboroom.data.ImageShape;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Point2D;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;

/** One side: which model, and its latent map, tied to the state in both directions. */
final class SidePane extends BorderPane {
    private final CompareModel model;
    private final Side side;
    private final SideModel own;
    private final LatentMap map;
    private final ComboBox<ModelChoice> models = new ComboBox<>();
    private final PlaneChooser planes;
    private final Label trouble = new Label();
    private boolean showing;

    SidePane(CompareModel model, Side side, ObservableValue<Boolean> dark, Executor drawing, ChartFiles files) {
        this.model = model;
        this.side = side;
        own = model.side(side);
        map = new LatentMap(drawing);
        planes = new PlaneChooser(side.prefix(), plane -> model.choosePlane(side, plane));
        getStyleClass().add("side-pane");
        map.setId(side.prefix() + "map");
        map.darkProperty().bind(dark);
        MapMenu.install(map, side == Side.LEFT ? "Left latent map" : "Right latent map", files);
        models.setId(side.prefix() + "model");
        models.getStyleClass().add("side-picker");
        TitleCell.install(models, ModelChoice::title);
        models.setOnAction(event -> choose());
        Hints.explain(models, side.prefix() + "model", "The model on this side: its latent space is the map below");
        trouble.getStyleClass().add("note");
        HBox header = new HBox(models, planes, trouble);
        header.getStyleClass().add("side-header");
        header.setAlignment(Pos.CENTER_LEFT);
        // Both maps are equally wide, whatever the models are called.
        header.setMinWidth(0);
        setMinWidth(0);
        setPrefWidth(0);
        setTop(header);
        setCenter(map);
        listenToMap();
        model.stateProperty().addListener((observable, was, is) -> follow(was, is));
        model.hoveredProperty().addListener(observable -> showMarks());
        model.hoveredSampleProperty().addListener(observable -> showMarks());
        own.scatterProperty().addListener(observable -> showScatter());
        own.inspectionProperty().addListener(observable -> showPosterior());
        own.engineProperty().addListener(observable -> showTrouble());
        showScatter();
        showTrouble();
    }

    LatentMap map() {
        return map;
    }

    private void choose() {
        ModelChoice choice = models.getValue();
        if (!showing && choice != null) {
            model.chooseModel(side, choice.name());
            showState();
        }
    }

    private void listenToMap() {
        map.setOnMarkerMoved((x, y) -> {
            if (!showing) {
                model.moveTo(x, y);
            }
        });
        map.setOnPointSelected(index -> model.select(side, index));
        map.setOnPointHovered(index -> {
            MapContent.hover(map, own.imagesProperty().get(), index, own.colour());
            model.hover(index);
        });
        map.setOnMosaicNeeded(this::decodeMosaic);
        // Added after the map's own handlers: the selection that a click makes belongs to the same gesture.
        map.addEventHandler(MouseEvent.MOUSE_RELEASED, event -> model.endGesture());
        map.addEventHandler(KeyEvent.KEY_RELEASED, event -> model.endGesture());
    }

    private void follow(CompareState was, CompareState is) {
        showState();
        // Beyond two dimensions the mosaic depends on the coordinates that are held, too.
        if (!was.side(side).equals(is.side(side))
                || (own.model().latentSize() > 2 && was.selected() != is.selected())) {
            map.clearMosaic();
        }
    }

    private void showState() {
        showing = true;
        CompareState state = model.state();
        if (!models.getItems().equals(model.models())) {
            models.getItems().setAll(model.models());
        }
        models.setValue(own.model());
        planes.show(state.side(side).plane(), own.model().latentSize());
        map.setMarker(new Point2D(state.x(), state.y()));
        LayerBar.apply(state.layers(), map.layers());
        MapContent.axes(map, state.side(side).plane(), !own.model().autoencoder());
        map.setHighlight(state.selected());
        showing = false;
    }

    private void showScatter() {
        Scatter scatter = own.scatterProperty().get();
        MapContent.points(map, scatter);
        map.clearMosaic();
        showState();
        showPosterior();
        showMarks();
    }

    private void showPosterior() {
        MapContent.posterior(map, own.highlight(), MapEllipse.Kind.APPROXIMATE);
    }

    /** Where the image or the sample lies that is under the pointer elsewhere. */
    private void showMarks() {
        List<MapMark> marks = new ArrayList<>();
        Scatter scatter = own.scatterProperty().get();
        int image = model.hoveredProperty().get();
        if (image >= 0 && image < scatter.size() && map.getHovered() != image) {
            marks.add(new MapMark(scatter.x()[image], scatter.y()[image], "#" + image, MapEllipse.Kind.APPROXIMATE));
        }
        PriorSamples samples = own.samplesProperty().get();
        int drawn = model.hoveredSampleProperty().get();
        if (samples != null && drawn >= 0) {
            double[] z = samples.z(drawn);
            marks.add(new MapMark(own.projection().x(z), own.projection().y(z), "sample", MapEllipse.Kind.APPROXIMATE));
        }
        if (!marks.equals(map.marks())) {
            map.marks().setAll(marks);
        }
    }

    private void showTrouble() {
        trouble.setText(
                own.engineProperty().get() == Engine.State.FAILED ? "could not be opened: choose another model" : "");
        trouble.setVisible(!trouble.getText().isEmpty());
        trouble.setManaged(trouble.isVisible());
    }

    private void decodeMosaic(MosaicRequest request) {
        ImageShape shape = own.model().shape();
        own.decodeGrid(
                request.xs(), request.ys(), pixels -> map.showMosaic(request, shape.width(), shape.height(), pixels));
    }
}
