package elboroom.app.losses;

import elboroom.app.ShellModel;
import elboroom.app.chart.Axis;
import elboroom.app.chart.ChartFiles;
import elboroom.app.chart.HistogramPlot;
import elboroom.app.explore.ExploreTab;
import elboroom.app.widget.Hints;
import elboroom.app.widget.ImageTile;
import elboroom.app.widget.Numbers;
import elboroom.data.ImageSet;
import elboroom.measure.Histogram;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The ELBO of each image, as a histogram; the images of an interval, the worst, the most typical; a click explores one. */
final class ImagesPage extends VBox {
    private static final int TILES = 20;
    private static final int INTERVALS = 40;

    private final LossesModel model;
    private final ShellModel shell;
    private final HistogramPlot plot = new HistogramPlot("ELBO of each image", new Axis("ELBO", "nats", 0), "images");
    private final FlowPane tiles = new FlowPane();
    private final Label shown = new Label();
    private double[] values = {};
    private @Nullable Histogram histogram;

    ImagesPage(LossesModel model, ShellModel shell, ChartFiles files) {
        this.model = model;
        this.shell = shell;
        getStyleClass().add("losses-page");
        plot.setId("chart-images");
        plot.darkProperty().bind(shell.darkProperty());
        plot.setFiles(files);
        plot.setOnChosen(this::interval);
        plot.setPrefHeight(240);
        VBox.setVgrow(plot, Priority.ALWAYS);
        shown.setId("images-shown");
        shown.getStyleClass().add("section-title");
        tiles.getStyleClass().add("image-tiles");
        HBox header = new HBox(
                shown,
                button("Worst", "worst", "The images with the lowest ELBO", this::worst),
                button("Most typical", "typical", "The images around the median ELBO", this::typical),
                button("Best", "best", "The images with the highest ELBO", this::best));
        header.getStyleClass().add("section-header");
        header.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(plot, header, tiles);
        model.reportProperty().addListener(observable -> show());
        show();
    }

    private static Button button(String text, String id, String explanation, Runnable action) {
        Button button = new Button(text);
        button.setId("images-" + id);
        button.setOnAction(event -> action.run());
        return Hints.explain(button, text, explanation);
    }

    private void show() {
        LossReport report = model.reportProperty().get();
        if (report == null) {
            histogram = null;
            values = new double[0];
            plot.show(null, -1);
            tiles.getChildren().clear();
            shown.setText("");
            return;
        }
        values = report.elbos();
        histogram = Histogram.of(values, INTERVALS);
        worst();
    }

    private void interval(int index) {
        Histogram now = histogram;
        if (now != null) {
            List<Integer> members = IntStream.of(now.members(index)).boxed().toList();
            say("%s images with an ELBO of %s to %s nats"
                    .formatted(
                            Numbers.fixed(members.size(), 0),
                            Numbers.fixed(now.edge(index), 0),
                            Numbers.fixed(now.edge(index + 1), 0)));
            plot.show(now, index);
            fill(members);
        }
    }

    private void worst() {
        ranked("The worst images", 0);
    }

    private void best() {
        ranked("The best images", values.length - TILES);
    }

    private void typical() {
        ranked("The most typical images", (values.length - TILES) / 2);
    }

    /** @param from place in the order of rising ELBO */
    private void ranked(String title, int from) {
        LossReport report = model.reportProperty().get();
        if (report != null) {
            say(title);
            plot.show(histogram, -1);
            int first = Math.max(0, from);
            fill(IntStream.range(first, Math.min(values.length, first + TILES))
                    .mapToObj(i -> report.order()[i])
                    .toList());
        }
    }

    private void say(String text) {
        shown.setText(text);
    }

    private void fill(List<Integer> images) {
        LossReport report = model.reportProperty().get();
        if (report == null) {
            return;
        }
        ImageSet set = report.images();
        List<ImageTile> made = new ArrayList<>();
        for (int index : images.subList(0, Math.min(TILES, images.size()))) {
            ImageTile tile = new ImageTile("", "tile-small").withDetail();
            tile.show(set.image(index), set.shape());
            tile.setDetail(Numbers.fixed(values[index], 0));
            tile.setId("image-" + index);
            tile.setAccessibleText("image %d, ELBO %s nats".formatted(index, Numbers.fixed(values[index], 0)));
            tile.getStyleClass().add("clickable");
            tile.setOnMouseClicked(event -> {
                if (event.getButton() == MouseButton.PRIMARY) {
                    model.explore(index);
                    shell.tabProperty().set(ExploreTab.ID);
                }
            });
            made.add(tile);
        }
        tiles.getChildren().setAll(made);
    }
}
