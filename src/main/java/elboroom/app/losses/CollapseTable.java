package elboroom.app.losses;

import elboroom.app.chart.Table;
import elboroom.app.widget.Hints;
import elboroom.app.widget.Numbers;
import elboroom.measure.Collapse;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/** All that is measured of each dimension; sorted by a click on a column, as high as its rows. */
final class CollapseTable extends TableView<Collapse.Dimension> {
    private static final double WIDEST_NAME = 56;
    /** Head and edges, in rows. */
    private static final double HEAD = 1.3;

    private boolean autoencoder;

    CollapseTable() {
        setId("collapse-table");
        setAccessibleText("latent dimensions with their rates and whether they are active");
        getStyleClass().add("dense");
        setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        setPlaceholder(new Label("Not measured yet"));
        add("z", "The latent dimension", Collapse.Dimension::index, d -> Numbers.latentName(d.index()))
                .setMaxWidth(WIDEST_NAME);
        for (CollapseMeasure measure : CollapseMeasure.values()) {
            add(
                    measure.head(),
                    measure.explanation(),
                    d -> measure.of(d, autoencoder),
                    d -> measure.text(d, autoencoder));
        }
        add(
                "State",
                "Active: it carries information. Collapsed: it says nothing about the image. Faint: next to nothing",
                d -> d.collapsed() ? 0 : d.active() ? 2 : 1,
                d -> CollapseMeasure.state(d, autoencoder));
        fixedCellSizeProperty().addListener(observable -> fit());
    }

    private TableColumn<Collapse.Dimension, Collapse.Dimension> add(
            String title,
            String explanation,
            ToDoubleFunction<Collapse.Dimension> value,
            Function<Collapse.Dimension, String> text) {
        TableColumn<Collapse.Dimension, Collapse.Dimension> column = new TableColumn<>();
        column.setGraphic(Hints.explain(new Label(title), title, explanation));
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
        getColumns().add(column);
        return column;
    }

    /** Shows other dimensions, sorted as before, and selects the first. */
    void show(List<Collapse.Dimension> dimensions, boolean ofAutoencoder) {
        autoencoder = ofAutoencoder;
        getItems().setAll(dimensions);
        sort();
        fit();
        getSelectionModel().clearAndSelect(0);
    }

    private void fit() {
        setMaxHeight(
                Math.ceil(getFixedCellSize() * (HEAD + Math.max(1, getItems().size()))));
        setPrefHeight(getMaxHeight());
    }

    /** As it is sorted now, as comma-separated values in full precision. */
    Supplier<String> numbers() {
        List<Collapse.Dimension> rows = List.copyOf(getItems());
        boolean code = autoencoder;
        return () -> {
            List<String> head = new ArrayList<>(List.of("dimension"));
            for (CollapseMeasure measure : CollapseMeasure.values()) {
                head.add(measure.axis().title());
            }
            head.add("state");
            StringBuilder text = new StringBuilder(Table.line(head));
            for (Collapse.Dimension row : rows) {
                List<String> fields = new ArrayList<>(List.of(String.valueOf(row.index() + 1)));
                for (CollapseMeasure measure : CollapseMeasure.values()) {
                    double value = measure.of(row, code);
                    fields.add(Double.isNaN(value) ? "" : Table.number(value));
                }
                fields.add(CollapseMeasure.state(row, code));
                text.append(Table.line(fields));
            }
            return text.toString();
        };
    }
}
