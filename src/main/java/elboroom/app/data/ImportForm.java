package elboroom.app.data;

import atlantafx.base.theme.Styles;
import elboroom.app.data.ImportModel.Stage;
import elboroom.app.widget.DirectScroll;
import elboroom.app.widget.ImageTile;
import elboroom.app.widget.Numbers;
import elboroom.data.ImageShape;
import elboroom.data.own.Understanding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.TilePane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** What own data was understood to be, before anything is kept. */
final class ImportForm extends VBox {
    private static final int SAMPLES = 24;

    private final ImportModel model;
    private final Label source = new Label();
    private final TilePane samples = new TilePane();
    private final List<ImageTile> tiles = new ArrayList<>();
    private final GridPane facts = new GridPane();
    private final VBox remarks = new VBox();
    private final Label problem = new Label();
    private final ProgressBar progress = new ProgressBar(0);
    private final Button keep = new Button("Keep a copy and open it");
    private final Button cancel = new Button("Cancel");
    private final ReadingForm form;

    ImportForm(ImportModel model) {
        this.model = model;
        form = new ReadingForm(model);
        Label title = new Label("Your own data");
        title.getStyleClass().add("section-title");
        source.setId("own-source");
        source.getStyleClass().add("caption");
        source.setTextOverrun(OverrunStyle.LEADING_ELLIPSIS);
        getChildren().setAll(title, source, middle(), form, new StackPane(progress, problem), buttons());
        problem.setId("own-problem");
        problem.getStyleClass().add("problem");
        problem.setWrapText(true);
        StackPane.setAlignment(problem, Pos.TOP_LEFT);
        progress.setId("own-progress");
        progress.setMaxWidth(Double.MAX_VALUE);
        progress.progressProperty().bind(model.progressProperty());
        model.understandingProperty().addListener(observable -> show());
        model.stageProperty().addListener(observable -> follow());
        follow();
    }

    /** Does no harm when it is pressed. */
    Button cancel() {
        return cancel;
    }

    private Node middle() {
        samples.getStyleClass().add("samples");
        samples.setPrefColumns(6);
        for (int i = 0; i < SAMPLES; i++) {
            ImageTile tile = new ImageTile("", "tile-sample").withDetail();
            tiles.add(tile);
            samples.getChildren().add(tile);
        }
        facts.getStyleClass().add("facts");
        remarks.getStyleClass().add("remarks");
        ScrollPane scroll = new DirectScroll(new VBox(facts, remarks));
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("facts-scroll");
        HBox.setHgrow(scroll, Priority.ALWAYS);
        HBox middle = new HBox(samples, scroll);
        middle.getStyleClass().add("import-middle");
        return middle;
    }

    private Node buttons() {
        keep.setId("own-keep");
        keep.getStyleClass().add(Styles.ACCENT);
        keep.setDefaultButton(true);
        keep.setOnAction(event -> model.keep());
        cancel.setId("own-cancel");
        cancel.setOnAction(event -> model.cancel());
        HBox buttons = new HBox(cancel, keep);
        buttons.getStyleClass().add("buttons");
        buttons.setAlignment(Pos.CENTER_RIGHT);
        return buttons;
    }

    private void follow() {
        Stage stage = model.stageProperty().get();
        source.setText(String.valueOf(model.sourceProperty().get()));
        problem.setText(stage == Stage.WRONG ? model.problemProperty().get() : "");
        samples.setOpacity(stage == Stage.WRONG ? 0.4 : 1);
        progress.setVisible(stage == Stage.COPYING);
        form.setDisable(stage == Stage.COPYING || stage == Stage.LEFT_OUT);
        keep.setDisable(stage != Stage.UNDERSTOOD);
        keep.setVisible(stage != Stage.LEFT_OUT);
        keep.setManaged(stage != Stage.LEFT_OUT);
        cancel.setText(stage == Stage.LEFT_OUT ? "Close" : "Cancel");
        show();
    }

    private void show() {
        Understanding data = model.understandingProperty().get();
        facts.getChildren().clear();
        remarks.getChildren().clear();
        if (data == null) {
            for (ImageTile tile : tiles) {
                tile.show(null, ImageShape.MNIST);
                tile.setDetail("");
            }
            if (model.stageProperty().get() == Stage.LOOKING) {
                remark("Looking at it …");
            }
            return;
        }
        int row = 0;
        for (Map.Entry<String, String> fact : Facts.of(data).entrySet()) {
            facts.addRow(row++, text(fact.getKey(), "caption"), text(fact.getValue(), "fact"));
        }
        for (int i = 0; i < SAMPLES; i++) {
            boolean there = i < data.first().size();
            tiles.get(i).show(there ? data.first().get(i) : null, data.shape());
            tiles.get(i).setDetail(there ? label(data.firstLabels().get(i)) : "");
        }
        data.notes().forEach(this::remark);
        List<String> out = model.stageProperty().get() == Stage.LEFT_OUT
                ? model.leftOutProperty().get()
                : data.skipped();
        if (!out.isEmpty()) {
            remark("Left out, as they cannot be read: %s".formatted(Numbers.fixed(out.size(), 0)));
            out.stream().limit(SAMPLES).forEach(this::remark);
        }
    }

    private static String label(@Nullable String label) {
        return label == null ? "" : label;
    }

    private void remark(String line) {
        remarks.getChildren().add(text(line, "caption"));
    }

    private static Label text(String words, String style) {
        Label label = new Label(words);
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
