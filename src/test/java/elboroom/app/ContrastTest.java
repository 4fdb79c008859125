package elboroom.app;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import elboroom.app.chart.ChartTheme;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Contrast as the Web Content Accessibility Guidelines 2.1 define it, of the colours that the themes and the charts have: 4.5 to
 * 1 for text (1.4.3), 3 to 1 for marks that carry meaning (1.4.11).
 */
final class ContrastTest {
    private static final double TEXT = 4.5;
    private static final double MARK = 3;
    private static final Pattern VARIABLE = Pattern.compile("(-color-[a-z0-9-]+)\\s*:\\s*([^;]+);");

    private static Map<String, String> variables(boolean dark) throws IOException {
        String sheet = dark ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet();
        try (InputStream in = Objects.requireNonNull(ContrastTest.class.getResourceAsStream(sheet))) {
            Matcher matcher = VARIABLE.matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            Map<String, String> found = new HashMap<>();
            while (matcher.find()) {
                found.putIfAbsent(matcher.group(1), matcher.group(2).strip());
            }
            return found;
        }
    }

    private static Color colour(Map<String, String> variables, String name) {
        String value = Objects.requireNonNull(variables.get(name), name);
        return value.startsWith("-color") ? colour(variables, value) : Color.web(value);
    }

    /** A colour with alpha as it looks on an opaque one. */
    private static Color over(Color ground, Color colour) {
        double a = colour.getOpacity();
        return Color.color(
                a * colour.getRed() + (1 - a) * ground.getRed(),
                a * colour.getGreen() + (1 - a) * ground.getGreen(),
                a * colour.getBlue() + (1 - a) * ground.getBlue());
    }

    private static double luminance(Color colour) {
        return 0.2126 * linear(colour.getRed())
                + 0.7152 * linear(colour.getGreen())
                + 0.0722 * linear(colour.getBlue());
    }

    private static double linear(double channel) {
        return channel <= 0.03928 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }

    static double contrast(Color ground, Color colour) {
        double one = luminance(ground);
        double other = luminance(over(ground, colour));
        return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
    }

    private static Color argb(int argb) {
        return Color.rgb(argb >> 16 & 0xFF, argb >> 8 & 0xFF, argb & 0xFF, (argb >>> 24) / 255.0);
    }

    @Test
    void contrastIsThatOfTheGuidelines() {
        assertThat(contrast(Color.WHITE, Color.BLACK)).isEqualTo(21);
        assertThat(contrast(Color.WHITE, Color.web("#767676"))).isBetween(4.53, 4.55);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void textOfTheWindowIsReadable(boolean dark) throws IOException {
        Map<String, String> variables = variables(dark);
        List<String> grounds = List.of("-color-bg-default", "-color-bg-subtle", "-color-bg-overlay");
        List<String> texts = List.of(
                "-color-fg-default", "-color-fg-muted", "-color-accent-fg", "-color-warning-fg", "-color-danger-fg");
        Color page = colour(variables, "-color-bg-default");
        for (String ground : grounds) {
            for (String text : texts) {
                assertThat(contrast(over(page, colour(variables, ground)), colour(variables, text)))
                        .as("%s on %s, %s", text, ground, dark ? "dark" : "light")
                        .isGreaterThanOrEqualTo(TEXT);
            }
        }
        Color message = over(page, colour(variables, "-color-warning-subtle"));
        assertThat(contrast(message, colour(variables, "-color-fg-default"))).isGreaterThanOrEqualTo(TEXT);
        Color selected = over(page, colour(variables, "-color-accent-subtle"));
        assertThat(contrast(selected, colour(variables, "-color-accent-fg")))
                .as("the tab that is shown")
                .isGreaterThanOrEqualTo(TEXT);
        assertThat(contrast(page, colour(variables, "-color-accent-emphasis")))
                .as("bars")
                .isGreaterThanOrEqualTo(MARK);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void chartsCanBeReadAndTheirMarksBeSeen(boolean dark) {
        ChartTheme theme = dark ? ChartTheme.DARK : ChartTheme.LIGHT;
        Color paper = argb(theme.paper());
        assertThat(contrast(paper, argb(theme.text()))).as("text").isGreaterThanOrEqualTo(TEXT);
        assertThat(contrast(paper, argb(theme.strong()))).as("strong").isGreaterThanOrEqualTo(TEXT);
        assertThat(contrast(paper, argb(theme.accent()))).as("accent").isGreaterThanOrEqualTo(TEXT);
        assertThat(contrast(paper, argb(theme.warning()))).as("warning").isGreaterThanOrEqualTo(TEXT);
    }
}
