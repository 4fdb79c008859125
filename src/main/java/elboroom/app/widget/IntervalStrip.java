package elboroom.app.widget;

import javafx.scene.layout.Region;

/** An interval mean ± deviation on an axis from −limit to limit. */
public final class IntervalStrip extends Region {
    private static final double MIN_WIDTH = 2;

    private final Region band = new Region();
    private final Region tick = new Region();
    private final double limit;
    private double mean;
    private double deviation;

    public IntervalStrip(double limit) {
        this.limit = limit;
        getStyleClass().add("interval-strip");
        band.getStyleClass().add("band");
        tick.getStyleClass().add("tick");
        band.setManaged(false);
        tick.setManaged(false);
        getChildren().addAll(band, tick);
        clear();
    }

    public void show(double newMean, double newDeviation) {
        mean = newMean;
        deviation = newDeviation;
        boolean seen = Math.abs(mean) <= limit;
        band.setVisible(seen);
        tick.setVisible(seen);
        requestLayout();
    }

    public void clear() {
        band.setVisible(false);
        tick.setVisible(false);
    }

    @Override
    protected void layoutChildren() {
        double left = at(mean - deviation);
        double right = at(mean + deviation);
        band.resizeRelocate(left, 0, Math.max(MIN_WIDTH, right - left), getHeight());
        tick.resizeRelocate(at(mean) - MIN_WIDTH / 2, 0, MIN_WIDTH, getHeight());
    }

    private double at(double value) {
        double axis = getWidth() - snappedLeftInset() - snappedRightInset();
        return snappedLeftInset() + (Math.max(-limit, Math.min(limit, value)) + limit) / (2 * limit) * axis;
    }
}
