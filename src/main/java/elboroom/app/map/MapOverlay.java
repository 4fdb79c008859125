package elboroom.app.map;

import elboroom.raster.Bounds;
import elboroom.raster.Ticks;
import elboroom.raster.Viewport;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.Point2D;
import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;

/** Draws what lies over the points: axes, prior circles, ellipses, class names, rings around points. */
final class MapOverlay extends Canvas {
    private static final int PRIOR_CIRCLES = 3;
    /** Below this radius in pixels an ellipse is drawn as a cross-hair besides. */
    private static final double SMALL_ELLIPSE = 4;
    /** Between the middles of the names of two classes, in em. */
    private static final double LEAST_NAME_DISTANCE = 0.45;

    /** Opacity within an ellipse. */
    private static final double FILLING = 0.14;

    private final LatentMap map;
    private final GraphicsContext g = getGraphicsContext2D();
    /** Of the few titles there are: to measure one takes longer than to draw it. */
    private final Map<Title, Double> widths = new HashMap<>();

    private record Title(String text, Font font) {}

    MapOverlay(LatentMap map) {
        this.map = map;
        setManaged(false);
        setMouseTransparent(true);
    }

    void draw(PlotArea plot, MapTheme theme, Font font, double tickSpacing) {
        g.clearRect(0, 0, getWidth(), getHeight());
        g.setFont(font);
        Viewport view = map.getViewport();
        axes(plot, view, theme, tickSpacing);
        g.save();
        g.beginPath();
        g.rect(plot.left(), plot.top(), plot.width(), plot.height());
        g.clip();
        g.translate(plot.left(), plot.top());
        if (map.layers().prior().get()) {
            priorCircles(view, theme);
        }
        if (map.layers().classNames().get()) {
            classNames(view, theme, font);
        }
        map.ways().forEach(way -> way(way, view, theme));
        rings(view, theme);
        if (map.layers().ellipses().get()) {
            map.ellipses().forEach(ellipse -> ellipse(ellipse, view, theme));
        }
        map.marks().forEach(mark -> mark(mark, view, theme, font));
        g.restore();
    }

    private void axes(PlotArea plot, Viewport view, MapTheme theme, double tickSpacing) {
        double em = g.getFont().getSize();
        Bounds seen = view.bounds();
        double spacing = tickSpacing / view.pixelsPerUnit();
        g.setFill(theme.text());
        g.setStroke(theme.text().deriveColor(0, 1, 1, 0.6));
        g.setLineWidth(1);
        g.setTextBaseline(VPos.CENTER);
        Ticks across = Ticks.atLeastTwo(seen.minX(), seen.maxX(), spacing);
        g.setTextAlign(TextAlignment.CENTER);
        for (int i = 0; i < across.count(); i++) {
            double x = Math.floor(plot.left() + view.toScreenX(across.at(i))) + 0.5;
            g.strokeLine(x, plot.bottom(), x, plot.bottom() + 4);
            g.fillText(across.label(i), x, plot.bottom() + 1.1 * em);
        }
        Ticks up = Ticks.atLeastTwo(seen.minY(), seen.maxY(), spacing);
        g.setTextAlign(TextAlignment.RIGHT);
        for (int i = 0; i < up.count(); i++) {
            double y = Math.floor(plot.top() + view.toScreenY(up.at(i))) + 0.5;
            g.strokeLine(plot.left() - 4, y, plot.left(), y);
            g.fillText(up.label(i), plot.left() - 0.6 * em, y);
        }
        g.setTextAlign(TextAlignment.CENTER);
        g.fillText(title(map.getXLabel(), plot.width()), plot.left() + plot.width() / 2, plot.bottom() + 2.7 * em);
        g.save();
        g.translate(0.8 * em, plot.top() + plot.height() / 2);
        g.rotate(-90);
        g.fillText(title(map.getYLabel(), plot.height()), 0, 0);
        g.restore();
        if (map.isFocusVisible()) {
            g.setStroke(theme.accent());
            g.setLineWidth(2);
        }
        g.strokeRect(plot.left() - 0.5, plot.top() - 0.5, plot.width() + 1, plot.height() + 1);
    }

    /** Name and unit of an axis, without the unit where there is no room for it. */
    private String title(String label, double room) {
        if (map.getUnit().isEmpty()) {
            return label;
        }
        String whole = label + " (" + map.getUnit() + ")";
        return widths.computeIfAbsent(new Title(whole, g.getFont()), this::width) <= room ? whole : label;
    }

    private double width(Title title) {
        Text text = new Text(title.text());
        text.setFont(title.font());
        return text.getLayoutBounds().getWidth();
    }

    private void priorCircles(Viewport view, MapTheme theme) {
        double x = view.toScreenX(0);
        double y = view.toScreenY(0);
        for (int sigma = 1; sigma <= PRIOR_CIRCLES; sigma++) {
            double radius = sigma * view.pixelsPerUnit();
            g.setLineDashes(sigma == 1 ? new double[0] : new double[] {6, 4});
            List<double[]> outline = EllipseOutline.circle(x, y, radius).visible(view.width(), view.height());
            lines(outline, theme.halo(), 3);
            lines(outline, theme.prior(), 1.2);
            g.setLineDashes();
            // Where the circles are too close to each other only the outermost is named.
            if (sigma < PRIOR_CIRCLES && view.pixelsPerUnit() < g.getFont().getSize()) {
                continue;
            }
            double diagonal = radius * Math.sqrt(0.5);
            g.setTextAlign(TextAlignment.CENTER);
            haloed(sigma + "σ", x + diagonal, y - diagonal, theme.prior().deriveColor(0, 1, 1, 2), theme);
        }
    }

    private void classNames(Viewport view, MapTheme theme, Font font) {
        PointIndex index = map.shown().index();
        if (index == null || !map.layers().points().get()) {
            return;
        }
        g.setFont(Font.font(font.getFamily(), FontWeight.BOLD, font.getSize() * 1.15));
        g.setTextAlign(TextAlignment.CENTER);
        List<Point2D> named = new ArrayList<>();
        for (PointIndex.Centre centre : index.centres()) {
            Point2D at = new Point2D(view.toScreenX(centre.x()), view.toScreenY(centre.y()));
            // One name over another could be read as neither.
            boolean free = named.stream().allMatch(other -> other.distance(at) > LEAST_NAME_DISTANCE * font.getSize());
            if (free
                    && isNamed(centre.label(), index.points())
                    && !map.hiddenClasses().contains(centre.label())) {
                named.add(at);
                haloed(index.points().classNames().get(centre.label()), at.getX(), at.getY(), theme.strong(), theme);
            }
        }
        g.setFont(font);
    }

    /** Of classes in an order the first and the last tell where the others are, and all of them hide the points. */
    private static boolean isNamed(int label, MapPoints points) {
        return !points.palette().ordered()
                || label == 0
                || label == points.classNames().size() - 1;
    }

    private void rings(Viewport view, MapTheme theme) {
        ring(map.getHovered(), view, theme, theme.strong(), 6);
        ring(map.getHighlight(), view, theme, theme.accent(), 8);
    }

    private void ring(int point, Viewport view, MapTheme theme, Color colour, double radius) {
        MapPoints points = map.getPoints();
        if (point >= 0 && point < points.count()) {
            double x = view.toScreenX(points.x()[point]);
            double y = view.toScreenY(points.y()[point]);
            circle(x, y, radius, theme.halo(), 4.5);
            circle(x, y, radius, colour, 2);
        }
    }

    private void ellipse(MapEllipse ellipse, Viewport view, MapTheme theme) {
        Color colour = theme.of(ellipse.kind());
        double major = ellipse.major() * view.pixelsPerUnit();
        g.save();
        g.translate(view.toScreenX(ellipse.centreX()), view.toScreenY(ellipse.centreY()));
        if (2 * major < SMALL_ELLIPSE) {
            crossHair(theme.halo(), 3.5);
            crossHair(colour, 1.5);
        }
        g.restore();
        EllipseOutline two = ellipse.outline(view, 2);
        // Ends that nobody sees may be left out of the filling, not of the outline.
        if (two.major() < view.width() + view.height()) {
            fill(two, colour);
        } else if (two.contains(view.width() / 2, view.height() / 2)) {
            g.setFill(colour.deriveColor(0, 1, 1, FILLING));
            g.fillRect(0, 0, view.width(), view.height());
        }
        for (int sigma = 2; sigma >= 1; sigma--) {
            List<double[]> outline = ellipse.outline(view, sigma).visible(view.width(), view.height());
            lines(outline, theme.halo(), 3.5);
            lines(outline, colour, sigma == 1 ? 2 : 1.2);
        }
    }

    private void fill(EllipseOutline outline, Color colour) {
        g.save();
        g.translate(outline.x(), outline.y());
        // The screen's second axis points down, so an anticlockwise angle turns the other way.
        g.rotate(-Math.toDegrees(outline.angle()));
        g.setFill(colour.deriveColor(0, 1, 1, FILLING));
        g.fillOval(-outline.major(), -outline.minor(), 2 * outline.major(), 2 * outline.minor());
        g.restore();
    }

    private void lines(List<double[]> lines, Color colour, double width) {
        g.setStroke(colour);
        g.setLineWidth(width);
        for (double[] line : lines) {
            g.beginPath();
            g.moveTo(line[0], line[1]);
            for (int i = 2; i < line.length; i += 2) {
                g.lineTo(line[i], line[i + 1]);
            }
            g.stroke();
        }
    }

    private void way(MapWay way, Viewport view, MapTheme theme) {
        for (int pass = 0; pass < 2; pass++) {
            double width = way.strong() ? 3 : 1.6;
            g.setLineWidth(pass == 0 ? width + 2.5 : width);
            g.setStroke(pass == 0 ? theme.halo() : way.colour());
            g.beginPath();
            g.moveTo(view.toScreenX(way.x()[0]), view.toScreenY(way.y()[0]));
            for (int i = 1; i < way.x().length; i++) {
                g.lineTo(view.toScreenX(way.x()[i]), view.toScreenY(way.y()[i]));
            }
            g.stroke();
        }
    }

    private void crossHair(Color colour, double width) {
        double inner = 5;
        double outer = 13;
        g.setStroke(colour);
        g.setLineWidth(width);
        g.setLineCap(StrokeLineCap.ROUND);
        g.strokeLine(-outer, 0, -inner, 0);
        g.strokeLine(inner, 0, outer, 0);
        g.strokeLine(0, -outer, 0, -inner);
        g.strokeLine(0, inner, 0, outer);
        g.setLineCap(StrokeLineCap.SQUARE);
    }

    private void mark(MapMark mark, Viewport view, MapTheme theme, Font font) {
        double x = view.toScreenX(mark.x());
        double y = view.toScreenY(mark.y());
        double reach = 7;
        double[] xs = {x, x + reach, x, x - reach};
        double[] ys = {y - reach, y, y + reach, y};
        g.setStroke(theme.halo());
        g.setLineWidth(4);
        g.strokePolygon(xs, ys, xs.length);
        g.setFill(theme.of(mark.kind()));
        g.fillPolygon(xs, ys, xs.length);
        g.setFont(Font.font(font.getFamily(), FontWeight.BOLD, font.getSize()));
        // Towards the middle of the map, where there is room for it.
        boolean right = x < view.width() / 2;
        g.setTextAlign(right ? TextAlignment.LEFT : TextAlignment.RIGHT);
        haloed(mark.label(), right ? x + 2 * reach : x - 2 * reach, y, theme.strong(), theme);
        g.setFont(font);
    }

    private void haloed(String text, double x, double y, Color colour, MapTheme theme) {
        g.setStroke(theme.halo());
        g.setLineWidth(4);
        g.strokeText(text, x, y);
        g.setFill(colour);
        g.fillText(text, x, y);
    }

    private void circle(double x, double y, double radius, Color colour, double width) {
        g.setStroke(colour);
        g.setLineWidth(width);
        g.strokeOval(x - radius, y - radius, 2 * radius, 2 * radius);
    }
}
