package elboroom.app.widget;

import javafx.scene.layout.Region;

/** A horizontal bar whose filled part is a share of its width. */
public final class Bar extends Region {
    private final Region fill = new Region();
    private double share;

    public Bar() {
        getStyleClass().add("filled-bar");
        fill.getStyleClass().add("fill");
        fill.setManaged(false);
        getChildren().add(fill);
    }

    /** Fills a share of the bar; less than none counts as none, more than all as all. */
    public void setShare(double newShare) {
        share = Double.isFinite(newShare) ? Math.max(0, Math.min(1, newShare)) : 0;
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        fill.resizeRelocate(0, 0, Math.round(share * getWidth()), getHeight());
    }
}
