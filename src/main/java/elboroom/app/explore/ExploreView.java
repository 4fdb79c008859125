package elboroom.app.explore;

import elboroom.app.chart.ChartFiles;
import elboroom.app.widget.DirectScroll;
import java.util.concurrent.Executor;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The Explore tab: the latent map, the largest thing on the screen, and what is known of the marker and the input beside it. */
public final class ExploreView extends BorderPane {
    private static final double INSPECTOR_SHARE = 0.43;

    /**
     * @param dark whether the dark theme is on
     * @param drawing draws the map's points off the thread of the window
     * @param files saves pictures
     * @param compare opens an autoencoder beside a VAE
     */
    public ExploreView(
            ExploreModel model, ObservableValue<Boolean> dark, Executor drawing, ChartFiles files, Runnable compare) {
        getStyleClass().add("explore");
        setCenter(new MapPane(model, dark, drawing, files, compare));
        LatentPane latent = new LatentPane(model);
        VBox.setVgrow(latent, Priority.ALWAYS);
        MarkerPane marker = new MarkerPane(model);
        InputPane input = new InputPane(model);
        // The list of dimensions scrolls by itself; the others must not be cut short for it.
        marker.setMinHeight(Region.USE_PREF_SIZE);
        input.setMinHeight(Region.USE_PREF_SIZE);
        VBox inspector = new VBox(marker, input, latent);
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
}
