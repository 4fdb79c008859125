package elboroom.app.losses;

import elboroom.app.chart.ChartTheme;
import javafx.scene.layout.Region;

/** A bar of two parts: distortion, and at its end the share that the KL has. */
final class ShareBar extends Region {
    private final Region distortion = part(0);
    private final Region rate = part(1);
    private double share;

    ShareBar() {
        getStyleClass().add("share-bar");
        getChildren().addAll(distortion, rate);
    }

    private static Region part(int colour) {
        Region part = new Region();
        part.setStyle("-fx-background-color: #%06x".formatted(ChartTheme.colour(colour) & 0xFFFFFF));
        part.setManaged(false);
        return part;
    }

    /** @param newShare of the KL, 0 to 1 */
    void setShare(double newShare) {
        share = newShare;
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double height = Math.min(getHeight(), prefHeight(-1));
        double top = Math.floor((getHeight() - height) / 2);
        double middle = Math.round((1 - share) * getWidth());
        distortion.resizeRelocate(0, top, Math.max(0, share > 0 ? middle - 1 : middle), height);
        rate.resizeRelocate(middle, top, getWidth() - middle, height);
    }
}
