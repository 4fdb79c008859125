package elboroom.app.losses;

import elboroom.app.ShellModel;
import elboroom.app.chart.ChartFiles;
import elboroom.app.chart.StackedBars;
import elboroom.app.chart.StackedBars.Part;
import elboroom.app.chart.StackedBars.Row;
import elboroom.app.widget.Hints;
import elboroom.app.widget.Numbers;
import elboroom.measure.Collapse;
import java.util.Comparator;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Which dimensions carry information: a verdict and what to try, a table to sort with its formulas, and bars. */
final class CollapsePage extends VBox {
    /** Bars of so many dimensions have room below each other; the table has them all. */
    private static final int MOST_BARS = 20;

    private final LossesModel model;
    private final Label verdict = new Label();
    private final VBox advice = new VBox();
    private final CollapseTable table = new CollapseTable();
    private final DimensionPane formulas = new DimensionPane();
    private final ChoiceBox<CollapseMeasure> measure = new ChoiceBox<>();
    private final StackedBars bars = new StackedBars("Each dimension", CollapseMeasure.KL.axis());

    /** Whether the bars show something else only because an autoencoder has no KL. */
    private boolean stoodIn;

    CollapsePage(LossesModel model, ShellModel shell, ChartFiles files) {
        this.model = model;
        getStyleClass().add("losses-page");
        verdict.setId("verdict");
        verdict.getStyleClass().add("verdict");
        verdict.setWrapText(true);
        verdict.setMinHeight(USE_PREF_SIZE);
        advice.setId("advice");
        advice.setMinHeight(USE_PREF_SIZE);
        bars.setId("chart-collapse");
        bars.darkProperty().bind(shell.darkProperty());
        bars.setFiles(files);
        VBox.setVgrow(bars, Priority.ALWAYS);
        VBox left = new VBox(table, formulas);
        left.getStyleClass().add("collapse-left");
        left.setPrefWidth(760);
        left.setMinWidth(0);
        VBox right = new VBox(chooser(), bars);
        right.getStyleClass().add("half");
        right.setPrefWidth(300);
        right.setMinWidth(0);
        HBox.setHgrow(left, Priority.ALWAYS);
        HBox.setHgrow(right, Priority.ALWAYS);
        HBox both = new HBox(left, right);
        both.getStyleClass().add("halves");
        VBox.setVgrow(both, Priority.ALWAYS);
        getChildren().addAll(head(files), advice, both);
        table.getSelectionModel()
                .selectedItemProperty()
                .addListener((observable, was, is) ->
                        formulas.show(model.reportProperty().get(), is));
        model.reportProperty().addListener(observable -> show());
        show();
    }

    private HBox head(ChartFiles files) {
        Button save = new Button("Save table", new FontIcon(Feather.DOWNLOAD));
        save.setId("save-collapse");
        save.setMinWidth(USE_PREF_SIZE);
        save.setOnAction(event -> files.saveText(getScene().getWindow(), "collapse.csv", table.numbers()));
        save.disableProperty().bind(Bindings.isEmpty(table.getItems()));
        Hints.explain(
                save, "save table", "Saves the table's numbers, in full precision, as comma-separated values (CSV)");
        verdict.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(verdict, Priority.ALWAYS);
        HBox head = new HBox(verdict, save);
        head.getStyleClass().add("section-header");
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    CollapseMeasure measure() {
        return measure.getValue();
    }

    void choose(CollapseMeasure wanted) {
        measure.setValue(wanted);
    }

    private HBox chooser() {
        measure.setId("collapse-measure");
        measure.getItems().setAll(CollapseMeasure.values());
        measure.setValue(CollapseMeasure.KL);
        measure.setMinWidth(0);
        measure.valueProperty().addListener(observable -> showBars());
        Hints.explain(measure, "what the bars show", "What the bars below show of each dimension");
        HBox header = new HBox(measure);
        header.getStyleClass().add("section-header");
        header.setAlignment(Pos.CENTER_LEFT);
        return header;
    }

    private void show() {
        LossReport report = model.reportProperty().get();
        advice.getChildren().clear();
        if (report == null) {
            verdict.setText("Not measured yet");
            table.show(List.of(), false);
            showBars();
            return;
        }
        verdict.setText(report.verdict().sentence());
        report.verdict().advice().forEach(tip -> {
            Label label = new Label("Try: " + tip);
            label.setWrapText(true);
            label.setMinHeight(USE_PREF_SIZE);
            label.getStyleClass().add("caption");
            advice.getChildren().add(label);
        });
        advice.setVisible(!report.verdict().advice().isEmpty());
        advice.setManaged(advice.isVisible());
        table.show(report.collapse().dimensions(), report.config().autoencoder());
        formulas.show(report, table.getSelectionModel().getSelectedItem());
        boolean code = report.config().autoencoder();
        if (code && measure.getValue() == CollapseMeasure.KL) {
            measure.setValue(CollapseMeasure.VARIANCE);
            stoodIn = true;
        } else if (!code && stoodIn) {
            measure.setValue(CollapseMeasure.KL);
            stoodIn = false;
        }
        showBars();
    }

    private void showBars() {
        LossReport report = model.reportProperty().get();
        CollapseMeasure what = measure.getValue();
        bars.setAxis(what.axis(), what.log());
        if (report == null) {
            bars.show(List.of(), List.of());
            return;
        }
        boolean code = report.config().autoencoder();
        List<Row> rows = report.collapse().dimensions().stream()
                .filter(d -> !Double.isNaN(what.of(d, code)))
                .sorted(Comparator.comparingDouble((Collapse.Dimension d) -> what.of(d, code))
                        .reversed())
                .limit(MOST_BARS)
                .map(d -> new Row(
                        Numbers.latentName(d.index()),
                        List.of(new Part("", what.of(d, code), d.collapsed() && !code ? 7 : 0))))
                .toList();
        bars.show(rows, rows.isEmpty() ? List.of() : what.limits());
    }
}
