package elboroom.app.evidence;

import atlantafx.base.theme.Styles;
import elboroom.app.ShellModel;
import elboroom.app.chart.ChartFiles;
import elboroom.app.widget.Hints;
import elboroom.app.widget.InTurn;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Function;
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

/** The Evidence tab: one of two pages, which image is looked at, and how far the work on it is. */
final class EvidenceView extends BorderPane {
    private final EvidenceModel model;
    private final Map<Page, ToggleButton> buttons = new EnumMap<>(Page.class);
    private final Map<Page, Node> pages = new EnumMap<>(Page.class);
    private final Function<Page, Node> maker;
    private final StackPane middle = new StackPane();
    private final Label none = new Label(
            "A plain autoencoder has no prior, so there is no log p(x) and no posterior to show. Choose a VAE above.");
    private final ProgressBar bar = new ProgressBar(0);
    private final Button cancel = new Button("Cancel");
    private final ImagePage image;
    private Page page = Page.IMAGE;

    EvidenceView(EvidenceModel model, ShellModel shell, Executor drawing, ChartFiles files) {
        this.model = model;
        getStyleClass().add("evidence-tab");
        none.setId("evidence-none");
        none.setWrapText(true);
        none.getStyleClass().add("evidence-none");
        // Made when they are first seen, so that none waits for the other.
        image = new ImagePage(model, shell, drawing, files);
        maker = wanted -> switch (wanted) {
            case IMAGE -> image;
            case SURVEY -> new SurveyPage(model, shell, files, () -> show(Page.IMAGE));
        };
        setTop(header());
        setCenter(middle);
        model.progressProperty().addListener(observable -> progress());
        model.lookProperty().addListener(observable -> progress());
        progress();
        show(Page.IMAGE);
    }

    private HBox header() {
        ToggleGroup group = new ToggleGroup();
        HBox switches = new HBox();
        for (Page each : Page.values()) {
            ToggleButton button = new ToggleButton(each.title());
            button.setId("page-" + each.id());
            button.setToggleGroup(group);
            button.setMinWidth(USE_PREF_SIZE);
            button.getStyleClass().add(each == Page.IMAGE ? Styles.LEFT_PILL : Styles.RIGHT_PILL);
            button.setOnAction(event -> show(each));
            buttons.put(each, Hints.explain(button, each.title(), each.explanation()));
            switches.getChildren().add(button);
        }
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        bar.setMinWidth(USE_PREF_SIZE);
        cancel.setId("evidence-cancel");
        cancel.setMinWidth(USE_PREF_SIZE);
        cancel.setOnAction(event -> {
            if (Double.isNaN(model.progressProperty().get())) {
                model.resume();
            } else {
                model.cancel();
            }
            progress();
        });
        HBox header = new HBox(switches, gap, bar, cancel);
        InTurn.fill(this, () -> header.getChildren().add(1, new ImagePicker(model)));
        header.getStyleClass().add("evidence-header");
        header.setAlignment(Pos.CENTER_LEFT);
        return header;
    }

    void show(Page chosen) {
        page = chosen;
        buttons.forEach((each, button) -> button.setSelected(each == chosen));
        if (chosen == Page.SURVEY) {
            model.survey().show(true);
        }
        progress();
    }

    EvidenceTab.Shown shown() {
        return new EvidenceTab.Shown(
                page,
                model.wantedStep(),
                image.maps().planeSight().now(),
                image.maps().closeSight().now());
    }

    void show(EvidenceTab.Shown kept) {
        show(kept.page());
        model.showStepOnce(kept.step() == null ? 0 : kept.step());
        image.maps().planeSight().show(kept.plane());
        image.maps().closeSight().show(kept.close());
    }

    private void progress() {
        double share = model.progressProperty().get();
        boolean busy = !Double.isNaN(share);
        bar.setVisible(busy);
        bar.setProgress(busy ? share : 0);
        cancel.setText(busy ? "Cancel" : "Work out");
        boolean unfinished = model.hasEvidence() && model.ladderProperty().get().isEmpty();
        cancel.setVisible(busy || unfinished);
        Node wanted = model.hasEvidence() ? pages.computeIfAbsent(page, maker) : none;
        if (middle.getChildren().isEmpty() || middle.getChildren().get(0) != wanted) {
            middle.getChildren().setAll(wanted);
        }
    }
}
