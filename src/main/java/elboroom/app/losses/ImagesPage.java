package elboroom.app.losses;

import atlantafx.base.theme.Styles;
import elboroom.app.ShellModel;
import elboroom.app.chart.Axis;
import elboroom.app.chart.ChartFiles;
import elboroom.app.chart.HistogramPlot;
import elboroom.app.explore.ExploreTab;
import elboroom.app.widget.Hints;
import elboroom.app.widget.IconButtons;
import elboroom.app.widget.Numbers;
import elboroom.measure.Histogram;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/**
 * The ELBO of each image, as a histogram; the images of an interval, the worst, the most typical, beside what the model makes
 * of them. A plain autoencoder has no ELBO: its negative distortion stands in.
 */
final class ImagesPage extends VBox {
    private static final int INTERVALS = 40;
    /** Heights in em: what histogram and header need at least, and a row of images. */
    private static final double ABOVE = 15;

    private static final double ROW = 7;
    private static final int MOST_ROWS = 3;

    private final LossesModel model;
    private final HistogramPlot plot = new HistogramPlot("Images by how well they are modelled", "images");
    private final ImageGrid grid;
    private final ToggleGroup ranks = new ToggleGroup();
    private final ToggleButton worst = rank("Worst", "worst", "The images that the model finds least likely");
    private final ToggleButton typical = rank("Most typical", "typical", "The images nearest the median");
    private final ToggleButton best = rank("Best", "best", "The images that the model finds most likely");
    private final Label shown = new Label();
    private final Label range = new Label();
    private final Button back;
    private final Button on;
    private @Nullable Histogram histogram;
    /** All images there are to leaf through, and the first that is seen. */
    private List<Integer> images = List.of();

    private int first;
    /** The interval of the histogram whose images are seen; −1 for none. */
    private int interval = -1;
    /** To be seen once there is something; null for nothing in particular. */
    private @Nullable Choice wanted;

    /** Which images are leafed through. */
    enum Rank {
        WORST,
        TYPICAL,
        BEST
    }

    /**
     * What is seen.
     *
     * @param rank null for those of an interval
     * @param interval of the histogram, from 0; −1 for none
     * @param first place among them of the first that is seen, from 0
     */
    record Choice(@Nullable Rank rank, int interval, int first) {}

    ImagesPage(LossesModel model, ShellModel shell, ChartFiles files) {
        this.model = model;
        getStyleClass().add("losses-page");
        plot.setId("chart-images");
        plot.darkProperty().bind(shell.darkProperty());
        plot.setFiles(files);
        plot.setOnChosen(this::interval);
        VBox.setVgrow(plot, Priority.ALWAYS);
        grid = new ImageGrid(image -> {
            model.explore(image);
            shell.tabProperty().set(ExploreTab.ID);
        });
        grid.setMinHeight(USE_PREF_SIZE);
        back = IconButtons.button(
                Feather.CHEVRON_LEFT, "images before", "Shows the images before these", () -> leaf(-1));
        on = IconButtons.button(Feather.CHEVRON_RIGHT, "more images", "Shows the images after these", () -> leaf(1));
        getChildren().addAll(plot, header(), grid);
        grid.capacityProperty().addListener(observable -> fill());
        heightProperty()
                .addListener(observable ->
                        grid.setRows((int) Math.max(1, Math.min(MOST_ROWS, (getHeight() / grid.em() - ABOVE) / ROW))));
        model.reportProperty().addListener(observable -> show());
        model.reconstructionsProperty().addListener((observable, was, is) -> {
            if (is != null) {
                grid.show(is);
            }
        });
        show();
    }

    private HBox header() {
        worst.getStyleClass().add(Styles.LEFT_PILL);
        typical.getStyleClass().add(Styles.CENTER_PILL);
        best.getStyleClass().add(Styles.RIGHT_PILL);
        shown.setId("images-shown");
        shown.setMinWidth(0);
        range.setId("images-range");
        range.getStyleClass().add("caption");
        range.setMinWidth(USE_PREF_SIZE);
        back.setId("images-back");
        on.setId("images-on");
        Label legend = new Label("image · reconstruction · difference");
        legend.getStyleClass().add("caption");
        legend.setMinWidth(USE_PREF_SIZE);
        Hints.explain(
                legend,
                "the three pictures",
                "The image x; decoded from the mean of its posterior q(z|x); and |x − reconstruction|, pixel by pixel");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox header = new HBox(new HBox(worst, typical, best), shown, gap, legend, back, range, on);
        header.getStyleClass().add("section-header");
        header.setAlignment(Pos.CENTER_LEFT);
        return header;
    }

    private ToggleButton rank(String text, String id, String explanation) {
        ToggleButton button = new ToggleButton(text);
        button.setId("images-" + id);
        button.setMinWidth(USE_PREF_SIZE);
        button.setToggleGroup(ranks);
        button.setOnAction(event -> {
            button.setSelected(true);
            ranked();
        });
        return Hints.explain(button, text, explanation);
    }

    Choice choice() {
        Choice waiting = wanted;
        return waiting == null ? new Choice(interval < 0 ? rank() : null, interval, first) : waiting;
    }

    private Rank rank() {
        return ranks.getSelectedToggle() == typical
                ? Rank.TYPICAL
                : ranks.getSelectedToggle() == best ? Rank.BEST : Rank.WORST;
    }

    /** Shows a choice again, as soon as there is a report. */
    void choose(Choice choice) {
        wanted = choice;
        show();
    }

    private void show(Choice choice) {
        Histogram now = histogram;
        if (choice.rank() == null && now != null && choice.interval() >= 0 && choice.interval() < INTERVALS) {
            interval(choice.interval());
        } else {
            ranks.selectToggle(choice.rank() == Rank.TYPICAL ? typical : choice.rank() == Rank.BEST ? best : worst);
            ranked();
        }
        first = Math.max(0, Math.min(choice.first(), images.size() - 1));
        fill();
    }

    private void show() {
        LossReport report = model.reportProperty().get();
        if (report == null) {
            histogram = null;
            plot.show(null, -1);
            see("", List.of());
            return;
        }
        histogram = Histogram.of(report.scores(), INTERVALS);
        String score = report.score();
        plot.setAxis(new Axis(Character.toUpperCase(score.charAt(0)) + score.substring(1), "nats", 0));
        plot.setAverage(report.averageScore(), 1);
        Choice choice = wanted;
        wanted = null;
        show(choice == null ? new Choice(rank(), -1, 0) : choice);
    }

    /** The images of an interval, the worst first. */
    private void interval(int index) {
        Histogram now = histogram;
        LossReport report = model.reportProperty().get();
        if (now == null || report == null) {
            return;
        }
        ranks.selectToggle(null);
        interval = index;
        plot.show(now, index);
        List<Integer> members = IntStream.of(report.order())
                .filter(image -> now.bin()[image] == index)
                .boxed()
                .toList();
        see(
                "%s %s with %s of %s to %s nats"
                        .formatted(
                                Numbers.fixed(members.size(), 0),
                                members.size() == 1 ? "image" : "images",
                                report.config().autoencoder() ? "a negative distortion" : "an ELBO",
                                Numbers.fixed(now.edge(index), 0),
                                Numbers.fixed(now.edge(index + 1), 0)),
                members);
    }

    private void ranked() {
        LossReport report = model.reportProperty().get();
        if (report == null) {
            return;
        }
        interval = -1;
        plot.show(histogram, -1);
        int[] order = report.order();
        int count = order.length;
        if (ranks.getSelectedToggle() == typical) {
            double median = report.scores()[order[count / 2]];
            see(
                    "The most typical images",
                    IntStream.of(order)
                            .boxed()
                            .sorted(Comparator.comparingDouble(image -> Math.abs(report.scores()[image] - median)))
                            .toList());
        } else if (ranks.getSelectedToggle() == best) {
            see(
                    "The best images",
                    IntStream.range(0, count)
                            .mapToObj(i -> order[count - 1 - i])
                            .toList());
        } else {
            see("The worst images", IntStream.of(order).boxed().toList());
        }
    }

    private void see(String words, List<Integer> all) {
        shown.setText(words);
        images = all;
        first = 0;
        fill();
    }

    private void leaf(int pages) {
        first = Math.max(0, Math.min(first + pages * grid.capacityProperty().get(), images.size() - 1));
        fill();
    }

    private void fill() {
        LossReport report = model.reportProperty().get();
        int end = Math.min(images.size(), first + grid.capacityProperty().get());
        back.setDisable(first == 0);
        on.setDisable(end == images.size());
        range.setText(
                images.isEmpty()
                        ? ""
                        : "%s–%s of %s"
                                .formatted(
                                        Numbers.fixed(first + 1, 0),
                                        Numbers.fixed(end, 0),
                                        Numbers.fixed(images.size(), 0)));
        if (report == null) {
            grid.clear();
        } else {
            List<Integer> seen = images.subList(first, end);
            grid.show(report, seen);
            model.reconstruct(List.copyOf(seen));
        }
    }
}
