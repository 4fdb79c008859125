package elboroom.app.chart;

import static org.assertj.core.api.Assertions.assertThat;

import elboroom.app.chart.Lettering.Align;
import elboroom.raster.Picture;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

final class PensTest {
    private final Drawing drawing = new Drawing(100, 50);

    private Document svg() throws Exception {
        byte[] text = SvgPen.write(drawing).getBytes(StandardCharsets.UTF_8);
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(text));
    }

    private Element only(String name) throws Exception {
        assertThat(svg().getElementsByTagName(name).getLength()).isEqualTo(1);
        return (Element) svg().getElementsByTagName(name).item(0);
    }

    private int pixel(Picture picture, int x, int y) {
        return picture.argb()[y * picture.width() + x];
    }

    @Test
    void aLineIsInterruptedWhereThereIsNoNumber() throws Exception {
        drawing.polyline(
                new double[] {0, 10, 20, 30, 40},
                new double[] {1, 2, Double.NaN, 4.126, 5},
                5,
                new Line(0x80FF0000, 1.5, Line.Dash.DASHED));
        Element path = only("path");
        assertThat(path.getAttribute("d")).isEqualTo("M0 1L10 2M30 4.13L40 5");
        assertThat(path.getAttribute("stroke")).isEqualTo("#ff0000");
        assertThat(path.getAttribute("stroke-opacity")).isEqualTo("0.5");
        assertThat(path.getAttribute("stroke-dasharray")).isEqualTo("7 4");
    }

    @Test
    void textIsEscaped() throws Exception {
        drawing.text("a < b & c", 10, 20, Lettering.of(12, 0xFF000000, Align.END));
        Element text = only("text");
        assertThat(text.getTextContent()).isEqualTo("a < b & c");
        assertThat(text.getAttribute("text-anchor")).isEqualTo("end");
    }

    @Test
    void aDrawingRemembersWhatWasThere() throws Exception {
        double[] x = {0, 10};
        double[] y = {0, 10};
        drawing.polyline(x, y, 2, Line.solid(0xFF000000, 1));
        x[1] = 99;
        assertThat(only("path").getAttribute("d")).isEqualTo("M0 0L10 10");
    }

    @Test
    void pixelsAreTwiceAsFineAndClipped() {
        drawing.rectangle(0, 0, 100, 50, 0xFFFFFFFF);
        drawing.clip(10, 10, 20, 20);
        drawing.rectangle(0, 0, 100, 50, 0xFF0000FF);
        drawing.unclip();
        drawing.circle(80, 25, 5, 0xFFFF0000);
        Picture picture = PicturePen.paint(drawing, 2, "SansSerif");
        assertThat(picture.width()).isEqualTo(200);
        assertThat(picture.height()).isEqualTo(100);
        assertThat(pixel(picture, 40, 40)).isEqualTo(0xFF0000FF);
        assertThat(pixel(picture, 70, 40)).isEqualTo(0xFFFFFFFF);
        assertThat(pixel(picture, 160, 50)).isEqualTo(0xFFFF0000);
        assertThat(pixel(picture, 180, 50)).isEqualTo(0xFFFFFFFF);
    }

    @Test
    void aTableOverXHasARowForEach() {
        String table = Table.overX(
                "step",
                java.util.List.of(
                        new Table.Column("train", new double[] {1, 2, 3, 9}, new double[] {5, 4.5, 4, 9}, 3),
                        new Table.Column("test, all", new double[] {2, 4}, new double[] {6, Double.NaN}, 2)));
        assertThat(table).isEqualTo("step,train,\"test, all\"\r\n1,5,\r\n2,4.5,6\r\n3,4,\r\n4,,NaN\r\n");
    }
}
