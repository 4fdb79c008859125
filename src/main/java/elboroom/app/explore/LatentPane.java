package elboroom.app.explore;

import elboroom.app.widget.DirectScroll;
import elboroom.app.widget.Hints;
import elboroom.app.widget.WhileShown;
import elboroom.model.Posterior;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** All latent dimensions, one row each, in a list that scrolls if there are many. */
final class LatentPane extends VBox {
    /** So that the bars of a dimension that carries nothing look like nothing. */
    private static final double LEAST_FULL_BAR = 1;

    private final ExploreModel model;
    private final VBox list = new VBox();
    private final List<LatentRow> rows = new ArrayList<>();
    /** Also those of larger models before: each that is made holds the window up. */
    private final List<LatentRow> made = new ArrayList<>();

    LatentPane(ExploreModel model) {
        this.model = model;
        getStyleClass().addAll("section", "latent-pane");
        VBox.setVgrow(this, Priority.ALWAYS);
        ScrollPane scroll = new DirectScroll(list);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(header(), scroll);
        WhileShown.updateAfterFrame(this, this::showState, model.stateProperty());
        WhileShown.update(this, this::showPosterior, model.inspectionProperty());
    }

    private static HBox header() {
        Label title = new Label("Latent dimensions");
        title.getStyleClass().add("section-title");
        Label posterior = new Label("mean ± σ");
        posterior.getStyleClass().addAll("caption", "posterior");
        Label kl = new Label("KL, nats");
        kl.getStyleClass().addAll("caption", "kl-header");
        HBox.setHgrow(title, Priority.ALWAYS);
        title.setMaxWidth(Double.MAX_VALUE);
        Hints.explain(
                posterior, "posterior", "Posterior q(z|x) of the input: mean and standard deviation σ per dimension");
        Hints.explain(
                kl, "KL", "KL divergence of the posterior from the prior, per dimension; together they are the rate");
        HBox header = new HBox(title, posterior, kl);
        header.getStyleClass().add("latent-row");
        header.setAlignment(Pos.BASELINE_LEFT);
        return header;
    }

    private void showState() {
        List<Double> latent = model.state().latent();
        if (rows.size() != latent.size()) {
            while (made.size() < latent.size()) {
                made.add(new LatentRow(model, made.size()));
            }
            rows.clear();
            rows.addAll(made.subList(0, latent.size()));
            list.getChildren().setAll(rows);
            showPosterior();
        }
        for (int j = 0; j < rows.size(); j++) {
            rows.get(j).show(latent.get(j));
        }
    }

    private void showPosterior() {
        Inspection inspection = model.inspectionProperty().get();
        Posterior posterior = inspection == null || inspection.posterior().latentSize() != rows.size()
                ? null
                : inspection.posterior();
        double largest = LEAST_FULL_BAR;
        for (int j = 0; posterior != null && j < rows.size(); j++) {
            double nats = posterior.kl(0, j);
            largest = Double.isFinite(nats) ? Math.max(largest, nats) : largest;
        }
        for (LatentRow row : rows) {
            row.show(posterior, largest);
        }
    }
}
