package elboroom.app.train;

import elboroom.app.chart.Axis;
import elboroom.app.chart.BandPlot;
import elboroom.app.chart.ChartFiles;
import elboroom.app.chart.LinePlot;
import elboroom.app.chart.Range;
import elboroom.app.chart.Series;
import elboroom.app.chart.Settling;
import elboroom.app.chart.TimePlot;
import elboroom.app.chart.XMark;
import elboroom.app.widget.Hints;
import elboroom.app.widget.Numbers;
import elboroom.train.Curves;
import elboroom.train.SettingChange;
import elboroom.train.TestLosses;
import elboroom.train.Trouble;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.RowConstraints;
import org.jspecify.annotations.Nullable;

/** Both losses, their sum with β, and the KL of each dimension, over the epochs of a run, and both losses on their plane; charts that
 * move together. */
final class CurvesPane extends GridPane {
    /** Points of a curve that its average is taken of, at most; and at most this share of all. */
    private static final int SMOOTHING = 25;

    private static final int SHARE = 40;

    private static final double UPPER_SHARE = 52;
    /** Two charts above, three below. */
    private static final int COLUMNS = 6;

    /** A network that begins may pay hundreds of nats for some steps, and far less ever after. */
    private static final double SETTLING = 0.02;

    private static final long SETTLING_STEPS = 100;
    private static final String NO_RATE = "No prior, no rate";

    private static final Axis EPOCHS = new Axis("epoch", "", 2);

    private final LinePlot distortion = plot("Distortion", 1);
    private final LinePlot rate = plot("Rate (KL)", 2);
    private final LinePlot objective = plot("β-objective", 1);
    private final BandPlot kl = new BandPlot(
            "KL of each dimension", EPOCHS, new Axis("KL of each dimension", "nats", 2).orBriefly("KL of each z"));
    private final RunPlane plane;
    private final List<TimePlot> plots = List.of(distortion, rate, objective, kl);
    private List<RunData> compared = List.of();
    private @Nullable RunData shown;
    private int bands = -1;
    /** Set while the cursor is moved by the time machine, so that it does not answer back. */
    private boolean showing;

    /** @param files saves charts */
    CurvesPane(TimeModel time, ObservableValue<Boolean> dark, ChartFiles files) {
        getStyleClass().add("curves");
        // What is left of the width is its own, but what stands beside it comes first.
        setPrefWidth(0);
        explain();
        plane = new RunPlane(time, dark, files);
        for (int i = 0; i < COLUMNS; i++) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(100.0 / COLUMNS);
            getColumnConstraints().add(column);
        }
        getRowConstraints().addAll(row(UPPER_SHARE), row(100 - UPPER_SHARE));
        add(distortion, 0, 0, 3, 1);
        add(rate, 3, 0, 3, 1);
        add(objective, 0, 1, 2, 1);
        add(kl, 2, 1, 2, 1);
        add(plane.plot(), 4, 1, 2, 1);
        for (TimePlot plot : plots) {
            plot.setId("chart-" + plot.title().split("[ (]")[0].toLowerCase(Locale.ROOT));
            plot.darkProperty().bind(dark);
            plot.setFiles(files);
            plot.steerableProperty().set(true);
        }
        for (TimePlot plot : List.of(rate, objective, kl)) {
            plot.viewProperty().bindBidirectional(distortion.viewProperty());
            plot.hoveredProperty().bindBidirectional(distortion.hoveredProperty());
            plot.positionProperty().bindBidirectional(distortion.positionProperty());
        }
        time.stepProperty().addListener(observable -> showCursor(time));
        time.liveProperty().addListener(observable -> showCursor(time));
        distortion.positionProperty().addListener((observable, was, is) -> {
            RunData run = shown;
            if (!showing && run != null && !Double.isNaN(is.doubleValue())) {
                time.seek(Math.round(is.doubleValue() * run.stepsPerEpoch()));
                showCursor(time);
            }
        });
    }

    /** The epochs that are seen; null for all. */
    @Nullable
    Range seen() {
        return distortion.viewProperty().get();
    }

    void see(@Nullable Range epochs) {
        distortion.viewProperty().set(epochs);
    }

    private static LinePlot plot(String name, int decimals) {
        return new LinePlot(name, EPOCHS, new Axis(name, "nats per image", decimals));
    }

    private static RowConstraints row(double percent) {
        RowConstraints row = new RowConstraints();
        row.setPercentHeight(percent);
        return row;
    }

    private void explain() {
        Hints.explain(
                distortion,
                "distortion",
                "Reconstruction loss −E[log p(x|z)]: how badly the decoder predicts an image from its code. One of the two"
                        + " losses in tension");
        Hints.explain(
                rate,
                "rate",
                "Regularisation loss KL(q(z|x) ‖ p(z)): what the codes cost. A better picture needs a dearer code; at 0 the"
                        + " code says nothing. A plain autoencoder has none");
        Hints.explain(
                objective,
                "β-objective",
                "What training makes smaller: distortion + β · rate. Only with β = 1 and without free bits is it minus the"
                        + " ELBO");
        Hints.explain(
                kl,
                "KL of each dimension",
                "The rate, split up among the latent dimensions. A band that thins out to nothing is a dimension that"
                        + " collapses");
    }

    private void showCursor(TimeModel time) {
        RunData run = shown;
        showing = true;
        distortion
                .positionProperty()
                .set(
                        run == null || time.liveProperty().get()
                                ? Double.NaN
                                : run.epoch(time.stepProperty().get()));
        showing = false;
    }

    /** Shows the curves of a run; null for none. */
    void show(@Nullable RunData run) {
        boolean other = run == null || shown == null || !run.title().equals(shown.title());
        shown = run;
        plane.show(run);
        if (other) {
            rebuild();
        }
        if (run == null) {
            return;
        }
        fill(run);
        List<XMark> marks = marks(run);
        for (TimePlot plot : plots) {
            plot.expectedEndProperty().set(run.epoch(run.steps()));
            plot.settlingProperty().set(new Settling(SETTLING, run.epoch(SETTLING_STEPS)));
            if (!plot.marks().equals(marks)) {
                plot.marks().setAll(marks);
            }
        }
    }

    /** Lays the test losses of other runs over those of the one that is shown. */
    void compare(List<RunData> others) {
        compared = List.copyOf(others);
        plane.compare(others);
        rebuild();
        RunData run = shown;
        if (run != null) {
            fill(run);
        }
    }

    private void rebuild() {
        RunData run = shown;
        boolean free = run != null && run.config().autoencoder();
        boolean none =
                free && compared.stream().allMatch(other -> other.config().autoencoder());
        kl.absenceProperty().set(free ? NO_RATE : "");
        rate.absenceProperty().set(none ? NO_RATE : "");
        plane.plot().absenceProperty().set(none ? NO_RATE : "");
        for (LinePlot plot : List.of(distortion, rate, objective)) {
            plot.series().clear();
            plot.series().add(Series.numbered("training", 0));
            plot.series().add(Series.numbered("test", 1).exact());
            for (int i = 0; i < compared.size(); i++) {
                plot.series()
                        .add(Series.numbered(compared.get(i).title() + ", test", i + 2)
                                .exact());
            }
        }
        bands = -1;
        for (int i = 0; i < compared.size(); i++) {
            RunData other = compared.get(i);
            fillTest(distortion, i + 2, other, TestLosses::distortion);
            fillTest(rate, i + 2, other, TestLosses::rate);
            fillTest(objective, i + 2, other, other::objective);
        }
    }

    private void fill(RunData run) {
        Curves curves = run.curves();
        double[] epochs = LongStream.of(curves.step()).mapToDouble(run::epoch).toArray();
        int smoothing = Math.max(1, Math.min(SMOOTHING, epochs.length / SHARE));
        for (LinePlot plot : List.of(distortion, rate, objective)) {
            plot.smoothingProperty().set(smoothing);
        }
        distortion.series().get(0).set(epochs, doubles(curves.distortion()));
        rate.series().get(0).set(epochs, doubles(curves.rate()));
        objective.series().get(0).set(epochs, doubles(curves.objective()));
        fillTest(distortion, 1, run, TestLosses::distortion);
        fillTest(rate, 1, run, TestLosses::rate);
        fillTest(objective, 1, run, run::objective);
        fillBands(curves, epochs);
    }

    private static void fillTest(LinePlot plot, int series, RunData run, ToDoubleFunction<TestLosses> value) {
        plot.series()
                .get(series)
                .set(
                        run.tests().stream()
                                .mapToDouble(test -> run.epoch(test.step()))
                                .toArray(),
                        run.tests().stream().mapToDouble(value).toArray());
    }

    private void fillBands(Curves curves, double[] epochs) {
        float[][] parts = curves.klPerDimension();
        if (bands != parts.length) {
            bands = parts.length;
            kl.setBands(IntStream.range(0, bands).mapToObj(Numbers::latentName).toList());
        } else {
            kl.clear();
        }
        for (int i = 0; i < epochs.length; i++) {
            double[] values = new double[bands];
            for (int j = 0; j < bands; j++) {
                values[j] = parts[j][i];
            }
            kl.append(epochs[i], values);
        }
    }

    private static double[] doubles(float[] values) {
        double[] wide = new double[values.length];
        for (int i = 0; i < wide.length; i++) {
            wide[i] = values[i];
        }
        return wide;
    }

    private static List<XMark> marks(RunData run) {
        List<XMark> marks = new ArrayList<>();
        for (SettingChange change : run.changes()) {
            String name = change.setting() == SettingChange.Setting.BETA ? "β " : "lr ";
            marks.add(new XMark(run.epoch(change.step()), name + Texts.number(change.to())));
        }
        Trouble trouble = run.trouble();
        if (trouble != null && trouble.step() > 0) {
            marks.add(new XMark(run.epoch(trouble.step()), trouble.mark()));
        }
        return marks;
    }
}
