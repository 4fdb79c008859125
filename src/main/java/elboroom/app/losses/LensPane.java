package elboroom.app.losses;

import elboroom.app.widget.Hints;
import elboroom.app.widget.Numbers;
import elboroom.measure.LossConvention;
import java.util.EnumMap;
import java.util.Map;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.RowConstraints;
import javafx.scene.layout.VBox;

/** The same model by the losses that other people's code prints: which β each amounts to, and what it is made of. */
final class LensPane extends VBox {
    /** The last column. */
    private static final int BARS = 5;

    private final LossesModel model;
    private final GridPane grid = new GridPane();
    private final Label weightHead = head("");
    private final Map<LossConvention, Line> lines = new EnumMap<>(LossConvention.class);

    private record Line(Label loss, Label beta, Label weight, Label share, ShareBar bar) {}

    LensPane(LossesModel model) {
        this.model = model;
        getStyleClass().add("lens-pane");
        grid.getStyleClass().add("lens");
        VBox.setVgrow(grid, Priority.ALWAYS);
        Label title = new Label("The same model in other people's code: which β their loss amounts to");
        title.getStyleClass().add("section-title");
        title.setMinHeight(USE_PREF_SIZE);
        columns();
        Label share = head("the KL's share of it");
        GridPane.setColumnSpan(share, 2);
        grid.add(head("how the code adds up"), 0, 0);
        grid.add(right(head("its loss")), 1, 0);
        grid.add(right(head("its β")), 2, 0);
        grid.add(right(weightHead), 3, 0);
        grid.add(share, 4, 0);
        grid.getRowConstraints().add(new RowConstraints());
        for (LossConvention convention : LossConvention.values()) {
            row(convention);
        }
        getChildren().addAll(title, grid);
        model.reportProperty().addListener(observable -> show());
        show();
    }

    private void columns() {
        for (int column = 0; column <= BARS; column++) {
            ColumnConstraints constraints = new ColumnConstraints();
            constraints.setHgrow(column == BARS ? Priority.ALWAYS : Priority.NEVER);
            // Where there is little room, the code is cut short, not the numbers; a bar keeps its least width.
            constraints.setMinWidth(column == 0 ? 0 : column == BARS ? USE_COMPUTED_SIZE : USE_PREF_SIZE);
            grid.getColumnConstraints().add(constraints);
        }
    }

    private void row(LossConvention convention) {
        Label name = new Label(convention.title());
        Label code = new Label(convention.code());
        code.getStyleClass().add("code");
        code.managedProperty().bind(code.visibleProperty());
        VBox what = new VBox(name, code);
        what.setAlignment(Pos.CENTER_LEFT);
        what.setMinHeight(USE_PREF_SIZE);
        Line line = new Line(number(), number(), number(), number(), new ShareBar());
        lines.put(convention, line);
        int row = lines.size();
        grid.add(
                Hints.explain(what, convention.title(), convention.explanation() + "\n\n" + convention.code()), 0, row);
        grid.add(right(line.loss()), 1, row);
        grid.add(right(line.beta()), 2, row);
        grid.add(right(line.weight()), 3, row);
        grid.add(right(line.share()), 4, row);
        grid.add(line.bar(), BARS, row);
        RowConstraints constraints = new RowConstraints();
        constraints.setVgrow(Priority.ALWAYS);
        grid.getRowConstraints().add(constraints);
    }

    private void show() {
        LossReport report = model.reportProperty().get();
        setVisible(report != null);
        if (report == null) {
            return;
        }
        int pixels = report.config().shape().size();
        int latent = report.config().latentSize();
        boolean code = report.config().autoencoder();
        double rate = code ? 0 : report.rate();
        double wanted = report.config().beta();
        weightHead.setText(code ? "KL weight" : "KL weight for β = " + plain(wanted));
        Hints.explain(
                weightHead,
                "KL weight",
                "The factor such code has to put before its KL to train as this model was trained");
        lines.forEach((convention, line) -> {
            double loss = convention.loss(report.distortion(), rate, 1, pixels, latent);
            double share = 1 - convention.loss(report.distortion(), 0, 1, pixels, latent) / loss;
            line.loss().setText(Numbers.fixed(loss, 3));
            line.beta().setText(code ? "–" : Numbers.fixed(convention.beta(1, pixels, latent), 0));
            line.weight().setText(code ? "–" : significant(convention.factorFor(wanted, pixels, latent)));
            line.share().setText(Numbers.fixed(100 * share, 0) + " %");
            line.bar().setShare(share);
        });
    }

    private static Label head(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("caption");
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }

    private static Label number() {
        Label label = new Label();
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }

    private static Label right(Label label) {
        GridPane.setHalignment(label, HPos.RIGHT);
        return label;
    }

    private static String plain(double value) {
        return Numbers.fixed(value, value == Math.rint(value) ? 0 : 2);
    }

    /** With three digits that count. */
    private static String significant(double value) {
        return Numbers.fixed(value, Math.max(0, 2 - (int) Math.floor(Math.log10(value))));
    }
}
