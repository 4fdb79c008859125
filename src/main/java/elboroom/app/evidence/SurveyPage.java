package elboroom.app.evidence;

import elboroom.app.ShellModel;
import elboroom.app.chart.Axis;
import elboroom.app.chart.ChartFiles;
import elboroom.app.chart.ScatterPlot;
import elboroom.app.evidence.SurveyModel.Known;
import elboroom.app.explore.MapContent;
import elboroom.app.widget.Figure;
import elboroom.app.widget.ImageTile;
import elboroom.app.widget.Numbers;
import elboroom.data.ImageSet;
import java.util.List;
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
    private final EvidenceModel model;
    private final Runnable open;
    private final ScatterPlot plot = new ScatterPlot(
            "ELBO against evidence",
            new Axis("log p(x)", "nats", 2),
            new Axis("ELBO", "nats", 2),
            "on the line: no gap");
    private final List<GapTile> tiles =
            Stream.generate(GapTile::new).limit(SurveyDigest.MOST).toList();
    private final Label said = new Label();
    private final Label counted = new Label();
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
        counted.setId("survey-counted");
        counted.getStyleClass().add("caption");
        VBox progress = new VBox(bar, counted);
        progress.getStyleClass().add("survey-progress");
        progress.visibleProperty().bind(cancel.visibleProperty());
        HBox figures = new HBox(evidence, elbo, mean, median, direct, progress, cancel);
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
        SurveyDigest digest = known.digest();
        evidence.setValue(digest.meanLogEvidence());
        elbo.setValue(digest.meanElbo());
        mean.setValue(digest.meanGap());
        median.setValue(digest.medianGap());
        direct.setValue(digest.meanGapDirect());
        bar.setProgress(known.next() == 0 ? 0 : (double) known.count() / known.next());
        counted.setText(counted(known));
        cancel.setVisible(known.count() < known.wanted());
        cancel.setText(known.running() ? "Cancel" : "Go on");
        said.setText(known.count() > 0 ? said(digest) : "Being measured…");
        plot();
        if (!digest.largest().equals(shown)) {
            shown = digest.largest();
            fill(digest);
        }
    }

    private static String counted(Known known) {
        return "%s of %s%s images"
                .formatted(
                        Numbers.fixed(known.count(), 0),
                        known.next() < known.wanted() ? "the first " : "",
                        Numbers.fixed(known.next(), 0));
    }

    private static String said(SurveyDigest known) {
        int far = known.far();
        String share = far == 0
                ? "none of the %s images so far has".formatted(Numbers.fixed(known.count(), 0))
                : "of %s images, one in %s has"
                        .formatted(
                                Numbers.fixed(known.count(), 0),
                                Numbers.fixed((double) known.count() / far, far * 4 > known.count() ? 1 : 0));
        return (known.exact() ? "" : "log p(x) is a lower bound here, by 1,000 draws, and so is the gap. ")
                + Character.toUpperCase(share.charAt(0))
                + share.substring(1)
                + " a gap above %s nats: its q(z|x) sits off the true mode. Click one to see."
                        .formatted(Numbers.fixed(SurveyDigest.FAR, 0));
    }

    private void plot() {
        Known known = model.survey().knownProperty().get();
        ImageSet images = model.imagesProperty().get();
        plot.show(
                known.digest().logEvidence(),
                known.digest().elbo(),
                image -> MapContent.describe(images, image),
                model.image());
    }

    /** Only what has changed: each picture that is drawn takes the window's thread. */
    private void fill(SurveyDigest known) {
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
        void show(int index, SurveyDigest known, @Nullable ImageSet images) {
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
                tile.setAccessibleText("image %s, gap %s nats".formatted(MapContent.describe(images, index), words));
            }
        }
    }
}
