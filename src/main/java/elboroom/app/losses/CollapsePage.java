package elboroom.app.losses;

import elboroom.app.ShellModel;
import elboroom.app.chart.Axis;
import elboroom.app.chart.ChartFiles;
import elboroom.app.chart.StackedBars;
import elboroom.app.chart.StackedBars.Limit;
import elboroom.app.chart.StackedBars.Part;
import elboroom.app.chart.StackedBars.Row;
import elboroom.app.widget.Hints;
import elboroom.app.widget.Numbers;
import elboroom.measure.Collapse;
import elboroom.measure.Evaluation;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Which dimensions carry information: a verdict, a table to sort, and bars. */
final class CollapsePage extends VBox {
    /** Bars of so many dimensions have room below each other; the table has them all. */
    private static final int MOST_BARS = 12;

    private final LossesModel model;
    private final Label verdict = new Label();
    private final Label advice = new Label();
    private final TableView<Collapse.Dimension> table = new TableView<>();
    private final StackedBars bars =
            new StackedBars("KL of each dimension", new Axis("KL of each dimension", "nats per image", 2));

    CollapsePage(LossesModel model, ShellModel shell, ChartFiles files) {
        this.model = model;
        getStyleClass().add("losses-page");
        verdict.setId("verdict");
        verdict.getStyleClass().add("verdict");
        verdict.setWrapText(true);
        verdict.setMinHeight(USE_PREF_SIZE);
        advice.setId("advice");
        advice.setWrapText(true);
        advice.setMinHeight(USE_PREF_SIZE);
        bars.setId("chart-collapse");
        bars.darkProperty().bind(shell.darkProperty());
        bars.setFiles(files);
        buildTable();
        HBox.setHgrow(table, Priority.ALWAYS);
        HBox.setHgrow(bars, Priority.ALWAYS);
        bars.setPrefWidth(300);
        table.setPrefWidth(760);
        HBox both = new HBox(table, bars);
        both.getStyleClass().add("halves");
        VBox.setVgrow(both, Priority.ALWAYS);
        getChildren().addAll(verdict, advice, both);
        model.reportProperty().addListener(observable -> show());
        show();
    }

    private void buildTable() {
        table.setId("collapse-table");
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.setPlaceholder(new Label("Not measured yet"));
        table.getStyleClass().add("dense");
        add("z", "The latent dimension", d -> d.index() + 1, d -> Numbers.latentName(d.index()));
        add("KL, nats", "Average KL from the prior", Collapse.Dimension::kl, d -> Numbers.fixed(d.kl(), 3));
        add(
                "Var of means",
                "Variance over the images of the posterior mean; active above %s (Burda 2016)"
                        .formatted(Evaluation.ACTIVE_VARIANCE),
                Collapse.Dimension::varianceOfMeans,
                d -> Numbers.fixed(d.varianceOfMeans(), 4));
        add(
                "Mean σ²",
                "Average posterior variance: 1 where the posterior is the prior",
                Collapse.Dimension::meanPosteriorVariance,
                d -> Numbers.fixed(d.meanPosteriorVariance(), 3));
        add(
                "KL < 0.01, %",
                "Share of the images whose KL in this dimension is below 0.01 nats; collapsed from 99 % on (Lucas 2019)",
                d -> 100 * d.shareBelow(),
                d -> Numbers.fixed(100 * d.shareBelow(), 1));
        add(
                "Shuffle effect",
                "How far the decoded image moves when this dimension is shuffled among the images: root mean square over"
                        + " images of the distance between both images",
                Collapse.Dimension::shuffleEffect,
                d -> Numbers.fixed(d.shuffleEffect(), 3));
        add(
                "State",
                "Active: it carries information. Collapsed: it says nothing about the image",
                d -> d.collapsed() ? 0 : d.active() ? 2 : 1,
                d -> d.collapsed() ? "collapsed" : d.active() ? "active" : "faint");
    }

    private void add(
            String title,
            String explanation,
            ToDoubleFunction<Collapse.Dimension> value,
            Function<Collapse.Dimension, String> text) {
        TableColumn<Collapse.Dimension, Collapse.Dimension> column = new TableColumn<>();
        Label head = new Label(title);
        column.setGraphic(Hints.explain(head, title, explanation));
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setComparator(Comparator.comparingDouble(value));
        column.setCellFactory(owner -> new TableCell<>() {
            @Override
            protected void updateItem(Collapse.Dimension item, boolean empty) {
                super.updateItem(item, empty);
                setText(empty || item == null ? "" : text.apply(item));
            }
        });
        column.getStyleClass().add("numbers");
        table.getColumns().add(column);
    }

    private void show() {
        LossReport report = model.reportProperty().get();
        if (report == null) {
            verdict.setText("Not measured yet");
            advice.setText("");
            table.getItems().clear();
            bars.show(List.of(), List.of());
            return;
        }
        verdict.setText(report.verdict().sentence());
        List<String> tips = report.verdict().advice();
        advice.setText(tips.isEmpty() ? "" : "What to try: " + String.join("  ", tips));
        List<Collapse.Dimension> dimensions = report.collapse().dimensions();
        table.getItems().setAll(dimensions);
        bars.show(
                dimensions.stream()
                        .sorted(Comparator.comparingDouble(Collapse.Dimension::kl)
                                .reversed())
                        .limit(report.config().autoencoder() ? 0 : MOST_BARS)
                        .map(d -> new Row(
                                Numbers.latentName(d.index()),
                                List.of(new Part(d.collapsed() ? "collapsed," : "", d.kl(), d.collapsed() ? 7 : 0))))
                        .toList(),
                List.<Limit>of());
    }
}
