package elboroom.app.map;

import elboroom.raster.AxesFrame;
import elboroom.raster.Bounds;
import elboroom.raster.HeatRaster;
import elboroom.raster.Picture;
import elboroom.raster.Viewport;
import java.util.Arrays;
import java.util.List;

/** Numbers on a grid over a part of the latent plane, to be shown as colours. Made on any thread, and never changed. */
public final class Heat {
    private static final int PICTURE_WIDTH = 1400;
    private static final int MARKS = 9;
    private static final int WHITE = 0xFFFFFFFF;

    private final Bounds place;
    private final int columns;
    private final float[] values;
    private final HeatScale scale;
    private final float[] shares;
    private final double[] contours;

    /**
     * @param place what all cells together cover
     * @param columns of cells
     * @param values one for each cell, row-major [rows][columns], the first row uppermost; NaN for none; not copied
     * @param contours numbers at which a line is drawn
     */
    public Heat(Bounds place, int columns, float[] values, HeatScale scale, double... contours) {
        if (columns < 1 || values.length == 0 || values.length % columns != 0) {
            throw new IllegalArgumentException("%d values in rows of %d".formatted(values.length, columns));
        }
        this.place = place;
        this.columns = columns;
        this.values = values;
        this.scale = scale;
        this.contours = contours.clone();
        shares = new float[values.length];
        for (int i = 0; i < shares.length; i++) {
            shares[i] = (float) scale.share(values[i]);
        }
    }

    /**
     * The middles of the cells, row-major [rows·columns][2], the first row uppermost.
     *
     * @param place what all cells together cover
     */
    public static double[] middles(Bounds place, int columns, int rows) {
        double[] points = new double[2 * columns * rows];
        for (int i = 0; i < columns * rows; i++) {
            points[2 * i] = place.minX() + (i % columns + 0.5) * place.width() / columns;
            points[2 * i + 1] = place.maxY() - (i / columns + 0.5) * place.height() / rows;
        }
        return points;
    }

    /** The number of the cell around a place of the plane; NaN if there is none. */
    public double at(double x, double y) {
        double column = Math.floor((x - place.minX()) / place.width() * columns);
        double row = Math.floor((place.maxY() - y) / place.height() * rows());
        boolean inside = column >= 0 && column < columns && row >= 0 && row < rows();
        return inside ? values[(int) row * columns + (int) column] : Double.NaN;
    }

    public Bounds place() {
        return place;
    }

    public int columns() {
        return columns;
    }

    public int rows() {
        return values.length / columns;
    }

    public HeatScale scale() {
        return scale;
    }

    /** Places of all numbers on the colour map. */
    float[] shares() {
        return shares;
    }

    double[] contours() {
        return contours;
    }

    float[] levels() {
        float[] levels = new float[contours.length];
        for (int i = 0; i < levels.length; i++) {
            levels[i] = (float) scale.share(contours[i]);
        }
        return levels;
    }

    /** Whether there are numbers above the last colour, or below the first. */
    boolean exceeds(boolean above) {
        for (float share : shares) {
            if (above ? share > 1 : share < 0) {
                return true;
            }
        }
        return false;
    }

    /** As a picture with axes and a bar of colours, for white paper. */
    public Picture picture(String xName, String yName) {
        int width = AxesFrame.plotWidth(PICTURE_WIDTH) - AxesFrame.barWidth(PICTURE_WIDTH);
        int height = (int) Math.round(width * place.height() / place.width());
        Viewport view = new Viewport(place.centreX(), place.centreY(), width / place.width(), width, height);
        int[] pixels = new int[width * height];
        Arrays.fill(pixels, WHITE);
        new HeatRaster().draw(pixels, view, place, columns, shares, scale.colours(), levels());
        List<AxesFrame.Mark> marks = scale.marks(MARKS).stream()
                .map(mark -> new AxesFrame.Mark(height * (1 - scale.share(mark.value())), mark.text()))
                .toList();
        return new AxesFrame(AxesFrame.Axis.across(xName, view), AxesFrame.Axis.up(yName, view), List.of())
                .around(
                        new Picture(width, height, pixels),
                        PICTURE_WIDTH,
                        new AxesFrame.Bar(new AxesFrame.Axis(scale.name(), marks), scale.colours()));
    }

    /** All numbers as lines of comma-separated values: place and number of each cell. */
    public String csv(String xName, String yName) {
        StringBuilder text =
                new StringBuilder(xName + "," + yName + "," + scale.name().replace(',', ' ') + "\n");
        double[] middles = middles(place, columns, rows());
        for (int i = 0; i < values.length; i++) {
            text.append((float) middles[2 * i])
                    .append(',')
                    .append((float) middles[2 * i + 1])
                    .append(',')
                    .append(values[i])
                    .append('\n');
        }
        return text.toString();
    }
}
