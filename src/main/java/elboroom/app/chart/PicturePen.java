package elboroom.app.chart;

import elboroom.raster.Picture;
import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.function.Consumer;

/** Paints pixels on any thread, larger than on the screen: pictures for slides and print. Needs no window. */
public final class PicturePen implements Pen {
    private static final float HALO = 4;

    private final Graphics2D g;
    private final String family;

    private PicturePen(Graphics2D g, String family) {
        this.g = g;
        this.family = family;
    }

    /**
     * A drawing as pixels.
     *
     * @param scale pixels of the picture to one of the drawing
     * @param family of the font; another takes its place where it is missing
     */
    static Picture paint(Drawing drawing, double scale, String family) {
        int width = (int) Math.ceil(drawing.width() * scale);
        int height = (int) Math.ceil(drawing.height() * scale);
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        paint(image, scale, family, drawing::repeat);
        return new Picture(width, height, image.getRGB(0, 0, width, height, null, 0, width));
    }

    /**
     * A picture with something drawn over it.
     *
     * @param scale pixels of the picture to one of the drawing
     * @param family of the font; another takes its place where it is missing
     */
    public static Picture over(Picture ground, double scale, String family, Consumer<Pen> drawing) {
        BufferedImage image = new BufferedImage(ground.width(), ground.height(), BufferedImage.TYPE_INT_ARGB);
        image.setRGB(0, 0, ground.width(), ground.height(), ground.argb(), 0, ground.width());
        paint(image, scale, family, drawing);
        return new Picture(
                ground.width(),
                ground.height(),
                image.getRGB(0, 0, ground.width(), ground.height(), null, 0, ground.width()));
    }

    private static void paint(BufferedImage image, double scale, String family, Consumer<Pen> drawing) {
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        g.setComposite(AlphaComposite.SrcOver);
        g.scale(scale, scale);
        drawing.accept(new PicturePen(g, family));
        g.dispose();
    }

    @Override
    public void polyline(double[] x, double[] y, int count, Line line) {
        g.setColor(colour(line.argb()));
        g.setStroke(stroke(line));
        Path2D path = new Path2D.Double();
        boolean down = false;
        for (int i = 0; i < count; i++) {
            if (Double.isNaN(x[i]) || Double.isNaN(y[i])) {
                down = false;
            } else if (down) {
                path.lineTo(x[i], y[i]);
            } else {
                path.moveTo(x[i], y[i]);
                down = true;
            }
        }
        g.draw(path);
    }

    private static BasicStroke stroke(Line line) {
        double[] pattern = line.dash().pattern();
        if (pattern.length == 0) {
            return new BasicStroke((float) line.width(), BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND);
        }
        float[] dash = new float[pattern.length];
        for (int i = 0; i < dash.length; i++) {
            dash[i] = (float) pattern[i];
        }
        return new BasicStroke((float) line.width(), BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, dash, 0);
    }

    @Override
    public void polygon(double[] x, double[] y, int count, int argb) {
        Path2D path = new Path2D.Double();
        for (int i = 0; i < count; i++) {
            if (i == 0) {
                path.moveTo(x[i], y[i]);
            } else {
                path.lineTo(x[i], y[i]);
            }
        }
        path.closePath();
        g.setColor(colour(argb));
        g.fill(path);
    }

    @Override
    public void rectangle(double x, double y, double width, double height, int argb) {
        g.setColor(colour(argb));
        g.fill(new Rectangle2D.Double(x, y, width, height));
    }

    @Override
    public void circle(double x, double y, double radius, int argb) {
        g.setColor(colour(argb));
        g.fill(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
    }

    @Override
    public void text(String text, double x, double y, Lettering lettering) {
        if (text.isEmpty()) {
            return;
        }
        Font font = new Font(family, lettering.bold() ? Font.BOLD : Font.PLAIN, 1).deriveFont((float) lettering.size());
        double width = font.getStringBounds(text, g.getFontRenderContext()).getWidth();
        double left = switch (lettering.align()) {
            case START -> x;
            case MIDDLE -> x - width / 2;
            case END -> x - width;
        };
        Shape outline = font.createGlyphVector(g.getFontRenderContext(), text)
                .getOutline((float) left, (float) (y + Lettering.DROP * lettering.size()));
        if (lettering.halo() != 0) {
            g.setColor(colour(lettering.halo()));
            g.setStroke(new BasicStroke(HALO, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
            g.draw(outline);
        }
        g.setColor(colour(lettering.argb()));
        g.fill(outline);
    }

    @Override
    public void clip(double x, double y, double width, double height) {
        g.setClip(new Rectangle2D.Double(x, y, width, height));
    }

    @Override
    public void unclip() {
        g.setClip(null);
    }

    private static Color colour(int argb) {
        return new Color(argb, true);
    }
}
