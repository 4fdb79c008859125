package elboroom.raster;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Axes, their titles and a legend around a finished plot, dark on white. Text is drawn by AWT, which needs no screen, but
 * fonts: where a machine has none, the plot stays without.
 *
 * @param x along the lower edge
 * @param y along the left edge
 * @param classes for the legend below, may be empty
 */
public record AxesFrame(Axis x, Axis y, List<String> classes) {
    private static final Color TEXT = new Color(0x57606A);
    private static final Color LINE = new Color(0xAFB8C1);
    /** Of the width: the size of the text, and the least of it in pixels. */
    private static final double FONT_SHARE = 1 / 70.0;

    private static final int LEAST_FONT = 10;
    private static final int MOST_TICKS = 9;

    public AxesFrame {
        classes = List.copyOf(classes);
    }

    /**
     * One axis.
     *
     * @param title with its unit
     * @param marks from the left, or from the top
     */
    public record Axis(String title, List<Mark> marks) {
        public Axis {
            marks = List.copyOf(marks);
        }

        /** Round numbers along the columns of a view. */
        public static Axis across(String title, Viewport view) {
            Bounds seen = view.bounds();
            return new Axis(title, marks(seen.minX(), seen.maxX(), view::toScreenX));
        }

        /** Round numbers along the rows of a view. */
        public static Axis up(String title, Viewport view) {
            Bounds seen = view.bounds();
            return new Axis(title, marks(seen.minY(), seen.maxY(), view::toScreenY));
        }

        private static List<Mark> marks(double min, double max, DoubleUnaryOperator toScreen) {
            Ticks ticks = Ticks.between(min, max, (max - min) / MOST_TICKS);
            return IntStream.range(0, ticks.count())
                    .mapToObj(i -> new Mark(toScreen.applyAsDouble(ticks.at(i)), ticks.label(i)))
                    .toList();
        }
    }

    /**
     * A mark on an axis.
     *
     * @param at pixels from the plot's left or upper edge
     * @param text beside it
     */
    public record Mark(double at, String text) {}

    /**
     * Which colours stand for which numbers, at the right.
     *
     * @param axis marks from the top
     * @param colours from the bottom to the top
     */
    public record Bar(Axis axis, ColourMap colours) {}

    /** Text size in pixels for a whole picture. */
    private static int em(int width) {
        return (int) Math.max(LEAST_FONT, Math.round(width * FONT_SHARE));
    }

    /** How wide a plot may be at most for a picture of a width. */
    public static int plotWidth(int width) {
        return width - left(em(width)) - 2 * em(width);
    }

    /** How much of a picture's width a bar of colours takes. */
    public static int barWidth(int width) {
        return 8 * em(width);
    }

    private static int left(int em) {
        return 5 * em;
    }

    /**
     * The plot with its frame.
     *
     * @param width of the picture in pixels; its height follows
     */
    public Picture around(Picture plot, int width) {
        return around(plot, width, null);
    }

    /**
     * The plot with its frame and a bar of colours.
     *
     * @param width of the picture in pixels; its height follows
     * @param bar at the right of the plot, which leaves {@link #barWidth} for it
     */
    public Picture around(Picture plot, int width, @Nullable Bar bar) {
        int em = em(width);
        int top = em;
        int bottom = (int) (classes.isEmpty() ? 4.5 * em : 7 * em);
        BufferedImage image = new BufferedImage(width, plot.height() + top + bottom, BufferedImage.TYPE_INT_ARGB);
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, image.getWidth(), image.getHeight());
        g.translate(left(em), top);
        image.setRGB(left(em), top, plot.width(), plot.height(), plot.argb(), 0, plot.width());
        g.setColor(LINE);
        g.setStroke(new BasicStroke(1));
        g.drawRect(-1, -1, plot.width() + 1, plot.height() + 1);
        try {
            text(g, plot, em);
            if (bar != null) {
                bar(g, bar, plot, em);
            }
        } catch (InternalError | RuntimeException e) {
            // What AWT throws without any font differs by Java's version; a picture without text is still a picture.
            g.setColor(LINE);
        }
        g.dispose();
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        return new Picture(image.getWidth(), image.getHeight(), pixels);
    }

    private void text(Graphics2D g, Picture plot, int em) {
        g.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, em));
        FontMetrics metrics = g.getFontMetrics();
        int rise = metrics.getAscent() / 2 - 1;
        for (Mark mark : x.marks()) {
            int at = (int) Math.round(mark.at());
            g.setColor(LINE);
            g.drawLine(at, plot.height(), at, plot.height() + em / 3);
            g.setColor(TEXT);
            g.drawString(mark.text(), at - metrics.stringWidth(mark.text()) / 2, (float) (plot.height() + 1.6 * em));
        }
        for (Mark mark : y.marks()) {
            int at = (int) Math.round(mark.at());
            g.setColor(LINE);
            g.drawLine(-1 - em / 3, at, -1, at);
            g.setColor(TEXT);
            g.drawString(mark.text(), -em / 2 - metrics.stringWidth(mark.text()), at + rise);
        }
        g.drawString(
                x.title(), (plot.width() - metrics.stringWidth(x.title())) / 2, (float) (plot.height() + 3.4 * em));
        upright(g, metrics, y.title(), -3.6 * em, plot.height());
        legend(g, metrics, plot, em, rise);
    }

    private static void bar(Graphics2D g, Bar bar, Picture plot, int em) {
        FontMetrics metrics = g.getFontMetrics();
        int left = plot.width() + em;
        for (int y = 0; y < plot.height(); y++) {
            g.setColor(new Color(bar.colours().at((plot.height() - 0.5 - y) / plot.height())));
            g.fillRect(left, y, em, 1);
        }
        g.setColor(LINE);
        g.drawRect(left - 1, -1, em + 1, plot.height() + 1);
        for (Mark mark : bar.axis().marks()) {
            int at = (int) Math.round(mark.at());
            g.setColor(LINE);
            g.drawLine(left + em, at, left + 4 * em / 3, at);
            g.setColor(TEXT);
            g.drawString(mark.text(), left + 3 * em / 2, at + metrics.getAscent() / 2 - 1);
        }
        upright(g, metrics, bar.axis().title(), left + 6 * em, plot.height());
    }

    private static void upright(Graphics2D g, FontMetrics metrics, String title, double x, int height) {
        AffineTransform before = g.getTransform();
        g.translate(x, height / 2.0);
        g.rotate(-Math.PI / 2);
        g.drawString(title, -metrics.stringWidth(title) / 2, 0);
        g.setTransform(before);
    }

    private void legend(Graphics2D g, FontMetrics metrics, Picture plot, int em, int rise) {
        int width = classes.stream()
                .mapToInt(name -> metrics.stringWidth(name) + 2 * em)
                .sum();
        int at = Math.max(0, (plot.width() - width) / 2);
        int middle = (int) (plot.height() + 5.5 * em);
        for (int label = 0; label < classes.size(); label++) {
            String name = classes.get(label);
            g.setColor(new Color(ClassColours.argb(label)));
            g.fillOval(at, middle - em / 3, 2 * em / 3, 2 * em / 3);
            g.setColor(TEXT);
            g.drawString(name, at + em, middle + rise);
            at += metrics.stringWidth(name) + 2 * em;
        }
    }
}
