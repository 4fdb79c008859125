package elboroom.app.map;

import elboroom.raster.Viewport;
import javafx.geometry.VPos;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.StrokeType;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.transform.Rotate;
import org.jspecify.annotations.Nullable;

/** An arrow with a ring on it to drag along; made of nodes, as the marker is, because it moves on every event of a drag. */
final class RailNode extends Pane {
    private static final double RADIUS = 11;
    /** Of the head, along the arrow and to either side, in pixels. */
    private static final double HEAD = 11;
    /** Kept free of the head within the plot's edge, where the arrow leads out of it. */
    private static final double MARGIN = 6;

    private final Line halo = new Line();
    private final Line shaft = new Line();
    private final Polygon head = new Polygon(0, 0, -HEAD, -0.5 * HEAD, -HEAD, 0.5 * HEAD);
    private final Circle around = new Circle(RADIUS);
    private final Circle ring = new Circle(RADIUS);
    private final Text label = new Text();
    private final Rectangle clip = new Rectangle();

    RailNode() {
        getChildren().addAll(halo, shaft, head, around, ring, label);
        ring.setId("latent-map-handle");
        setClip(clip);
        setManaged(false);
        setMouseTransparent(true);
        setVisible(false);
        halo.setStrokeWidth(4.5);
        shaft.setStrokeWidth(2);
        around.setFill(null);
        around.setStrokeWidth(6);
        ring.setFill(null);
        ring.setStrokeWidth(3);
        label.setTextOrigin(VPos.CENTER);
        label.setStrokeType(StrokeType.OUTSIDE);
        label.setStrokeWidth(2);
    }

    /** Whether a place of the plot, in pixels from its corner, is on the handle. */
    static boolean isOnHandle(MapRail rail, Viewport view, double screenX, double screenY) {
        double distance = Math.hypot(view.toScreenX(rail.x()) - screenX, view.toScreenY(rail.y()) - screenY);
        return distance <= RADIUS + 3;
    }

    void place(@Nullable MapRail rail, PlotArea plot, Viewport view, MapTheme theme, Font font) {
        setVisible(rail != null);
        if (rail == null) {
            return;
        }
        resizeRelocate(plot.left(), plot.top(), plot.width(), plot.height());
        clip.setWidth(plot.width());
        clip.setHeight(plot.height());
        double fromX = view.toScreenX(rail.startX());
        double fromY = view.toScreenY(rail.startY());
        double across = view.toScreenX(rail.endX()) - fromX;
        double down = view.toScreenY(rail.endY()) - fromY;
        double seen = Math.min(within(fromX, across, plot.width()), within(fromY, down, plot.height()));
        double toX = fromX + seen * across;
        double toY = fromY + seen * down;
        for (Line line : new Line[] {halo, shaft}) {
            line.setStartX(fromX);
            line.setStartY(fromY);
            line.setEndX(toX);
            line.setEndY(toY);
        }
        head.getTransforms().setAll(new Rotate(Math.toDegrees(Math.atan2(down, across)), 0, 0));
        head.setTranslateX(toX);
        head.setTranslateY(toY);
        for (Circle circle : new Circle[] {around, ring}) {
            circle.setCenterX(view.toScreenX(rail.x()));
            circle.setCenterY(view.toScreenY(rail.y()));
        }
        letter(rail, plot, toX, toY, font);
        paint(theme);
    }

    /** Share of the arrow after which it leaves the plot on its way to its head, by one of the coordinates; else all of it. */
    private static double within(double from, double way, double length) {
        double edge = way > 0 ? length - MARGIN : MARGIN;
        double share = way == 0 ? 1 : (edge - from) / way;
        return share > 0 && share < 1 ? share : 1;
    }

    /** Beside the head, towards the middle of the plot. */
    private void letter(MapRail rail, PlotArea plot, double toX, double toY, Font font) {
        label.setText(rail.label());
        label.setFont(font);
        double width = label.getLayoutBounds().getWidth();
        boolean right = toX < plot.width() / 2;
        label.setX(Math.max(MARGIN, Math.min(plot.width() - width - MARGIN, right ? toX + HEAD : toX - HEAD - width)));
        label.setY(Math.max(font.getSize(), Math.min(plot.height() - font.getSize(), toY)));
    }

    private void paint(MapTheme theme) {
        halo.setStroke(theme.halo());
        shaft.setStroke(theme.strong());
        head.setFill(theme.strong());
        around.setStroke(theme.halo());
        ring.setStroke(theme.strong());
        label.setFill(theme.strong());
        label.setStroke(theme.halo());
    }
}
