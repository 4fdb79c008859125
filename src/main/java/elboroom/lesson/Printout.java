package elboroom.lesson;

import java.util.Base64;
import java.util.List;

/** A lesson on paper: one HTML file with its pictures in it, which needs nothing else and asks no network. */
public record Printout(String title, String summary, List<PrintedStep> steps) {
    private static final String STYLE = """
            body { font: 11pt/1.45 sans-serif; max-width: 46em; margin: 2em auto; padding: 0 1em; color: #1f2328; }
            section { margin-top: 2em; }
            h1 { font-size: 1.6em; } h2 { font-size: 1.2em; break-after: avoid; }
            pre { background: #f3f4f6; padding: .6em; white-space: pre-wrap; }
            .task { background: #eef4ff; padding: .6em 1em; break-inside: avoid; }
            .outcome { font-weight: bold; white-space: pre-line; }
            img { max-width: 100%; border: 1px solid #d0d7de; break-inside: avoid; }
            ul.options { list-style: none; padding-left: 0; }
            """;

    public Printout {
        steps = List.copyOf(steps);
    }

    /** The whole file. */
    public String html() {
        StringBuilder out = new StringBuilder();
        out.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<title>")
                .append(escaped(title))
                .append("</title>\n<style>\n")
                .append(STYLE)
                .append("</style>\n</head>\n<body>\n<h1>")
                .append(escaped(title))
                .append("</h1>\n<p>")
                .append(escaped(summary))
                .append("</p>\n");
        for (int i = 0; i < steps.size(); i++) {
            step(out, i + 1, steps.get(i));
        }
        return out.append("</body>\n</html>\n").toString();
    }

    private static void step(StringBuilder out, int number, PrintedStep step) {
        out.append("<section>\n<h2>%d. %s</h2>\n".formatted(number, escaped(step.title())));
        blocks(out, step.text());
        if (!step.question().isEmpty()) {
            out.append("<div class=\"task\">\n");
            blocks(out, step.question());
            options(out, step);
            if (!step.outcome().isEmpty()) {
                out.append("<p class=\"outcome\">%s</p>\n".formatted(escaped(step.outcome())));
            }
            out.append("</div>\n");
        }
        if (step.png().length > 0) {
            out.append("<p><img alt=\"The window at this step\" src=\"data:image/png;base64,")
                    .append(Base64.getEncoder().encodeToString(step.png()))
                    .append("\"></p>\n");
        }
        blocks(out, step.answer());
        out.append("</section>\n");
    }

    private static void options(StringBuilder out, PrintedStep step) {
        if (!step.options().isEmpty()) {
            out.append("<ul class=\"options\">\n");
            for (int i = 0; i < step.options().size(); i++) {
                String text = marked(step.options().get(i));
                out.append("<li>%s %s</li>\n"
                        .formatted(
                                i == step.chosen() ? "☒" : "☐",
                                step.right().contains(i) ? "<strong>%s ✓</strong>".formatted(text) : text));
            }
            out.append("</ul>\n");
        }
    }

    private static void blocks(StringBuilder out, List<Block> blocks) {
        for (Block block : blocks) {
            out.append(
                    switch (block.kind()) {
                        case TEXT -> "<p>%s</p>\n".formatted(marked(block.text()));
                        case ITEM -> "<ul><li>%s</li></ul>\n".formatted(marked(block.text()));
                        case FORMULA -> "<pre>%s</pre>\n".formatted(escaped(block.text()));
                    });
        }
    }

    private static String marked(String text) {
        StringBuilder marked = new StringBuilder();
        for (Span span : Span.of(text)) {
            String plain = escaped(span.text());
            marked.append(
                    switch (span.style()) {
                        case PLAIN -> plain;
                        case ITALIC -> "<em>" + plain + "</em>";
                        case BOLD -> "<strong>" + plain + "</strong>";
                    });
        }
        return marked.toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
