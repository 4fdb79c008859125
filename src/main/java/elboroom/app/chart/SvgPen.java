package elboroom.app.chart;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Writes SVG: one element a stroke, nothing that only browsers understand. */
final class SvgPen implements Pen {
    private static final double HALO = 4;

    private final StringBuilder svg = new StringBuilder();
    private int clips;

    private SvgPen(double width, double height) {
        svg.append(format(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%s\" height=\"%s\" viewBox=\"0 0 %s %s\""
                        + " font-family=\"Inter, Helvetica, Arial, sans-serif\">%n",
                width, height, width, height));
    }

    /** A drawing as the text of a file. */
    static String write(Drawing drawing) {
        SvgPen pen = new SvgPen(drawing.width(), drawing.height());
        drawing.repeat(pen);
        return pen.svg + "</svg>\n";
    }

    @Override
    public void polyline(double[] x, double[] y, int count, Line line) {
        StringBuilder path = new StringBuilder();
        boolean down = false;
        for (int i = 0; i < count; i++) {
            boolean point = !Double.isNaN(x[i]) && !Double.isNaN(y[i]);
            if (point) {
                path.append(down ? 'L' : 'M').append(number(x[i])).append(' ').append(number(y[i]));
            }
            down = point;
        }
        String dash = line.dash() == Line.Dash.SOLID
                ? ""
                : " stroke-dasharray=\""
                        + Arrays.stream(line.dash().pattern())
                                .mapToObj(SvgPen::number)
                                .collect(Collectors.joining(" "))
                        + "\"";
        svg.append(format(
                "<path d=\"%s\" fill=\"none\" %s stroke-width=\"%s\" stroke-linejoin=\"round\"%s/>%n",
                path, paint("stroke", line.argb()), line.width(), dash));
    }

    @Override
    public void polygon(double[] x, double[] y, int count, int argb) {
        StringBuilder points = new StringBuilder();
        for (int i = 0; i < count; i++) {
            points.append(i == 0 ? "" : " ").append(number(x[i])).append(',').append(number(y[i]));
        }
        svg.append(format("<polygon points=\"%s\" %s/>%n", points, paint("fill", argb)));
    }

    @Override
    public void rectangle(double x, double y, double width, double height, int argb) {
        svg.append(format(
                "<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" %s/>%n", x, y, width, height, paint("fill", argb)));
    }

    @Override
    public void circle(double x, double y, double radius, int argb) {
        svg.append(format("<circle cx=\"%s\" cy=\"%s\" r=\"%s\" %s/>%n", x, y, radius, paint("fill", argb)));
    }

    @Override
    public void text(String text, double x, double y, Lettering lettering) {
        String place = format(
                "x=\"%s\" y=\"%s\" font-size=\"%s\" text-anchor=\"%s\"%s",
                x,
                y + Lettering.DROP * lettering.size(),
                lettering.size(),
                lettering.align().name().toLowerCase(Locale.ROOT),
                lettering.bold() ? " font-weight=\"bold\"" : "");
        String escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        if (lettering.halo() != 0) {
            svg.append(format(
                    "<text %s fill=\"none\" %s stroke-width=\"%s\" stroke-linejoin=\"round\">%s</text>%n",
                    place, paint("stroke", lettering.halo()), HALO, escaped));
        }
        svg.append(format("<text %s %s>%s</text>%n", place, paint("fill", lettering.argb()), escaped));
    }

    @Override
    public void clip(double x, double y, double width, double height) {
        clips++;
        svg.append(format(
                "<clipPath id=\"clip%s\"><rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\"/></clipPath>%n"
                        + "<g clip-path=\"url(#clip%s)\">%n",
                clips, x, y, width, height, clips));
    }

    @Override
    public void unclip() {
        svg.append("</g>\n");
    }

    /** A colour and, where it is not opaque, its opacity: alpha within a colour is not understood everywhere. */
    private static String paint(String attribute, int argb) {
        int alpha = argb >>> 24;
        String colour = format("%s=\"#%s\"", attribute, String.format(Locale.ROOT, "%06x", argb & 0xFFFFFF));
        return alpha == 0xFF ? colour : colour + format(" %s-opacity=\"%s\"", attribute, alpha / 255.0);
    }

    /** Numbers with at most two decimals, whatever the locale. */
    private static String format(String pattern, Object... values) {
        Object[] texts = Arrays.stream(values)
                .map(value -> value instanceof Double number ? number(number) : value)
                .toArray();
        return String.format(Locale.ROOT, pattern.replace("%n", "\n"), texts);
    }

    private static String number(double value) {
        String text = String.format(Locale.ROOT, "%.2f", value);
        return text.replaceAll("0+$", "").replaceAll("\\.$", "");
    }
}
