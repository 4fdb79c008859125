package elboroom.app.evidence;

import elboroom.app.ShellModel;
import elboroom.app.chart.Axis;
import elboroom.app.chart.ChartFiles;
import elboroom.app.chart.ErrorBarPlot;
import elboroom.app.chart.Reference;
import elboroom.app.widget.Hints;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The importance-weighted bounds, which rise from the ELBO towards the evidence. */
final class LadderPane extends VBox {
    private final EvidenceModel model;
    private final ErrorBarPlot plot = new ErrorBarPlot(
            "Importance-weighted bounds",
            new Axis("k, draws under the logarithm", "", 0),
            new Axis("bound", "nats", 2));

    LadderPane(EvidenceModel model, ShellModel shell, ChartFiles files) {
        this.model = model;
        getStyleClass().add("evidence-map");
        plot.setId("chart-ladder");
        plot.darkProperty().bind(shell.darkProperty());
        plot.setFiles(files);
        plot.setPrefSize(200, 180);
        VBox.setVgrow(plot, Priority.ALWAYS);
        Label title = new Label("From ELBO to evidence: IWAE");
        title.getStyleClass().add("section-title");
        Hints.explain(
                title,
                "importance-weighted bounds",
                "E log (1/k) Σ p(x,zᵢ)/q(zᵢ|x), each z drawn from q(z|x): the ELBO for k = 1, and closer to log p(x) the larger k");
        Label words = new Label("Bars: one standard error.");
        words.getStyleClass().add("caption");
        setMinWidth(0);
        getChildren().addAll(title, plot, words);
        model.ladderProperty().addListener(observable -> show());
        show();
    }

    private void show() {
        ImageEvidence known = model.lookProperty().get();
        boolean any = !model.ladderProperty().get().isEmpty();
        plot.show(
                model.ladderProperty().get().stream()
                        .map(rung -> new ErrorBarPlot.Point(rung.k(), rung.bound(), rung.standardError()))
                        .toList(),
                any && known != null && known.isExact()
                        ? List.of(new Reference(known.logEvidence(), "exact log p(x)"))
                        : List.of());
    }
}
