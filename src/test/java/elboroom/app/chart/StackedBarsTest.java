package elboroom.app.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import elboroom.app.chart.StackedBars.Part;
import elboroom.app.chart.StackedBars.Row;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.Scene;
import javafx.stage.Stage;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

final class StackedBarsTest extends ApplicationTest {
    private static final String LONG = "what is left of the evidence";

    private StackedBars bars;

    @Override
    public void start(Stage stage) {
        bars = new StackedBars("Bars", new Axis("nats", "", 2));
        stage.setScene(new Scene(bars, 400, 600));
        stage.show();
    }

    private void show(Row... rows) {
        interact(() -> bars.show(List.of(rows), List.of()));
        WaitForAsyncUtils.waitForFxEvents();
    }

    @Test
    void aLabelAfterASingleBarEndsWithinTheChart() throws Exception {
        show(new Row("", List.of(new Part(LONG, 7.61, 0))), new Row("", List.of(new Part("gap", 3, 1))));
        NodeList texts = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(SvgPen.write(bars.drawing()).getBytes(StandardCharsets.UTF_8)))
                .getElementsByTagName("text");
        List<Double> ends = IntStream.range(0, texts.getLength())
                .mapToObj(i -> (Element) texts.item(i))
                .filter(text -> text.getTextContent().startsWith(LONG))
                .map(text ->
                        Double.parseDouble(text.getAttribute("x")) + bars.look().width(text.getTextContent()))
                .toList();
        assertThat(ends)
                .isNotEmpty()
                .allSatisfy(end -> assertThat(end)
                        .isCloseTo(bars.getWidth(), within(1.0))
                        .isLessThanOrEqualTo(bars.getWidth() + 0.01));
    }
}
