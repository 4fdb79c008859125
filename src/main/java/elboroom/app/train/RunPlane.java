package elboroom.app.train;

import elboroom.app.chart.Axis;
import elboroom.app.chart.ChartFiles;
import elboroom.app.chart.ChartTheme;
import elboroom.app.chart.PlanePlot;
import elboroom.app.chart.PlanePoint;
import elboroom.app.chart.Trail;
import elboroom.app.chart.Trail.Place;
import elboroom.app.widget.Hints;
import elboroom.train.TestLosses;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/** The way of a run over the rate-distortion plane by its test losses, and where on it the moment is that is looked at. */
final class RunPlane {
    private final TimeModel time;
    private final PlanePlot plot = new PlanePlot(
            "Rate and distortion over the run",
            new Axis("Rate (KL), test", "nats per image", 2).orBriefly("Rate, test"),
            new Axis("Distortion, test", "nats per image", 1).orBriefly("Distortion"));
    private List<RunData> compared = List.of();
    private @Nullable RunData shown;

    /** @param files saves charts */
    RunPlane(TimeModel time, ObservableValue<Boolean> dark, ChartFiles files) {
        this.time = time;
        plot.setId("chart-run-plane");
        plot.darkProperty().bind(dark);
        plot.setFiles(files);
        Hints.explain(
                plot,
                "rate-distortion plane",
                "The way of the run by its test images, from the first measurement of the untrained network. Along a dashed"
                        + " line the ELBO is the same: down and to the left is better. The ringed point is the moment that is"
                        + " looked at");
        time.stepProperty().addListener(observable -> draw());
    }

    PlanePlot plot() {
        return plot;
    }

    /** Shows the way of a run; null for none. */
    void show(@Nullable RunData run) {
        shown = run;
        draw();
    }

    /** Shows the ways of other runs too. */
    void compare(List<RunData> others) {
        compared = List.copyOf(others);
        draw();
    }

    private void draw() {
        List<PlanePoint> points = new ArrayList<>();
        List<Trail> trails = new ArrayList<>();
        for (int i = 0; i < compared.size(); i++) {
            RunData other = compared.get(i);
            Trail trail = new Trail(other.title(), places(other), ChartTheme.colour(i + 2));
            trails.add(trail);
            trail.end().ifPresent(end -> points.add(point(other.title(), end, false, trail.argb())));
        }
        RunData run = shown;
        if (run != null) {
            trails.add(new Trail(run.title(), places(run), ChartTheme.colour(1)));
            run.testAt(time.stepProperty().get())
                    .map(RunPlane::place)
                    .filter(Place::isFinite)
                    .ifPresent(at -> points.add(point(run.title(), at, true, 0)));
        }
        plot.show(points, trails);
    }

    private static PlanePoint point(String title, Place at, boolean current, int argb) {
        return new PlanePoint(title, title, at, "", current, argb);
    }

    /** An autoencoder has no rate, a run that diverged no losses: they are nowhere. */
    private static List<Place> places(RunData run) {
        return run.tests().stream().map(RunPlane::place).filter(Place::isFinite).toList();
    }

    private static Place place(TestLosses test) {
        return new Place(test.rate(), test.distortion());
    }
}
