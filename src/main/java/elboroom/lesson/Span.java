package elboroom.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A part of a paragraph in one style.
 *
 * @param text without marks
 * @param style that its marks stood for
 */
public record Span(String text, Style style) {
    /** Of letters. */
    public enum Style {
        PLAIN,
        /** Between one star and another. */
        ITALIC,
        /** Between two stars and two others. */
        BOLD
    }

    private static final Pattern MARKED = Pattern.compile("\\*\\*([^*]+)\\*\\*|\\*([^*]+)\\*");

    /** Takes a paragraph, whose numbers have been filled in, apart. */
    public static List<Span> of(String text) {
        List<Span> spans = new ArrayList<>();
        Matcher marked = MARKED.matcher(text);
        int from = 0;
        while (marked.find()) {
            add(spans, text.substring(from, marked.start()), Style.PLAIN);
            String bold = marked.group(1);
            add(spans, bold == null ? marked.group(2) : bold, bold == null ? Style.ITALIC : Style.BOLD);
            from = marked.end();
        }
        add(spans, text.substring(from), Style.PLAIN);
        return spans;
    }

    private static void add(List<Span> spans, String text, Style style) {
        if (!text.isEmpty()) {
            spans.add(new Span(text, style));
        }
    }
}
