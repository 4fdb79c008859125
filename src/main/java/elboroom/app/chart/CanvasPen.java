package elboroom.app.chart;

import java.util.HashMap;
import java.util.Map;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.TextAlignment;

/** Draws on a canvas of the window. */
final class CanvasPen implements Pen {
    private static final double HALO = 4;

    private final GraphicsContext g;
    private final String family;
    private final Map<Integer, Color> colours = new HashMap<>();

    /** @param family of the font for all text */
    CanvasPen(GraphicsContext g, String family) {
        this.g = g;
        this.family = family;
        g.setLineJoin(StrokeLineJoin.ROUND);
        g.setLineCap(StrokeLineCap.BUTT);
    }

    static Font font(String family, double size, boolean bold) {
        return Font.font(family, bold ? FontWeight.BOLD : FontWeight.NORMAL, size);
    }

    @Override
    public void polyline(double[] x, double[] y, int count, Line line) {
        g.setStroke(colour(line.argb()));
        g.setLineWidth(line.width());
        g.setLineDashes(line.dash().pattern());
        g.beginPath();
        boolean down = false;
        for (int i = 0; i < count; i++) {
            if (Double.isNaN(x[i]) || Double.isNaN(y[i])) {
                down = false;
            } else if (down) {
                g.lineTo(x[i], y[i]);
            } else {
                g.moveTo(x[i], y[i]);
                down = true;
            }
        }
        g.stroke();
        g.setLineDashes();
    }

    @Override
    public void polygon(double[] x, double[] y, int count, int argb) {
        g.setFill(colour(argb));
        g.fillPolygon(x, y, count);
    }

    @Override
    public void rectangle(double x, double y, double width, double height, int argb) {
        g.setFill(colour(argb));
        g.fillRect(x, y, width, height);
    }

    @Override
    public void circle(double x, double y, double radius, int argb) {
        g.setFill(colour(argb));
        g.fillOval(x - radius, y - radius, 2 * radius, 2 * radius);
    }

    @Override
    public void text(String text, double x, double y, Lettering lettering) {
        g.setFont(font(family, lettering.size(), lettering.bold()));
        g.setTextAlign(
                switch (lettering.align()) {
                    case START -> TextAlignment.LEFT;
                    case MIDDLE -> TextAlignment.CENTER;
                    case END -> TextAlignment.RIGHT;
                });
        double base = y + Lettering.DROP * lettering.size();
        if (lettering.halo() != 0) {
            g.setStroke(colour(lettering.halo()));
            g.setLineWidth(HALO);
            g.strokeText(text, x, base);
        }
        g.setFill(colour(lettering.argb()));
        g.fillText(text, x, base);
    }

    @Override
    public void clip(double x, double y, double width, double height) {
        g.save();
        g.beginPath();
        // Between whole pixels, JavaFX draws everything through a mask.
        double left = Math.floor(x);
        double top = Math.floor(y);
        g.rect(left, top, Math.ceil(x + width) - left, Math.ceil(y + height) - top);
        g.clip();
    }

    @Override
    public void unclip() {
        g.restore();
    }

    private Color colour(int argb) {
        return colours.computeIfAbsent(
                argb, c -> Color.rgb(c >> 16 & 0xFF, c >> 8 & 0xFF, c & 0xFF, (c >>> 24) / 255.0));
    }
}
