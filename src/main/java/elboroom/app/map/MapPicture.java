package elboroom.app.map;

import elboroom.app.chart.Lettering;
import elboroom.app.chart.Line;
import elboroom.app.chart.Pen;
import elboroom.app.chart.PicturePen;
import elboroom.app.chart.Table;
import elboroom.raster.AxesFrame;
import elboroom.raster.Palette;
import elboroom.raster.Picture;
import elboroom.raster.PointStyle;
import elboroom.raster.Viewport;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javafx.geometry.Point2D;
import javafx.scene.paint.Color;

/**
 * What a map shows, frozen, to be painted on white with axes and a legend, or to be written as numbers, on any thread.
 *
 * @param view logical pixels
 * @param points all of them
 * @param hidden classes that are left out
 * @param layers that are raster pictures
 * @param mosaic drawn, or null
 * @param extent units of z that all points span, the larger of the two ways
 * @param axes names of the two, with their unit
 * @param prior whether its circles are drawn
 * @param ways lines
 * @param ellipses posteriors
 * @param marks single points of interest
 * @param marker where the marker is
 */
record MapPicture(
        Viewport view,
        MapPoints points,
        Set<Integer> hidden,
        MapFrame.Layers layers,
        @org.jspecify.annotations.Nullable Mosaic mosaic,
        double extent,
        List<String> axes,
        boolean prior,
        List<MapWay> ways,
        List<MapEllipse> ellipses,
        List<MapMark> marks,
        Point2D marker) {
    /** Of the picture, in pixels: sharp over the whole width of a slide. */
    static final int WIDTH = 1600;

    private static final MapTheme THEME = MapTheme.LIGHT;
    private static final int CIRCLES = 3;
    private static final double TEXT = 13;
    private static final double MARK = 7;
    private static final double MARKER = 6;

    /** What a map shows now. On the thread of the window. */
    static MapPicture of(LatentMap map) {
        MapLayers layers = map.layers();
        String unit = map.getUnit().isEmpty() ? "" : " (" + map.getUnit() + ")";
        return new MapPicture(
                map.getViewport(),
                map.getPoints(),
                new TreeSet<>(map.hiddenClasses()),
                new MapFrame.Layers(
                        layers.points().get(),
                        layers.density().get(),
                        layers.mosaic().get()),
                map.mosaic(),
                Math.max(map.shown().bounds().width(), map.shown().bounds().height()),
                List.of(map.getXLabel() + unit, map.getYLabel() + unit),
                layers.prior().get(),
                List.copyOf(map.ways()),
                layers.ellipses().get() ? List.copyOf(map.ellipses()) : List.of(),
                List.copyOf(map.marks()),
                map.getMarker());
    }

    /** On white, {@value #WIDTH} pixels wide. */
    Picture paint() {
        int width = AxesFrame.plotWidth(WIDTH);
        double scale = width / view.width();
        int height = (int) Math.round(view.height() * scale);
        Viewport large = new Viewport(view.centreX(), view.centreY(), view.pixelsPerUnit() * scale, width, height);
        boolean[] left = new boolean[Math.max(1, points.classNames().size())];
        hidden.stream().filter(label -> label < left.length).forEach(label -> left[label] = true);
        MapFrame frame = new MapFrame(
                large,
                points,
                left,
                PointStyle.of(points.count(), extent * large.pixelsPerUnit(), scale),
                layers,
                mosaic,
                null,
                THEME,
                5 * TEXT * scale);
        int[] pixels = new int[width * height];
        new MapRaster(1).draw(frame, pixels);
        Picture plot = PicturePen.over(new Picture(width, height, pixels), scale, "SansSerif", this::over);
        return new AxesFrame(AxesFrame.Axis.across(axes.get(0), large), AxesFrame.Axis.up(axes.get(1), large), legend())
                .around(plot, WIDTH);
    }

    /** Ranges of a factor have colours of their own, which the frame's legend does not. */
    private List<String> legend() {
        return points.palette() == Palette.CLASSES && layers.points() ? points.classNames() : List.of();
    }

    /** What lies over the points, in logical pixels. */
    private void over(Pen pen) {
        if (prior) {
            circles(pen);
        }
        for (MapWay way : ways) {
            double[] x = new double[way.x().length];
            double[] y = new double[way.x().length];
            for (int i = 0; i < x.length; i++) {
                x[i] = view.toScreenX(way.x()[i]);
                y[i] = view.toScreenY(way.y()[i]);
            }
            double width = way.strong() ? 3 : 1.6;
            pen.polyline(x, y, x.length, line(THEME.halo(), width + 2.5));
            pen.polyline(x, y, x.length, line(way.colour(), width));
        }
        for (MapEllipse ellipse : ellipses) {
            for (int sigma = 2; sigma >= 1; sigma--) {
                EllipseOutline outline = ellipse.outline(view, sigma);
                outline(pen, outline, line(THEME.halo(), 3.5));
                outline(pen, outline, line(THEME.of(ellipse.kind()), sigma == 1 ? 2 : 1.2));
            }
        }
        for (MapMark mark : marks) {
            double x = view.toScreenX(mark.x());
            double y = view.toScreenY(mark.y());
            pen.polygon(
                    new double[] {x, x + MARK, x, x - MARK},
                    new double[] {y - MARK, y, y + MARK, y},
                    4,
                    argb(THEME.of(mark.kind())));
            text(pen, mark.label(), x + 2 * MARK, y, Lettering.Align.START, THEME.strong());
        }
        double x = view.toScreenX(marker.getX());
        double y = view.toScreenY(marker.getY());
        pen.circle(x, y, MARKER + 3, argb(THEME.strong()));
        pen.circle(x, y, MARKER + 1.5, argb(THEME.halo()));
        pen.circle(x, y, MARKER, argb(THEME.accent()));
    }

    private void circles(Pen pen) {
        double x = view.toScreenX(0);
        double y = view.toScreenY(0);
        for (int sigma = 1; sigma <= CIRCLES; sigma++) {
            double radius = sigma * view.pixelsPerUnit();
            EllipseOutline circle = EllipseOutline.circle(x, y, radius);
            outline(pen, circle, line(THEME.halo(), 3));
            outline(pen, circle, new Line(argb(THEME.prior()), 1.2, sigma == 1 ? Line.Dash.SOLID : Line.Dash.DASHED));
            double diagonal = radius * Math.sqrt(0.5);
            text(pen, sigma + "σ", x + diagonal, y - diagonal, Lettering.Align.MIDDLE, THEME.prior());
        }
    }

    private void outline(Pen pen, EllipseOutline outline, Line line) {
        for (double[] piece : outline.visible(view.width(), view.height())) {
            int count = piece.length / 2;
            double[] x = new double[count];
            double[] y = new double[count];
            for (int i = 0; i < count; i++) {
                x[i] = piece[2 * i];
                y[i] = piece[2 * i + 1];
            }
            pen.polyline(x, y, count, line);
        }
    }

    private static void text(Pen pen, String words, double x, double y, Lettering.Align align, Color colour) {
        Color full = Color.color(colour.getRed(), colour.getGreen(), colour.getBlue());
        pen.text(words, x, y, new Lettering(TEXT, argb(full), align, true, argb(THEME.halo())));
    }

    private static Line line(Color colour, double width) {
        return new Line(argb(colour), width, Line.Dash.SOLID);
    }

    private static int argb(Color colour) {
        return (int) Math.round(255 * colour.getOpacity()) << 24
                | (int) Math.round(255 * colour.getRed()) << 16
                | (int) Math.round(255 * colour.getGreen()) << 8
                | (int) Math.round(255 * colour.getBlue());
    }

    /** The points that are not hidden as comma-separated values: number in the data, both coordinates, class. */
    String csv() {
        boolean classes = !points.classNames().isEmpty();
        List<String> head = new ArrayList<>(List.of("number", axes.get(0), axes.get(1)));
        if (classes) {
            head.add("class");
        }
        StringBuilder text = new StringBuilder(Table.line(head));
        for (int i = 0; i < points.count(); i++) {
            int label = points.labels()[i];
            if (!hidden.contains(label)) {
                List<String> fields = new ArrayList<>(
                        List.of(String.valueOf(i), Float.toString(points.x()[i]), Float.toString(points.y()[i])));
                if (classes) {
                    fields.add(points.classNames().get(label));
                }
                text.append(Table.line(fields));
            }
        }
        return text.toString();
    }
}
