package elboroom.app.train;

import atlantafx.base.theme.Styles;
import elboroom.app.widget.Hints;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Above the curves: what is beside them, which run it is, in one line, and the way to Explore. */
final class RunHeader extends HBox {
    private final RunModel model;
    private final Label title = new Label();
    private final Label summary = new Label();

    /**
     * Makes the line.
     *
     * @param side which pane is beside the curves
     * @param explore opens the run's present weights in Explore
     */
    RunHeader(RunModel model, SideModel side, Runnable explore) {
        this.model = model;
        getStyleClass().add("run-header");
        setAlignment(Pos.CENTER_LEFT);
        title.getStyleClass().add("section-title");
        title.setId("run-title");
        title.setMinWidth(USE_PREF_SIZE);
        summary.getStyleClass().add("caption");
        summary.setId("run-summary");
        summary.setMinWidth(0);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button open = new Button("Explore it", new FontIcon(Feather.COMPASS));
        open.setId("explore-it");
        open.setMinWidth(USE_PREF_SIZE);
        open.setOnAction(event -> explore.run());
        open.disableProperty().bind(model.time().momentProperty().isNull());
        Hints.explain(
                open,
                "explore it",
                "Opens the model of the moment that the map shows in the tab Explore, while training goes on. Press it again"
                        + " for newer weights");
        HBox switches = new HBox(
                toggle(side, SideModel.Side.SETUP, "New run", Styles.LEFT_PILL, "The form of the next run"),
                toggle(side, SideModel.Side.RUNS, "Runs", Styles.RIGHT_PILL, "All runs that were kept"));
        switches.setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(switches, title, summary, gap, open);
        model.runProperty().addListener(observable -> show());
        show();
    }

    private static ToggleButton toggle(
            SideModel side, SideModel.Side which, String text, String place, String explanation) {
        ToggleButton toggle = new ToggleButton(text);
        toggle.setId("side-" + text.split(" ")[0].toLowerCase(java.util.Locale.ROOT));
        toggle.getStyleClass().addAll(place, Styles.SMALL);
        toggle.setMinWidth(USE_PREF_SIZE);
        toggle.setOnAction(event -> side.toggle(which));
        side.sideProperty().addListener((observable, was, is) -> toggle.setSelected(is == which));
        toggle.setSelected(side.sideProperty().get() == which);
        return Hints.explain(toggle, text, explanation + ". Press again to close it and give the curves more room");
    }

    private void show() {
        RunMatter run = model.runProperty().get();
        title.setText(run == null ? "" : run.title());
        summary.setText(
                run == null ? "" : Texts.summary(run.run(), run.dataset().title()));
        summary.setTooltip(run == null ? null : new javafx.scene.control.Tooltip(summary.getText()));
    }
}
