package elboroom.app.losses;

import atlantafx.base.theme.Styles;
import elboroom.app.ShellModel;
import elboroom.app.chart.ChartFiles;
import elboroom.app.widget.Hints;
import elboroom.app.widget.Numbers;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** The Losses tab: one of four pages, what it is about, and how far its measuring is. */
final class LossesView extends BorderPane {
    private final LossesModel model;
    private final Map<Page, ToggleButton> buttons = new EnumMap<>(Page.class);
    private final Map<Page, Node> pages = new EnumMap<>(Page.class);
    private final StackPane middle = new StackPane();
    private final Label subject = new Label();
    private final ProgressBar bar = new ProgressBar(0);
    private final Button cancel = new Button("Cancel");
    private final CollapsePage collapse;
    private final ImagesPage images;
    private Page page = Page.BALANCE;

    LossesView(LossesModel model, TrailsModel trails, ShellModel shell, ChartFiles files, Runnable comparePair) {
        this.model = model;
        getStyleClass().add("losses-tab");
        getStylesheets()
                .add(Objects.requireNonNull(LossesView.class.getResource("losses.css"))
                        .toExternalForm());
        collapse = new CollapsePage(model, shell, files);
        images = new ImagesPage(model, shell, files);
        pages.put(Page.BALANCE, new BalancePage(model, shell, files));
        pages.put(Page.COLLAPSE, collapse);
        pages.put(Page.MODELS, new ModelsPage(model, trails, shell, files));
        pages.put(Page.IMAGES, images);
        setTop(header(comparePair));
        setCenter(middle);
        model.reportProperty().addListener(observable -> describe());
        model.progressProperty().addListener(observable -> progress());
        describe();
        progress();
        show(Page.BALANCE);
    }

    private HBox header(Runnable comparePair) {
        ToggleGroup group = new ToggleGroup();
        HBox switches = new HBox();
        for (Page page : Page.values()) {
            ToggleButton button = new ToggleButton(page.title());
            button.setId("page-" + page.title().toLowerCase(java.util.Locale.ROOT));
            button.setToggleGroup(group);
            button.setMinWidth(USE_PREF_SIZE);
            button.getStyleClass()
                    .add(
                            page.ordinal() == 0
                                    ? Styles.LEFT_PILL
                                    : page.ordinal() == Page.values().length - 1
                                            ? Styles.RIGHT_PILL
                                            : Styles.CENTER_PILL);
            button.setOnAction(event -> show(page));
            buttons.put(page, Hints.explain(button, page.title(), page.explanation()));
            switches.getChildren().add(button);
        }
        subject.getStyleClass().add("caption");
        subject.setId("losses-subject");
        subject.setMinWidth(0);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        bar.setMinWidth(USE_PREF_SIZE);
        cancel.setId("losses-cancel");
        cancel.setMinWidth(USE_PREF_SIZE);
        cancel.setOnAction(event -> {
            if (Double.isNaN(model.progressProperty().get())) {
                model.measure();
            } else {
                model.cancel();
            }
        });
        Button pair = new Button("AE beside VAE");
        pair.setId("losses-pair");
        pair.setMinWidth(USE_PREF_SIZE);
        pair.setOnAction(event -> comparePair.run());
        Hints.explain(pair, "AE beside VAE", "Shows a plain autoencoder beside a VAE: what the rate is paid for");
        HBox header = new HBox(switches, subject, gap, bar, cancel, pair);
        header.getStyleClass().add("losses-header");
        header.setAlignment(Pos.CENTER_LEFT);
        return header;
    }

    void show(Page wanted) {
        page = wanted;
        middle.getChildren().setAll(pages.get(wanted));
        buttons.forEach((each, button) -> button.setSelected(each == wanted));
    }

    LossesTab.Shown shown() {
        return new LossesTab.Shown(page, collapse.measure(), images.choice());
    }

    void show(LossesTab.Shown kept) {
        show(kept.page());
        if (kept.bars() != null) {
            collapse.choose(kept.bars());
        }
        if (kept.images() != null) {
            images.choose(kept.images());
        }
    }

    private void describe() {
        LossReport report = model.reportProperty().get();
        if (report != null) {
            String share = report.evaluation().count() < report.data().size() ? "the first" : "all";
            subject.setText("%s on %s %s images of %s"
                    .formatted(
                            report.model().title(),
                            share,
                            Numbers.fixed(report.evaluation().count(), 0),
                            report.data().name()));
        }
        progress();
    }

    private void progress() {
        double share = model.progressProperty().get();
        boolean busy = !Double.isNaN(share);
        boolean missing = model.reportProperty().get() == null;
        if (missing) {
            subject.setText(busy ? "Measuring both losses of every image…" : "Not measured yet");
        }
        bar.setVisible(busy);
        bar.setManaged(busy);
        bar.setProgress(busy ? share : 0);
        cancel.setText(busy ? "Cancel" : "Measure");
        cancel.setVisible(busy || missing);
        cancel.setManaged(busy || missing);
    }
}
