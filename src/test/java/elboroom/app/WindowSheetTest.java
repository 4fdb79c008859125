package elboroom.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.css.CssParser;
import javafx.css.Selector;
import org.junit.jupiter.api.Test;

/** The tabs' style sheets are one: what one of them says of a kind of node must not be said by another of its own. */
final class WindowSheetTest {
    private static final List<String> SHEETS = List.of(
            "shell.css",
            "chart/chart.css",
            "evidence/evidence.css",
            "geometry/geometry.css",
            "interpolate/interpolate.css",
            "trick/trick.css");

    private static List<String> selectors(String sheet) throws IOException {
        URL url = Objects.requireNonNull(ShellView.class.getResource(sheet), sheet);
        return new CssParser()
                .parse(url).getRules().stream()
                        .flatMap(rule -> rule.getSelectors().stream())
                        .map(Selector::toString)
                        .toList();
    }

    @Test
    void holdsAllOfThemAndNoSelectorIsInTwo() throws IOException {
        Map<String, String> owners = new HashMap<>();
        int all = 0;
        for (String sheet : SHEETS) {
            List<String> selectors = selectors(sheet);
            assertThat(selectors).as(sheet).isNotEmpty();
            all += selectors.size();
            for (String selector : selectors) {
                assertThat(owners.getOrDefault(selector, sheet)).as(selector).isEqualTo(sheet);
                owners.put(selector, sheet);
            }
        }
        assertThat(selectors("window.css")).hasSize(all);
    }
}
