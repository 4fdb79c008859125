package elboroom.lesson;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;

/** What a file says of its lesson before the first step, between two lines of dashes. */
record FrontMatter(String title, String summary, int order, int minutes) {
    private static final String DASHES = "---";
    private static final List<String> KEYS = List.of("title", "summary", "order", "minutes");

    static FrontMatter read(Lines lines) {
        lines.skipBlank();
        if (lines.ended() || !lines.take().strip().equals(DASHES)) {
            throw lines.wrong(lines.at() - 1, "expected a line “---” and below it title, summary, order and minutes");
        }
        Map<String, String> front = new LinkedHashMap<>();
        while (!lines.ended() && !lines.line().strip().equals(DASHES)) {
            int line = lines.at();
            String text = lines.take().strip();
            if (!text.isEmpty()) {
                put(front, lines, line, text);
            }
        }
        if (lines.ended()) {
            throw lines.wrong(lines.at(), "expected a line “---” at the end of the front matter");
        }
        FrontMatter read = new FrontMatter(
                needed(front, "title", lines),
                needed(front, "summary", lines),
                Integer.parseInt(needed(front, "order", lines)),
                Integer.parseInt(needed(front, "minutes", lines)));
        lines.take();
        return read;
    }

    private static void put(Map<String, String> front, Lines lines, int line, String text) {
        Matcher pair = Lines.SETTING.matcher(text);
        if (!pair.matches() || !KEYS.contains(pair.group(1)) || pair.group(2).isBlank()) {
            throw lines.wrong(
                    line, "“%s” is none of title, summary, order, minutes with a value".formatted(Lines.cut(text)));
        }
        String value = pair.group(2).strip();
        if (List.of("order", "minutes").contains(pair.group(1)) && !value.matches("\\d{1,4}")) {
            throw lines.wrong(line, "“%s”: expected a whole number".formatted(Lines.cut(text)));
        }
        if (front.put(pair.group(1), value) != null) {
            throw lines.wrong(line, "“%s” is there twice".formatted(pair.group(1)));
        }
    }

    private static String needed(Map<String, String> front, String key, Lines lines) {
        String value = front.get(key);
        if (value == null) {
            throw lines.wrong(lines.at(), "the front matter has no “%s”".formatted(key));
        }
        return value;
    }
}
