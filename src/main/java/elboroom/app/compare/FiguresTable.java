package elboroom.app.compare;

import elboroom.app.widget.Hints;
import elboroom.app.widget.Numbers;
import elboroom.app.widget.WhileShown;
import elboroom.measure.CodeSpread;
import elboroom.model.ModelCard;
import java.util.EnumMap;
import java.util.Map;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** The figures of both models in two columns. */
final class FiguresTable extends GridPane {
    private static final int DISTORTION = 1;
    private static final int RATE = 2;
    private static final int ELBO = 3;
    private static final int ACTIVE = 4;
    private static final int SPREAD = 5;
    private static final int FARTHEST = 6;
    private static final int WITHIN = 7;
    private static final int ROWS = 8;

    private final CompareModel model;
    private final Map<Side, Label[]> cells = new EnumMap<>(Side.class);

    FiguresTable(CompareModel model) {
        this.model = model;
        getStyleClass().add("figures-table");
        name(
                DISTORTION,
                "Distortion",
                "nats",
                "Reconstruction loss −E[log p(x|z)], the average of the test images. Of a plain"
                        + " autoencoder at its code, which has no noise");
        name(
                RATE,
                "Rate (KL)",
                "nats",
                "KL(q(z|x) ‖ p(z)), the average of the test images: how far posteriors are from the"
                        + " prior. A plain autoencoder has neither");
        name(
                ELBO,
                "ELBO",
                "nats",
                "Evidence lower bound: −distortion − rate, the average of the test images; higher is better");
        name(
                ACTIVE,
                "Active units",
                "",
                "Latent dimensions whose mean varies over the images by more than 0.01: those that"
                        + " carry information");
        name(
                SPREAD,
                "Code spread",
                "σ",
                "Standard deviation of the codes (means) of the images shown, over all dimensions. The prior's is 1");
        name(FARTHEST, "Farthest code", "σ", "Greatest distance of any image's code from the origin");
        name(
                WITHIN,
                "Within prior",
                "%",
                "Share of the images whose code lies where 99% of the prior's samples lie: in two dimensions within 3.04"
                        + " of the origin. What is encoded elsewhere is hardly ever sampled");
        for (Side side : Side.values()) {
            Label[] column = new Label[ROWS];
            for (int row = 0; row < ROWS; row++) {
                column[row] = new Label("–");
                column[row].getStyleClass().add(row == 0 ? "caption" : "cell");
                column[row].setMinWidth(Region.USE_PREF_SIZE);
                GridPane.setHalignment(column[row], HPos.RIGHT);
                GridPane.setValignment(column[row], VPos.BASELINE);
                add(column[row], 1 + side.ordinal(), row);
            }
            column[WITHIN].setId(side.prefix() + "within");
            column[SPREAD].setId(side.prefix() + "spread");
            column[RATE].setId(side.prefix() + "rate");
            column[DISTORTION].setId(side.prefix() + "distortion");
            cells.put(side, column);
            model.side(side).spreadProperty().addListener(observable -> show(side));
        }
        WhileShown.updateAfterFrame(this, this::showAll, model.stateProperty());
    }

    private void name(int row, String name, String unit, String explanation) {
        Label label = new Label(name);
        label.getStyleClass().add("caption");
        label.setMaxWidth(Double.MAX_VALUE);
        GridPane.setHgrow(label, Priority.ALWAYS);
        Label unitLabel = new Label(unit);
        unitLabel.getStyleClass().add("unit");
        for (Label each : new Label[] {label, unitLabel}) {
            each.setMinWidth(Region.USE_PREF_SIZE);
        }
        add(Hints.explain(label, name, explanation), 0, row);
        add(unitLabel, 3, row);
    }

    private void showAll() {
        for (Side side : Side.values()) {
            show(side);
        }
    }

    private void show(Side side) {
        Label[] column = cells.get(side);
        if (column == null) {
            return;
        }
        ModelCard.Figures figures = model.figures(side).orElse(null);
        boolean code = model.side(side).model().autoencoder();
        column[0].setText(PairText.shortName(model, side));
        column[DISTORTION].setText(figures == null ? "–" : Numbers.fixed(figures.distortion(), 1));
        column[RATE].setText(code ? "no prior" : number(figures == null ? null : figures.rate()));
        column[ELBO].setText(code ? "none" : number(figures == null ? null : figures.elbo()));
        column[ACTIVE].setText(
                figures == null
                        ? "–"
                        : figures.activeUnits() + " of "
                                + model.side(side).model().latentSize());
        CodeSpread spread = model.side(side).spreadProperty().get();
        column[SPREAD].setText(spread == null ? "–" : Numbers.fixed(spread.deviation(), 2));
        column[FARTHEST].setText(spread == null ? "–" : Numbers.fixed(spread.farthest(), 1));
        column[WITHIN].setText(spread == null ? "–" : Numbers.fixed(100 * spread.withinPrior(), 0));
    }

    private static String number(@Nullable Double value) {
        return value == null ? "–" : Numbers.fixed(value, 1);
    }
}
