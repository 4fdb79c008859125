package elboroom.app.trick;

import elboroom.app.ShellModel;
import elboroom.app.chart.Axis;
import elboroom.app.chart.ChartFiles;
import elboroom.app.chart.HistogramPlot;
import elboroom.app.widget.Hints;
import elboroom.app.widget.Numbers;
import elboroom.app.widget.TitleCell;
import elboroom.measure.GradientEstimators;
import elboroom.measure.GradientEstimators.Kind;
import elboroom.measure.Histogram;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.RowConstraints;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** How much four estimates of the same gradient vary: a histogram of each, and their averages and variances. */
final class VariancePage extends VBox {
    private static final int INTERVALS = 24;
    private static final int COMMON_INTERVALS = 80;

    private final TrickModel trick;
    private final VarianceModel model;
    private final Pills<Weights> weights;
    private final ComboBox<Integer> component = new ComboBox<>();
    private final CheckBox common = new CheckBox("one scale for all");
    private final ProgressBar bar = new ProgressBar(0);
    private final Button cancel = new Button("Cancel");
    private final Map<Kind, HistogramPlot> plots = new EnumMap<>(Kind.class);
    private final Map<Kind, Label> captions = new EnumMap<>(Kind.class);
    private final Label verdict = new Label();

    VariancePage(TrickModel trick, ShellModel shell, ChartFiles files) {
        this.trick = trick;
        model = trick.variance();
        getStyleClass().add("trick-page");
        weights = new Pills<>(model::choose);
        for (Weights each : Weights.values()) {
            weights.with(each, "weights-" + each.title(), each.title(), each.explanation());
        }
        component.setId("variance-component");
        TitleCell.install(component, j -> "by the mean's bias of " + Numbers.latentName(j));
        Hints.explain(
                component,
                "component of the gradient",
                "Which number of the whole gradient is looked at: that by one bias of the layer that gives the means");
        common.setId("variance-common");
        Hints.explain(
                common,
                "one scale for all",
                "Draws all four over the same axis: what is narrow is then seen to be narrow");
        cancel.setId("variance-cancel");
        cancel.setMinWidth(USE_PREF_SIZE);
        verdict.setId("variance-verdict");
        verdict.setWrapText(true);
        verdict.setMinHeight(USE_PREF_SIZE);
        GridPane grid = new GridPane();
        grid.getStyleClass().add("trick-histograms");
        for (int i = 0; i < 2; i++) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(50);
            grid.getColumnConstraints().add(column);
            RowConstraints row = new RowConstraints();
            row.setPercentHeight(50);
            grid.getRowConstraints().add(row);
        }
        for (Kind kind : Kind.values()) {
            grid.add(panel(kind, shell, files), kind.ordinal() % 2, kind.ordinal() / 2);
        }
        VBox.setVgrow(grid, Priority.ALWAYS);
        FlowPane controls = new FlowPane(weights, component, common, bar, cancel);
        controls.getStyleClass().add("map-bar");
        controls.setMinHeight(USE_PREF_SIZE);
        getChildren().addAll(controls, verdict, grid);
        cancel.setOnAction(event -> {
            if (Double.isNaN(model.progressProperty().get())) {
                model.again();
            } else {
                model.cancel();
            }
        });
        component.valueProperty().addListener(observable -> show());
        common.selectedProperty().addListener(observable -> show());
        model.estimatesProperty().addListener(observable -> show());
        model.progressProperty().addListener(observable -> progress());
        model.weightsProperty().addListener(observable -> show());
        show();
        progress();
    }

    /** What is looked at of the gradient. */
    TrickTab.Look look() {
        Integer chosen = component.getValue();
        return new TrickTab.Look(chosen == null ? 0 : chosen, common.isSelected());
    }

    void look(TrickTab.Look kept) {
        common.setSelected(kept.common());
        component.setValue(Math.max(0, kept.component()));
    }

    private Node panel(Kind kind, ShellModel shell, ChartFiles files) {
        Label title = new Label(Estimator.title(kind) + ":  " + Estimator.formula(kind));
        title.getStyleClass().add("section-title");
        title.setMinWidth(0);
        Hints.explain(title, Estimator.title(kind), Estimator.meaning(kind));
        Label caption = new Label();
        caption.setId("variance-" + kind.name().toLowerCase(Locale.ROOT));
        caption.getStyleClass().add("caption");
        caption.setMinWidth(0);
        captions.put(kind, caption);
        HistogramPlot plot = new HistogramPlot(Estimator.title(kind), "draws");
        plot.setId("histogram-" + kind.name().toLowerCase(Locale.ROOT));
        plot.darkProperty().bind(shell.darkProperty());
        plot.setFiles(files);
        plot.setMinHeight(0);
        plot.setPrefHeight(160);
        VBox.setVgrow(plot, Priority.ALWAYS);
        plots.put(kind, plot);
        return new VBox(title, caption, plot);
    }

    private void progress() {
        double share = model.progressProperty().get();
        boolean busy = !Double.isNaN(share);
        GradientEstimators now = model.estimatesProperty().get();
        boolean unfinished =
                !trick.explored().model().autoencoder() && (now == null || now.draws() < VarianceModel.DRAWS);
        bar.setVisible(busy);
        bar.setProgress(busy ? share : 0);
        cancel.setText(busy ? "Cancel" : "Go on");
        cancel.setVisible(busy || unfinished);
    }

    private void show() {
        weights.show(model.weightsProperty().get());
        GradientEstimators now = model.estimatesProperty().get();
        if (now == null || now.draws() < 2) {
            plots.values().forEach(plot -> plot.show(null, -1));
            captions.values().forEach(caption -> caption.setText(""));
            verdict.setText(
                    trick.explored().model().autoencoder()
                            ? "A plain autoencoder draws nothing, so its gradient has no noise from draws. Choose a VAE above."
                            : "Drawing the first noise…");
            progress();
            return;
        }
        int j = dimension(now.latentSize());
        Histogram scale = common.isSelected()
                ? Histogram.of(
                        Arrays.stream(Kind.values())
                                .flatMapToDouble(kind -> DoubleStream.of(now.values(kind, j)))
                                .toArray(),
                        COMMON_INTERVALS)
                : null;
        plots.forEach((kind, plot) -> {
            double[] values = now.values(kind, j);
            Histogram histogram = scale == null ? Histogram.of(values, INTERVALS) : on(scale, values);
            int decimals = (int) Math.max(0, Math.min(4, Math.ceil(-Math.log10(histogram.width()))));
            plot.setAxis(new Axis("estimate from one draw", "nats per unit", decimals));
            plot.setAverage(now.mean(kind, j), VarianceTexts.decimals(now, kind, j));
            plot.show(histogram, -1);
        });
        captions.forEach((kind, caption) -> caption.setText(VarianceTexts.caption(now, kind, j)));
        verdict.setText(VarianceTexts.verdict(now, j));
        progress();
    }

    private int dimension(int latentSize) {
        if (component.getItems().size() != latentSize) {
            component.getItems().setAll(IntStream.range(0, latentSize).boxed().toList());
        }
        @Nullable Integer chosen = component.getValue();
        if (chosen == null || chosen >= latentSize) {
            component.setValue(0);
            return 0;
        }
        return chosen;
    }

    /** The values in the intervals of all of them. */
    private static Histogram on(Histogram scale, double[] values) {
        int[] counts = new int[scale.counts().length];
        int[] bin = new int[values.length];
        for (int i = 0; i < values.length; i++) {
            int at = (int) Math.floor((values[i] - scale.start()) / scale.width());
            bin[i] = Math.max(0, Math.min(counts.length - 1, at));
            counts[bin[i]]++;
        }
        return new Histogram(scale.start(), scale.width(), bin, counts);
    }
}
