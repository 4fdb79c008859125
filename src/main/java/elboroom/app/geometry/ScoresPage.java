package elboroom.app.geometry;

import elboroom.app.ShellModel;
import elboroom.app.chart.Axis;
import elboroom.app.chart.ChartFiles;
import elboroom.app.chart.LinePlot;
import elboroom.app.chart.Series;
import elboroom.app.explore.Workspace.ModelChoice;
import elboroom.app.widget.FormulaButton;
import elboroom.app.widget.Hints;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executor;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Continuity and completeness in numbers, models side by side, with small maps. */
final class ScoresPage extends BorderPane {
    /** Of the verdict's text, in em of the window. */
    private static final double VERDICT_SIZE = 1.143;
    /** In em: least width with maps, and least height with the chart. */
    private static final double WIDE = 60;

    private static final double HIGH = 38;

    private final ScoresModel model;
    private final Label verdict = new Label();
    private final GridPane table = new GridPane();
    private final LinePlot steps = new LinePlot(
            "The way that is more uneven than nineteen in twenty",
            new Axis("steps from one code to another", "", 0),
            new Axis("step of the image over the average one", "", 1));
    private final ScoreMaps maps;

    ScoresPage(GeometryModel geometry, ShellModel shell, Executor drawing, ChartFiles files) {
        model = geometry.scores();
        getStyleClass().add("geometry-page");
        maps = new ScoreMaps(shell.darkProperty(), drawing);
        verdict.setId("geometry-verdict");
        verdict.getStyleClass().add("verdict");
        verdict.setWrapText(true);
        verdict.setMinHeight(USE_PREF_SIZE);
        table.getStyleClass().add("scores");
        Label note = new Label(
                "An autoencoder has no prior: its samples are drawn from the Gaussian with the mean and the"
                        + " covariance of its codes. Maps and hole mass are in coordinates in which that is N(0, I), so that all models"
                        + " are judged alike. ✓ marks the better of the first two where the difference is clear: two standard errors of shares, 5% of others.");
        note.getStyleClass().add("caption");
        note.setWrapText(true);
        note.setMinHeight(USE_PREF_SIZE);
        steps.setId("chart-steps");
        steps.darkProperty().bind(shell.darkProperty());
        steps.setFiles(files);
        steps.setMinHeight(0);
        steps.setPrefHeight(200);
        steps.setMaxHeight(280);
        VBox.setVgrow(steps, Priority.ALWAYS);
        VBox left = new VBox(table, note, steps);
        left.getStyleClass().add("scores-side");
        setTop(verdict);
        setLeft(left);
        setCenter(maps);
        widthProperty().addListener(observable -> arrange());
        heightProperty().addListener(observable -> arrange());
        model.modelsProperty().addListener(observable -> show());
        model.cardsProperty().addListener(observable -> show());
        show();
    }

    /** Where there is little room, as on a projector, the numbers have it. */
    private void arrange() {
        double em = verdict.getFont().getSize() / VERDICT_SIZE;
        boolean wide = getWidth() > WIDE * em;
        maps.setVisible(wide);
        maps.setManaged(wide);
        boolean high = getHeight() > HIGH * em;
        steps.setVisible(high);
        steps.setManaged(high);
    }

    private void show() {
        List<ModelChoice> models = model.modelsProperty().get();
        Map<String, ScoreCard> cards = model.cardsProperty().get();
        ScoreCard vae = models.size() < 2 ? null : cards.get(models.get(0).name());
        ScoreCard code = models.size() < 2 ? null : cards.get(models.get(1).name());
        boolean pair = models.size() > 1 && models.get(1).autoencoder();
        verdict.setText(
                pair && vae != null && code != null
                        ? Verdict.of(vae, code)
                        : "Measuring: some seconds for each model…");
        fill(models, cards);
        ways(models, cards);
        maps.show(models.stream().map(each -> cards.get(each.name())).toList(), models);
    }

    private void ways(List<ModelChoice> models, Map<String, ScoreCard> cards) {
        List<Series> lines = new ArrayList<>();
        for (int i = 0; i < models.size(); i++) {
            ScoreCard card = cards.get(models.get(i).name());
            if (card != null) {
                Series line = Series.numbered(head(models, i), i).exact();
                double[] way = card.survey().unevenness().uneven();
                for (int step = 0; step < way.length; step++) {
                    line.append(step + 1, way[step]);
                }
                lines.add(line);
            }
        }
        steps.series().setAll(lines);
    }

    /** Short: of the pair, what it is; the third by its name. */
    private static String head(List<ModelChoice> models, int index) {
        ModelChoice model = models.get(index);
        boolean pair = models.size() > 1 && models.get(1).autoencoder() && index < 2;
        return pair ? (model.autoencoder() ? "Autoencoder" : "VAE") : model.title();
    }

    private void fill(List<ModelChoice> models, Map<String, ScoreCard> cards) {
        table.getChildren().clear();
        table.getColumnConstraints().clear();
        ColumnConstraints names = new ColumnConstraints();
        names.setMinWidth(Region.USE_PREF_SIZE);
        table.getColumnConstraints().add(names);
        int row = 0;
        for (int i = 0; i < models.size(); i++) {
            table.add(head(head(models, i), models.get(i)), 1 + i, row);
        }
        row++;
        boolean continuity = false;
        for (Score score : Score.values()) {
            if (row == 1 || continuity != score.continuity()) {
                continuity = score.continuity();
                Label section = new Label(continuity ? "Continuity (less is better)" : "Completeness");
                section.getStyleClass().add("section-title");
                table.add(section, 0, row++, 2 + models.size(), 1);
            }
            Label name = new Label(score.title());
            table.add(Hints.explain(name, score.title(), score.meaning()), 0, row);
            List<@Nullable ScoreCard> known = new ArrayList<>();
            models.forEach(each -> known.add(cards.get(each.name())));
            for (int i = 0; i < models.size(); i++) {
                table.add(number(score, known, i), 1 + i, row);
            }
            table.add(
                    new FormulaButton("score-" + id(score), score.title(), () -> formula(score, models)),
                    1 + models.size(),
                    row++);
        }
    }

    private static String id(Score score) {
        return score.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Label head(String text, ModelChoice choice) {
        Label head = Hints.explain(new Label(text), text, choice.title());
        head.getStyleClass().add("score-head");
        head.setWrapText(!text.isEmpty() && text.equals(choice.title()));
        head.setMinWidth(Region.USE_PREF_SIZE);
        GridPane.setHalignment(head, HPos.RIGHT);
        return head;
    }

    private static Label number(Score score, List<@Nullable ScoreCard> known, int index) {
        ScoreCard card = known.get(index);
        Label number = new Label(card == null ? "–" : score.text(card.survey()));
        number.setId("score-" + id(score) + "-" + index);
        number.getStyleClass().add("score-number");
        number.setMinWidth(Region.USE_PREF_SIZE);
        GridPane.setHalignment(number, HPos.RIGHT);
        ScoreCard other = index < 2 && known.size() > 1 ? known.get(1 - index) : null;
        boolean better = card != null && other != null && score.better(card.survey(), other.survey()) > 0;
        // The mark has its place whether it is there or not, so that numbers stay below each other.
        number.setText(number.getText() + (better ? " ✓" : "  "));
        if (better) {
            number.getStyleClass().add("better");
        }
        return number;
    }

    private String formula(Score score, List<ModelChoice> models) {
        StringBuilder text = new StringBuilder(score.meaning() + ".");
        for (ModelChoice each : models) {
            ScoreCard card = model.cardsProperty().get().get(each.name());
            text.append("\n\n").append(each.title()).append('\n');
            text.append(card == null ? "not measured yet" : score.formula(card));
        }
        return text.toString();
    }
}
