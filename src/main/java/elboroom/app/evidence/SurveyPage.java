package elboroom.app.evidence;

import elboroom.app.ShellModel;
import elboroom.app.chart.Axis;
import elboroom.app.chart.ChartFiles;
import elboroom.app.chart.ScatterPlot;
import elboroom.app.evidence.SurveyModel.Known;
import elboroom.app.widget.Figure;
import elboroom.app.widget.ImageTile;
import elboroom.app.widget.Numbers;
import elboroom.data.ImageSet;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** ELBO against evidence for many images, and those with the largest gaps. */
final class SurveyPage extends VBox {
    private static final int TILES = 24;
    /** Nats from which on an image counts as far off. */
    private static final double FAR = 5;

    private final EvidenceModel model;
    private final Runnable open;
    private final ScatterPlot plot = new ScatterPlot(
            "ELBO against evidence",
            new Axis("log p(x)", "nats", 2),
            new Axis("ELBO", "nats", 2),
            "on the line: no gap");
    private final List<GapTile> tiles =
            Stream.generate(GapTile::new).limit(TILES).toList();
    private final Label said = new Label();
    private final ProgressBar bar = new ProgressBar(0);
    private final Button cancel = new Button("Cancel");
    private final Figure evidence = new Figure("log p(x), average", "nats", 2, "Average of the images measured so far");
    private final Figure elbo = new Figure("ELBO, average", "nats", 2, "Average of the images measured so far");
    private final Figure mean = new Figure("gap, average", "nats", 2, "log p(x) − ELBO, average of the images");
    private final Figure median = new Figure(
            "gap, median",
            "nats",
            2,
            "Half of the images have a smaller gap; far below the average if a few are far off");
    private final Figure direct = new Figure(
            "KL(q ‖ p(z|x)), average", "nats", 2, "The gap by another way: by quadrature under q, without the ELBO");
    private List<Integer> shown = List.of();

    /** @param open shows the page of one image */
    SurveyPage(EvidenceModel model, ShellModel shell, ChartFiles files, Runnable open) {
        this.model = model;
        this.open = open;
        getStyleClass().add("evidence-page");
        plot.setId("chart-survey");
        plot.darkProperty().bind(shell.darkProperty());
        plot.setFiles(files);
        plot.setOnChosen(this::choose);
        plot.setPrefSize(400, 300);
        said.setId("survey-said");
        said.setWrapText(true);
        said.setMinHeight(USE_PREF_SIZE);
        FlowPane flow = new FlowPane();
        tiles.forEach(tile -> flow.getChildren().add(tile.tile));
        flow.getStyleClass().add("image-tiles");
        cancel.setId("survey-cancel");
        cancel.setMinWidth(USE_PREF_SIZE);
        cancel.setOnAction(event -> {
            if (model.survey().knownProperty().get().running()) {
                model.survey().cancel();
            } else {
                model.survey().resume();
            }
        });
        HBox figures = new HBox(evidence, elbo, mean, median, direct, bar, cancel);
        figures.getStyleClass().add("figures");
        figures.setAlignment(Pos.CENTER_LEFT);
        Label title = new Label("The largest gaps");
        title.getStyleClass().add("section-title");
        VBox list = new VBox(title, said, flow);
        list.getStyleClass().add("gap-list");
        HBox.setHgrow(plot, Priority.ALWAYS);
        HBox body = new HBox(plot, list);
        body.getStyleClass().add("evidence-body");
        VBox.setVgrow(body, Priority.ALWAYS);
        getChildren().addAll(figures, body);
        model.survey().knownProperty().addListener(observable -> show());
        model.lookProperty().addListener(observable -> plot());
        show();
    }

    private void choose(int image) {
        model.choose(image);
        open.run();
    }

    private void show() {
        Known known = model.survey().knownProperty().get();
        boolean any = known.count() > 0;
        evidence.setValue(any ? known.of().meanLogEvidence() : Double.NaN);
        elbo.setValue(any ? known.of().meanElbo() : Double.NaN);
        mean.setValue(any ? known.of().meanGap() : Double.NaN);
        median.setValue(any ? known.of().medianGap() : Double.NaN);
        direct.setValue(any && known.of().exact() ? known.of().meanGapDirect() : Double.NaN);
        boolean unfinished = known.count() < known.wanted();
        bar.setProgress(known.wanted() == 0 ? 0 : (double) known.count() / known.wanted());
        bar.setVisible(unfinished);
        cancel.setVisible(unfinished);
        cancel.setText(known.running() ? "Cancel" : "Go on");
        said.setText(any ? said(known) : "Being measured…");
        plot();
        List<Integer> largest = known.largest(TILES);
        if (!largest.equals(shown)) {
            shown = largest;
            fill(known);
        }
    }

    private static String said(Known known) {
        long far = known.above(FAR);
        String share = far == 0
                ? "none of the %s images so far has".formatted(Numbers.fixed(known.count(), 0))
                : "of %s images, one in %s has"
                        .formatted(
                                Numbers.fixed(known.count(), 0),
                                Numbers.fixed((double) known.count() / far, far * 4 > known.count() ? 1 : 0));
        return (known.of().exact() ? "" : "log p(x) is a lower bound here, by 1,000 draws, and so is the gap. ")
                + Character.toUpperCase(share.charAt(0))
                + share.substring(1)
                + " a gap above %s nats: its q(z|x) sits off the true mode. Click one to see."
                        .formatted(Numbers.fixed(FAR, 0));
    }

    private void plot() {
        Known known = model.survey().knownProperty().get();
        plot.show(
                IntStream.range(0, known.count())
                        .mapToObj(i -> new ScatterPlot.Point(
                                i,
                                model.survey().name(i),
                                known.of().images().get(i).logEvidence(),
                                known.of().images().get(i).elbo()))
                        .toList(),
                model.image());
    }

    /** Only what has changed: each picture that is drawn takes the window's thread. */
    private void fill(Known known) {
        ImageSet images = model.imagesProperty().get();
        if (images == null) {
            shown = List.of();
        }
        for (int i = 0; i < tiles.size(); i++) {
            tiles.get(i).show(i < shown.size() && images != null ? shown.get(i) : -1, known, images);
        }
    }

    /** One of the images with the largest gaps; a click opens its page. */
    private final class GapTile {
        private final ImageTile tile = new ImageTile("", "tile-small").withDetail();
        private int image = -1;
        private double gap;
        private @Nullable ImageSet of;

        GapTile() {
            tile.setAccessibleRole(AccessibleRole.BUTTON);
            tile.setFocusTraversable(true);
            tile.setVisible(false);
            tile.getStyleClass().add("clickable");
            tile.setOnMouseClicked(event -> {
                if (event.getButton() == MouseButton.PRIMARY) {
                    choose(image);
                }
            });
            tile.setOnKeyPressed(event -> {
                if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
                    choose(image);
                }
            });
        }

        /** @param index −1 for none */
        void show(int index, Known known, @Nullable ImageSet images) {
            double nats = index < 0 ? Double.NaN : known.gap(index);
            if (index == image && images == of && (index < 0 || nats == gap)) {
                return;
            }
            image = index;
            of = images;
            gap = nats;
            tile.setVisible(index >= 0);
            if (index >= 0 && images != null) {
                String words = Numbers.fixed(nats, 1);
                tile.show(images.image(index), images.shape());
                tile.setDetail(words);
                tile.setId("gap-" + index);
                tile.setAccessibleText(
                        "image %s, gap %s nats".formatted(model.survey().name(index), words));
            }
        }
    }
}
