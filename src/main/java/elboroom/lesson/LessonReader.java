package elboroom.lesson;

import elboroom.data.InputException;
import elboroom.lesson.Lines.Pair;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;

/**
 * Reads a lesson from text that a teacher can write: front matter between two lines of dashes, then a heading for each step,
 * below it what the step sets, then what it tells, asks and answers. docs/lessons.md describes it.
 */
public final class LessonReader {
    /** Of a file; a lesson of fifteen minutes has some ten thousand. */
    static final int MOST_CHARACTERS = 500_000;

    private final String file;
    private final Lines lines;

    private LessonReader(String file, String text) {
        this.file = file;
        this.lines = new Lines(file, text.startsWith("\uFEFF") ? text.substring(1) : text);
    }

    /**
     * Reads a lesson.
     *
     * @param file its name, for messages; without its ending the lesson's id
     * @throws InputException if it is not one; says the file, the line and what was expected there
     */
    public static Lesson read(String file, String text) {
        if (text.length() > MOST_CHARACTERS) {
            throw new InputException("%s: has %d characters; expected a lesson of at most %d"
                    .formatted(file, text.length(), MOST_CHARACTERS));
        }
        return new LessonReader(file, text).lesson();
    }

    /**
     * The same from a file's bytes.
     *
     * @throws InputException also if they are not text in UTF-8
     */
    public static Lesson read(String file, byte[] bytes) {
        try {
            return read(
                    file,
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(bytes))
                            .toString());
        } catch (CharacterCodingException e) {
            throw new InputException(file + ": expected text in UTF-8", e);
        }
    }

    private Lesson lesson() {
        FrontMatter front = FrontMatter.read(lines);
        List<Step> steps = new ArrayList<>();
        for (lines.skipBlank(); !lines.ended(); lines.skipBlank()) {
            if (!lines.heading("#")) {
                throw lines.wrong(lines.at(), "expected a heading such as “# First look” to begin a step");
            }
            steps.add(step());
        }
        if (steps.isEmpty()) {
            throw lines.wrong(
                    lines.at(), "expected at least one step, which begins with a heading such as “# First look”");
        }
        return new Lesson(
                file.replaceFirst("\\.[^.]*$", ""),
                front.title(),
                front.order(),
                front.minutes(),
                front.summary(),
                steps);
    }

    private Step step() {
        String title = lines.title();
        Settings settings = settings();
        List<Block> text = BlockReader.read(lines);
        Task task = null;
        Settings answerSettings = Settings.NONE;
        List<Block> answer = List.of();
        while (lines.heading("##")) {
            int line = lines.at();
            String name = lines.title();
            if (TaskReader.isTask(name)) {
                if (task != null) {
                    throw lines.wrong(line, "expected one task in a step, not a second");
                }
                task = TaskReader.read(lines, name, line);
            } else if (name.equals("Answer")) {
                if (task == null) {
                    throw lines.wrong(
                            line, "expected “## Predict”, “## Estimate”, “## Place” or “## Challenge” before it");
                }
                answerSettings = settings();
                answer = BlockReader.read(lines);
                if (answer.isEmpty()) {
                    throw lines.wrong(line, "expected a text below “## Answer”");
                }
            } else {
                throw lines.wrong(
                        line,
                        "“%s”: expected “## Predict”, “## Estimate”, “## Place”, “## Challenge” or “## Answer”"
                                .formatted(Lines.cut(name)));
            }
        }
        if (task != null && answer.isEmpty()) {
            throw lines.wrong(
                    lines.at(),
                    "expected “## Answer” with a text, as step “%s” has a task".formatted(Lines.cut(title)));
        }
        if (text.isEmpty() && task == null) {
            throw lines.wrong(lines.at(), "expected a text or a task in step “%s”".formatted(Lines.cut(title)));
        }
        return new Step(title, settings, text, task, answerSettings, answer);
    }

    private Settings settings() {
        EnumMap<Setting, String> values = new EnumMap<>(Setting.class);
        for (Pair pair : lines.pairs()) {
            Setting setting = Setting.of(pair.key())
                    .orElseThrow(() -> lines.wrong(
                            pair.line(),
                            "“%s” is no setting; expected one of %s"
                                    .formatted(pair.key(), String.join(", ", SettingForms.keys()))));
            if (!SettingForms.fits(setting, pair.value())) {
                throw lines.wrong(
                        pair.line(),
                        "%s: “%s”; expected the %s".formatted(pair.key(), Lines.cut(pair.value()), setting.meaning()));
            }
            if (values.put(setting, pair.value()) != null) {
                throw lines.wrong(pair.line(), "“%s” is set twice".formatted(pair.key()));
            }
        }
        return new Settings(values);
    }
}
