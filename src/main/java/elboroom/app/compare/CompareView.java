package elboroom.app.compare;

import elboroom.app.chart.ChartFiles;
import elboroom.app.explore.Colouring;
import elboroom.app.explore.MapContent;
import elboroom.app.map.ClassLegend;
import elboroom.app.map.LatentMap;
import java.util.Set;
import java.util.concurrent.Executor;
import javafx.application.Platform;
import javafx.beans.value.ObservableValue;
import javafx.collections.SetChangeListener;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The Compare tab: two maps, what lies under the pointer between them, samples and one image through both below. */
public final class CompareView extends BorderPane {
    private final CompareModel model;
    private final SidePane left;
    private final SidePane right;
    private final ClassLegend legend;
    private Colouring legended = Colouring.NONE;
    private boolean showing;

    /**
     * @param dark whether the dark theme is on
     * @param drawing draws the maps' points off the thread of the window
     * @param files saves pictures
     */
    public CompareView(CompareModel model, ObservableValue<Boolean> dark, Executor drawing, ChartFiles files) {
        this.model = model;
        left = new SidePane(model, Side.LEFT, dark, drawing, files);
        right = new SidePane(model, Side.RIGHT, dark, drawing, files);
        legend = new ClassLegend(left.map().hiddenClasses());
        getStyleClass().add("compare");
        PointerPane pointer = new PointerPane(model);
        HBox.setHgrow(left, Priority.ALWAYS);
        HBox.setHgrow(right, Priority.ALWAYS);
        HBox maps = new HBox(left, pointer, right);
        maps.getStyleClass().add("compare-maps");
        VBox.setVgrow(maps, Priority.ALWAYS);
        VBox page = new VBox(new CompareBar(model), maps, legend, new RowsPane(model));
        page.getStyleClass().add("compare-page");
        ScrollPane scroll = new ScrollPane(page);
        scroll.getStyleClass().add("compare-scroll");
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        setCenter(scroll);
        new SharedAxes(model, left.map(), right.map());
        // What it shows is loaded when it is seen for the first time.
        sceneProperty().addListener((observable, was, is) -> {
            if (is != null) {
                model.open();
            }
        });
        // The arrow keys move the pointer from the start.
        left.map().sceneProperty().addListener(observable -> Platform.runLater(left.map()::requestFocus));
        left.map().hiddenClasses().addListener((SetChangeListener<Integer>) change -> hide(left.map()));
        model.stateProperty().addListener(observable -> showHidden());
        model.side(Side.LEFT).scatterProperty().addListener(observable -> showLegend());
        showHidden();
        showLegend();
    }

    private void hide(LatentMap map) {
        if (!showing) {
            model.hideClasses(Set.copyOf(map.hiddenClasses()));
        }
    }

    private void showHidden() {
        showing = true;
        MapContent.hide(left.map(), model.state().hidden());
        MapContent.hide(right.map(), model.state().hidden());
        showing = false;
    }

    /** Both encode the same images, so the classes of one are those of the other. */
    private void showLegend() {
        Colouring colouring = model.side(Side.LEFT).scatterProperty().get().colouring();
        if (!colouring.names().isEmpty()
                && (!colouring.names().equals(legended.names()) || colouring.palette() != legended.palette())) {
            legended = colouring;
            legend.setClasses(colouring.names(), colouring.palette());
        }
    }
}
