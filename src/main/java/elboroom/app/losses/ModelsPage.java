package elboroom.app.losses;

import elboroom.app.ShellModel;
import elboroom.app.chart.Axis;
import elboroom.app.chart.ChartFiles;
import elboroom.app.chart.PlanePlot;
import elboroom.app.chart.PlanePlot.Point;
import elboroom.app.losses.LossesModel.Known;
import java.util.List;
import java.util.Objects;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The rate-distortion plane of all models of the data set. */
final class ModelsPage extends VBox {
    private final LossesModel model;
    private final PlanePlot plane = new PlanePlot(
            "Rate and distortion of all models",
            new Axis("Rate (KL)", "nats per image", 1),
            new Axis("Distortion", "nats per image", 1));

    ModelsPage(LossesModel model, ShellModel shell, ChartFiles files) {
        this.model = model;
        getStyleClass().add("losses-page");
        Label words = new Label(
                "Each model is a point, by its figures on the test images of its own data. Along a dashed line"
                        + " of slope −1 the ELBO is the same: down and to the left is better. The line joins models that differ in"
                        + " β alone: as β rises they pay less rate and make worse pictures, until the rate is 0 and the decoder has"
                        + " collapsed. Click a point to open its model.");
        words.getStyleClass().add("caption");
        words.setWrapText(true);
        words.setMinHeight(USE_PREF_SIZE);
        plane.setId("chart-plane");
        plane.darkProperty().bind(shell.darkProperty());
        plane.setFiles(files);
        plane.setOnChosen(model::choose);
        VBox.setVgrow(plane, Priority.ALWAYS);
        getChildren().addAll(words, plane);
        model.reportProperty().addListener(observable -> show());
        show();
    }

    private void show() {
        LossReport report = model.reportProperty().get();
        if (report == null) {
            return;
        }
        List<Known> all = model.known();
        plane.show(
                all.stream()
                        .map(known -> new Point(
                                known.model().name(),
                                known.model().title(),
                                Objects.requireNonNull(known.figures().rate()),
                                known.figures().distortion(),
                                gallery(all, known) ? "β" : "",
                                known.model().name().equals(report.model().name())))
                        .toList(),
                List.of());
    }

    /** Whether other models share all but β with this one: the same network, latent size and likelihood. */
    private static boolean gallery(List<Known> all, Known one) {
        return all.stream()
                        .filter(other -> other.config()
                                        .architecture()
                                        .equals(one.config().architecture())
                                && other.config().latentSize() == one.config().latentSize()
                                && other.config()
                                        .likelihood()
                                        .equals(one.config().likelihood()))
                        .count()
                > 2;
    }
}
