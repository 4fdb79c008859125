package elboroom.app.train;

import elboroom.app.widget.Hints;
import elboroom.app.widget.Numbers;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.shape.Polyline;

/** β over the epochs of a run as a small curve, from 0 to the highest it comes to. */
final class BetaCurve extends Region {
    private final Polyline line = new Polyline();
    private final Region floor = new Region();
    private final Label highest = new Label();
    private final Label end = new Label();
    private double[] values = {};

    BetaCurve() {
        getStyleClass().add("beta-curve");
        line.getStyleClass().add("line");
        floor.getStyleClass().add("floor");
        line.setManaged(false);
        floor.setManaged(false);
        highest.getStyleClass().add("caption");
        end.getStyleClass().add("caption");
        getChildren().addAll(floor, line, highest, end);
        Hints.explain(this, "β over the run", "How β changes from the first epoch of the run to its last");
    }

    /**
     * Shows a schedule.
     *
     * @param newValues β at equal distances from start to end; empty for none
     * @param epochs of the run
     */
    void show(double[] newValues, int epochs) {
        values = newValues.clone();
        highest.setText("β = " + trimmed(largest()));
        end.setText(epochs == 1 ? "1 epoch" : Numbers.fixed(epochs, 0) + " epochs");
        setVisible(values.length > 1);
        requestLayout();
    }

    private static String trimmed(double value) {
        for (int decimals = 0; decimals < 4; decimals++) {
            if (value == Math.rint(value * Math.pow(10, decimals)) / Math.pow(10, decimals)) {
                return Numbers.fixed(value, decimals);
            }
        }
        return Numbers.fixed(value, 4);
    }

    private double largest() {
        double largest = 0;
        for (double value : values) {
            largest = Math.max(largest, value);
        }
        return largest;
    }

    @Override
    protected void layoutChildren() {
        double textHeight = highest.prefHeight(-1);
        double left = snappedLeftInset();
        double width = getWidth() - left - snappedRightInset();
        double top = snappedTopInset() + textHeight + 2;
        double bottom = getHeight() - snappedBottomInset() - 1;
        double largest = largest();
        Double[] points = new Double[2 * values.length];
        for (int i = 0; i < values.length; i++) {
            points[2 * i] = left + width * i / Math.max(1, values.length - 1);
            points[2 * i + 1] = bottom - (largest == 0 ? 0 : (bottom - top) * values[i] / largest);
        }
        line.getPoints().setAll(points);
        floor.resizeRelocate(left, bottom, width, 1);
        layoutInArea(highest, left, snappedTopInset(), width, textHeight, 0, HPos.LEFT, VPos.TOP);
        layoutInArea(end, left, snappedTopInset(), width, textHeight, 0, HPos.RIGHT, VPos.TOP);
    }
}
