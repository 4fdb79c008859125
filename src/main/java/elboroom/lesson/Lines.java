package elboroom.lesson;

import elboroom.data.InputException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The lines of a lesson's file, and the one that is read next. */
final class Lines {
    static final Pattern SETTING = Pattern.compile("([a-z]+):\\s*(.*)");

    private static final int MOST_SHOWN = 60;

    private final String file;
    private final List<String> all;
    private int at;

    /** A line such as {@code tab: explore}; lines are counted from 0. */
    record Pair(int line, String key, String value) {}

    Lines(String file, String text) {
        this.file = file;
        this.all = text.lines().toList();
    }

    /** Of the line that is read next, from 0. */
    int at() {
        return at;
    }

    boolean ended() {
        return at >= all.size();
    }

    String line() {
        return all.get(at);
    }

    String take() {
        return all.get(at++);
    }

    void skipBlank() {
        while (!ended() && line().isBlank()) {
            at++;
        }
    }

    /** Takes the lines such as {@code tab: explore} that come next, with blank ones between them. */
    List<Pair> pairs() {
        List<Pair> pairs = new ArrayList<>();
        for (skipBlank(); !ended(); skipBlank()) {
            Matcher pair = SETTING.matcher(line());
            if (!pair.matches()) {
                break;
            }
            pairs.add(new Pair(at, pair.group(1), pair.group(2).strip()));
            at++;
        }
        return pairs;
    }

    /** Whether a heading with so many marks comes next. */
    boolean heading(String marks) {
        return !ended() && (line().startsWith(marks + " ") || line().equals(marks));
    }

    /** Takes a heading. */
    String title() {
        String title = line().replaceFirst("^#+", "").strip();
        if (title.isEmpty()) {
            throw wrong(at, "expected a title after “%s”".formatted(line().strip()));
        }
        at++;
        return title;
    }

    /** Takes what is left of an item: lines that begin with two blanks. */
    String continued(String first) {
        StringBuilder text = new StringBuilder(first.strip());
        while (!ended() && line().startsWith("  ") && !line().isBlank()) {
            text.append(' ').append(take().strip());
        }
        return text.toString();
    }

    /** Reads something that says what was expected, but not where. */
    <T> T placed(int line, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (InputException e) {
            throw wrong(line, String.valueOf(e.getMessage()));
        }
    }

    /** @param line from 0; after the last, the last is named */
    InputException wrong(int line, String what) {
        return new InputException("%s, line %d: %s"
                .formatted(file, Math.max(0, Math.min(line, all.size() - 1)) + 1, what));
    }

    static String cut(String text) {
        return text.length() > MOST_SHOWN ? text.substring(0, MOST_SHOWN) + "…" : text;
    }
}
