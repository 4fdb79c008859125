package elboroom.app.geometry;

import elboroom.app.explore.Workspace.ModelChoice;
import elboroom.app.map.Heat;
import elboroom.app.map.HeatMap;
import elboroom.app.map.HeatScale;
import elboroom.measure.Holes;
import elboroom.raster.Bounds;
import java.util.List;
import java.util.concurrent.Executor;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Point2D;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.RowConstraints;
import org.jspecify.annotations.Nullable;

/** Small maps of two models below each other's: how steep, and where holes are, in one scale each. */
final class ScoreMaps extends GridPane {
    private static final int MODELS = 2;
    private static final int STEEP = 0;
    private static final int HOLES = 1;
    private static final double MOST_NATS = 6;
    /** Shown each way, standard deviations; the maps reach farther, to the edges of their plots. */
    private static final double HOME = 2.8;

    /** Where no marker is seen. */
    private static final Point2D NOWHERE = new Point2D(1e6, 1e6);

    private final HeatMap[][] maps = new HeatMap[2][MODELS];
    private final Label[] names = new Label[MODELS];

    ScoreMaps(ObservableValue<Boolean> dark, Executor drawing) {
        getStyleClass().add("score-maps");
        setMinSize(0, 0);
        for (int m = 0; m < MODELS; m++) {
            names[m] = new Label();
            names[m].getStyleClass().add("section-title");
            add(names[m], m, 0);
            ColumnConstraints column = new ColumnConstraints();
            // The last has the bars of colours besides.
            column.setPercentWidth(m == MODELS - 1 ? 56 : 44);
            getColumnConstraints().add(column);
            for (int q = 0; q < 2; q++) {
                HeatMap map = new HeatMap(drawing);
                map.map().darkProperty().bind(dark);
                map.map().setMarker(NOWHERE);
                map.map().setFocusTraversable(false);
                map.map().setUnit("σ");
                map.map().setMinSize(0, 0);
                map.setMouseTransparent(true);
                map.setId((q == STEEP ? "score-stretch-" : "score-holes-") + m);
                if (m < MODELS - 1) {
                    map.hideBar();
                }
                maps[q][m] = map;
                add(map, m, 1 + q);
            }
        }
        RowConstraints text = new RowConstraints();
        RowConstraints first = new RowConstraints();
        first.setVgrow(Priority.ALWAYS);
        first.setPercentHeight(47);
        RowConstraints second = new RowConstraints();
        second.setVgrow(Priority.ALWAYS);
        second.setPercentHeight(47);
        getRowConstraints().setAll(text, first, second);
    }

    /** Of the first two models. */
    void show(List<@Nullable ScoreCard> cards, List<ModelChoice> models) {
        double steepest = 0;
        for (ScoreCard card : cards.subList(0, Math.min(MODELS, cards.size()))) {
            if (card != null) {
                steepest = Math.max(steepest, card.survey().perDeviation().p95());
            }
        }
        Field first = null;
        for (int m = 0; m < MODELS; m++) {
            ScoreCard card = m < cards.size() ? cards.get(m) : null;
            names[m].setText(m < models.size() ? models.get(m).title() : "");
            Field field = card == null ? null : card.maps();
            first = first == null ? field : first;
            show(m, field, first, steepest);
        }
    }

    /** @param measured of this model or the one beside it, whose colours it shows until it has some of its own */
    private void show(int model, @Nullable Field field, @Nullable Field measured, double steepest) {
        for (int q = 0; q < 2; q++) {
            HeatMap map = maps[q][model];
            if (measured == null || steepest <= 0) {
                map.show(null);
                continue;
            }
            map.map().setHome(new Bounds(-HOME, -HOME, HOME, HOME));
            if (field == null) {
                map.showColours(heat(measured, q, steepest));
            } else {
                map.show(heat(field, q, steepest));
            }
        }
    }

    private static Heat heat(Field field, int quantity, double steepest) {
        float[] values = field.values()[quantity];
        return quantity == STEEP
                ? new Heat(field.place(), field.columns(), values, HeatScale.linear("σ_max(J)", "per σ", 0, steepest))
                : new Heat(
                        field.place(),
                        field.columns(),
                        values,
                        HeatScale.diverging("log q(z) − log p(z)", "nats", MOST_NATS),
                        Math.log(Holes.THRESHOLD));
    }
}
