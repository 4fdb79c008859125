package elboroom.app.map;

import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;

/**
 * Which number each colour of a heat map stands for: beside the map, as high as its plot. Ends that points beyond are
 * triangles. The number under the pointer is marked.
 */
final class ColourBar extends Region {
    private static final double TICK_EM = 2.2;

    private final Canvas canvas = new Canvas();
    private final Label probe = new Label();
    private final BooleanProperty dark = new SimpleBooleanProperty(this, "dark");
    private @Nullable Heat heat;
    private boolean above;
    private boolean below;
    private double pointed = Double.NaN;

    ColourBar() {
        probe.getStyleClass().add("latent-map-axis");
        probe.setManaged(false);
        probe.setVisible(false);
        canvas.setManaged(false);
        getChildren().addAll(probe, canvas);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        dark.addListener(observable -> draw());
        probe.fontProperty().addListener(observable -> requestLayout());
    }

    BooleanProperty darkProperty() {
        return dark;
    }

    void show(@Nullable Heat shown) {
        heat = shown;
        above = shown != null && shown.exceeds(true);
        below = shown != null && shown.exceeds(false);
        setAccessibleText(
                shown == null
                        ? "no colours"
                        : "colours: %s from %s to %s"
                                .formatted(
                                        shown.scale().name(),
                                        shown.scale().min(),
                                        shown.scale().max()));
        draw();
    }

    /** Marks a number; NaN for none. */
    void point(double value) {
        if (Double.compare(value, pointed) != 0) {
            pointed = value;
            draw();
        }
    }

    @Override
    protected double computePrefWidth(double height) {
        return Math.rint(6.2 * probe.getFont().getSize());
    }

    @Override
    protected double computeMinWidth(double height) {
        return computePrefWidth(height);
    }

    @Override
    protected double computePrefHeight(double width) {
        return 200;
    }

    @Override
    protected void layoutChildren() {
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
        draw();
    }

    private void draw() {
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        Heat shown = heat;
        if (shown == null || getHeight() < 1) {
            return;
        }
        HeatScale scale = shown.scale();
        MapTheme theme = MapTheme.of(dark.get());
        g.setFont(probe.getFont());
        double em = probe.getFont().getSize();
        PlotArea plot = PlotArea.within(getWidth(), getHeight(), probe.getFont());
        double left = Math.rint(0.3 * em);
        double width = Math.rint(1.1 * em);
        double end = Math.rint(0.7 * em);
        double top = plot.top() + (above ? end : 0);
        double bottom = plot.bottom() - (below ? end : 0);
        int rows = (int) Math.max(1, bottom - top);
        for (int y = 0; y < rows; y++) {
            g.setFill(colour(scale.colours().at((rows - 0.5 - y) / rows)));
            g.fillRect(left, top + y, width, 1.5);
        }
        double[] tips = {left, left + width, left + width / 2};
        if (above) {
            g.setFill(colour(scale.colours().at(1)));
            g.fillPolygon(tips, new double[] {top, top, plot.top()}, 3);
        }
        if (below) {
            g.setFill(colour(scale.colours().at(0)));
            g.fillPolygon(tips, new double[] {bottom, bottom, plot.bottom()}, 3);
        }
        g.setTextBaseline(VPos.CENTER);
        g.setTextAlign(TextAlignment.LEFT);
        List<HeatScale.Mark> marks = scale.marks((int) (rows / (TICK_EM * em)));
        g.setLineWidth(1);
        for (HeatScale.Mark mark : marks) {
            double y = Math.floor(at(scale, mark.value(), top, rows)) + 0.5;
            g.setStroke(theme.text().deriveColor(0, 1, 1, 0.6));
            g.strokeLine(left + width, y, left + width + 4, y);
            g.setFill(theme.text());
            g.fillText(mark.text(), left + width + 0.6 * em, y);
        }
        for (double contour : shown.contours()) {
            double y = Math.floor(at(scale, contour, top, rows)) + 0.5;
            g.setStroke(theme.strong());
            g.strokeLine(left - 1, y, left + width + 1, y);
        }
        g.save();
        g.translate(getWidth() - 0.8 * em, plot.top() + plot.height() / 2);
        g.rotate(-90);
        g.setTextAlign(TextAlignment.CENTER);
        g.setFill(theme.text());
        g.fillText(scale.name(), 0, 0);
        g.restore();
        if (!Double.isNaN(pointed)) {
            double y = at(scale, pointed, top, rows);
            g.setFill(theme.accent());
            g.fillPolygon(
                    new double[] {left + width, left + width + 0.6 * em, left + width + 0.6 * em},
                    new double[] {y, y - 0.35 * em, y + 0.35 * em},
                    3);
            g.setStroke(theme.accent());
            g.setLineWidth(1.5);
            g.strokeLine(left, y, left + width, y);
        }
    }

    private static double at(HeatScale scale, double value, double top, int rows) {
        return top + rows * (1 - Math.max(0, Math.min(1, scale.share(value))));
    }

    private static Color colour(int argb) {
        return Color.rgb(argb >> 16 & 0xFF, argb >> 8 & 0xFF, argb & 0xFF);
    }
}
