package elboroom.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Reads paragraphs up to the next heading or the first answer to choose from. */
final class BlockReader {
    static final Pattern OPTION = Pattern.compile("-\\s*\\[(.*?)]\\s+(.*)");

    private static final String INDENT = "    ";

    private BlockReader() {}

    static List<Block> read(Lines lines) {
        List<Block> blocks = new ArrayList<>();
        for (lines.skipBlank(); !lines.ended() && !isEnd(lines); lines.skipBlank()) {
            int line = lines.at();
            Block block = lines.line().startsWith(INDENT)
                    ? formula(lines)
                    : isItem(lines)
                            ? new Block(
                                    Block.Kind.ITEM,
                                    lines.continued(lines.take().substring(2)))
                            : paragraph(lines);
            lines.placed(line, () -> Template.of(block.text()));
            blocks.add(block);
        }
        return blocks;
    }

    private static boolean isEnd(Lines lines) {
        return lines.heading("#")
                || lines.heading("##")
                || OPTION.matcher(lines.line()).matches();
    }

    private static boolean isItem(Lines lines) {
        return lines.line().startsWith("- ");
    }

    private static Block formula(Lines lines) {
        List<String> formula = new ArrayList<>();
        while (!lines.ended() && lines.line().startsWith(INDENT)) {
            formula.add(lines.take().substring(INDENT.length()).stripTrailing());
        }
        return new Block(Block.Kind.FORMULA, String.join("\n", formula));
    }

    private static Block paragraph(Lines lines) {
        StringBuilder text = new StringBuilder();
        while (!lines.ended() && !lines.line().isBlank() && !isEnd(lines)) {
            if (lines.line().startsWith("#")) {
                throw lines.wrong(
                        lines.at(),
                        "“%s”: expected “# ” for a step or “## ” for a part of it".formatted(Lines.cut(lines.line())));
            }
            if (!text.isEmpty() && (isItem(lines) || lines.line().startsWith(INDENT))) {
                break;
            }
            text.append(text.isEmpty() ? "" : " ").append(lines.take().strip());
        }
        return new Block(Block.Kind.TEXT, text.toString());
    }
}
