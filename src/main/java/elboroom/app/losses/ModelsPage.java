package elboroom.app.losses;

import elboroom.app.ShellModel;
import elboroom.app.chart.Axis;
import elboroom.app.chart.ChartFiles;
import elboroom.app.chart.ChartTheme;
import elboroom.app.chart.PlanePlot;
import elboroom.app.chart.PlanePoint;
import elboroom.app.chart.Trail;
import elboroom.app.chart.Trail.Place;
import elboroom.app.losses.LossesModel.Known;
import elboroom.app.losses.TrailsModel.RunTrail;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The rate-distortion plane of all models of the data set, and of the runs that were kept. */
final class ModelsPage extends VBox {
    /** By such a share worse than a collapsed decoder a run may be and still set the scale; the rest is drawn at the edge. */
    private static final double WORSE_THAN_COLLAPSED = 0.1;

    private static final String RUN = "run ";

    private final LossesModel model;
    private final TrailsModel trails;
    private final PlanePlot plane = new PlanePlot(
            "Rate and distortion of all models",
            new Axis("Rate (KL)", "nats per image", 1),
            new Axis("Distortion", "nats per image", 1));

    ModelsPage(LossesModel model, TrailsModel trails, ShellModel shell, ChartFiles files) {
        this.model = model;
        this.trails = trails;
        getStyleClass().add("losses-page");
        Label words = new Label(
                "Each blue point is a model, by its figures on the test images of its own data. Along a dashed line"
                        + " of slope −1 the ELBO is the same: down and to the left is better. The blue line joins models of one"
                        + " kind by rising β: they pay less and less rate, in the end with worse pictures, until the rate is 0 and the"
                        + " decoder has collapsed. A pale line is the way of a run of the Train tab, by its first test images,"
                        + " from above to the point where it is now. Click a point to open its model or its run.");
        words.getStyleClass().add("caption");
        words.setWrapText(true);
        words.setMinHeight(USE_PREF_SIZE);
        plane.setId("chart-plane");
        plane.darkProperty().bind(shell.darkProperty());
        plane.setFiles(files);
        plane.setOnChosen(this::choose);
        VBox.setVgrow(plane, Priority.ALWAYS);
        getChildren().addAll(words, plane);
        model.reportProperty().addListener(observable -> show());
        trails.trailsProperty().addListener(observable -> show());
        show();
    }

    private void choose(String id) {
        trails.trailsProperty().get().stream()
                .filter(trail -> id(trail).equals(id))
                .findFirst()
                .ifPresentOrElse(trail -> trails.open(trail.run()), () -> model.choose(id));
    }

    private static String id(RunTrail trail) {
        return RUN + trail.run().folder();
    }

    private void show() {
        LossReport report = model.reportProperty().get();
        if (report == null) {
            return;
        }
        List<Known> all = model.known();
        List<PlanePoint> points = new ArrayList<>();
        for (Known known : all) {
            points.add(new PlanePoint(
                    known.model().name(),
                    known.model().title(),
                    new Place(
                            Objects.requireNonNull(known.figures().rate()),
                            known.figures().distortion()),
                    gallery(all, known) ? "β" : "",
                    known.model().name().equals(report.model().name()),
                    0));
        }
        List<Trail> ways = new ArrayList<>();
        for (RunTrail trail : trails.trailsProperty().get()) {
            int colour = ChartTheme.colour(ways.size());
            String title = trail.run().title();
            points.add(new PlanePoint(id(trail), title, trail.end(), "", false, colour));
            ways.add(new Trail(title, trail.places(), ChartTheme.faint(colour)));
        }
        double collapsed = report.bounds().collapsed();
        plane.setLeastElbo(-collapsed - WORSE_THAN_COLLAPSED * Math.abs(collapsed));
        plane.show(points, ways);
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
