package elboroom.app.losses;

import elboroom.app.ShellModel;
import elboroom.app.chart.ChartFiles;
import elboroom.app.chart.StackedBars;
import elboroom.app.widget.Numbers;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Bars with a title above, and below them what they say in words. */
final class Section extends VBox {
    private final StackedBars bars;
    private final Label words = new Label();

    Section(String title, String id, StackedBars bars, ShellModel shell, ChartFiles files) {
        this.bars = bars;
        getStyleClass().add("half");
        Label head = new Label(title);
        head.getStyleClass().add("section-title");
        head.setMinHeight(USE_PREF_SIZE);
        bars.setId("chart-" + id);
        bars.darkProperty().bind(shell.darkProperty());
        bars.setFiles(files);
        VBox.setVgrow(bars, Priority.ALWAYS);
        words.setId("words-" + id);
        words.getStyleClass().add("caption");
        words.setWrapText(true);
        words.setMinHeight(USE_PREF_SIZE);
        setPrefWidth(400);
        setMinWidth(0);
        getChildren().addAll(head, bars, words);
    }

    /** Where bars end to grow, the section does: what is below follows. */
    @Override
    protected double computeMaxHeight(double width) {
        return bars.isManaged()
                ? prefHeight(width) + bars.maxHeight(width) - bars.prefHeight(width)
                : super.computeMaxHeight(width);
    }

    /** Words alone, where there is nothing to draw. */
    void sayOnly(String text) {
        bars.show(List.of(), List.of());
        drawn(false);
        words.setText(text);
    }

    private void drawn(boolean on) {
        bars.setVisible(on);
        bars.setManaged(on);
    }

    StackedBars bars() {
        return bars;
    }

    void say(String text) {
        drawn(true);
        words.setText(text);
    }

    static String nats(double value) {
        return Numbers.fixed(value, 1) + " nats";
    }
}
