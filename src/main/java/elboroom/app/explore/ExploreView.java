package elboroom.app.explore;

import elboroom.app.chart.ChartFiles;
import elboroom.app.widget.DirectScroll;
import elboroom.app.widget.InTurn;
import java.util.concurrent.Executor;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The Explore tab: the latent map, the largest thing on the screen, and what is known of the marker and the input beside it. */
public final class ExploreView extends BorderPane {
    private static final double INSPECTOR_SHARE = 0.43;

    private final ExploreModel model;
    private final VBox inspector = new VBox();

    /**
     * @param dark whether the dark theme is on
     * @param drawing draws the map's points off the thread of the window
     * @param files saves pictures
     * @param compare opens an autoencoder beside a VAE
     */
    public ExploreView(
            ExploreModel model, ObservableValue<Boolean> dark, Executor drawing, ChartFiles files, Runnable compare) {
        this.model = model;
        getStyleClass().add("explore");
        setCenter(new MapPane(model, dark, drawing, files, compare));
        inspector.getStyleClass().add("inspector");
        ScrollPane scroll = new DirectScroll(inspector);
        scroll.getStyleClass().add("inspector-scroll");
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        // The style sheet sets the least and the greatest width; between them the map keeps the larger part.
        scroll.prefWidthProperty().bind(widthProperty().multiply(INSPECTOR_SHARE));
        setRight(scroll);
    }

    /** Fills the place beside the map, which has its size already: the window's first picture need not wait for that. */
    void complete() {
        InTurn.fill(
                this,
                () -> add(new MarkerPane(model)),
                () -> add(new InputPane(model)),
                () -> inspector.getChildren().add(new LatentPane(model)));
    }

    /** The list of dimensions scrolls by itself; the others must not be cut short for it. */
    private void add(Region pane) {
        pane.setMinHeight(Region.USE_PREF_SIZE);
        inspector.getChildren().add(pane);
    }
}
