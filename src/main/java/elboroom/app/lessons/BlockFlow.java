package elboroom.app.lessons;

import elboroom.lesson.Block;
import elboroom.lesson.Span;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/** Paragraphs of a lesson, whose numbers are those of now. */
final class BlockFlow extends VBox {
    /** With the blanks after it, as the next. */
    private static final Pattern WORD = Pattern.compile("\\S+\\s*");

    /** Before a wide gap, or after it: a formula and what it means. */
    private static final Pattern PHRASE = Pattern.compile("\\S.*?(?:\\s{4,}|$)");

    /** An accent that combines, as in x̂: JavaFX breaks a text with one in it in the wrong place and paints over its edge. */
    private static final Pattern COMBINING = Pattern.compile("\\p{M}");

    private static final Pattern BETWEEN_WORDS = Pattern.compile("(?<=\\s)(?=\\S)");

    private final LessonsModel model;
    private List<Block> blocks = List.of();
    private List<String> shown = List.of();

    BlockFlow(LessonsModel model) {
        this.model = model;
        getStyleClass().add("lesson-text");
    }

    void show(List<Block> newBlocks) {
        blocks = newBlocks;
        shown = List.of();
        renew();
    }

    /** Writes the numbers of now, where they have changed. */
    void renew() {
        List<String> texts =
                blocks.stream().map(block -> model.fill(block.text())).toList();
        boolean same = texts.size() == shown.size() && getChildren().size() == texts.size();
        for (int i = 0; i < texts.size(); i++) {
            if (!same) {
                Node node = node(blocks.get(i), texts.get(i));
                if (i < getChildren().size()) {
                    getChildren().set(i, node);
                } else {
                    getChildren().add(node);
                }
            } else if (!texts.get(i).equals(shown.get(i))) {
                getChildren().set(i, node(blocks.get(i), texts.get(i)));
            }
        }
        if (getChildren().size() > texts.size()) {
            getChildren().remove(texts.size(), getChildren().size());
        }
        shown = texts;
        setVisible(!texts.isEmpty());
        setManaged(!texts.isEmpty());
    }

    private static Node node(Block block, String text) {
        if (block.kind() == Block.Kind.FORMULA) {
            return formula(text);
        }
        return flow(block.kind() == Block.Kind.ITEM ? "•  " + text : text);
    }

    /** Word by word, for the same reason. */
    private static Node formula(String text) {
        VBox formula = new VBox();
        formula.getStyleClass().add("lesson-formula");
        formula.setAccessibleText(text);
        for (String line : text.split("\n")) {
            FlowPane words = new FlowPane();
            words.setMinHeight(USE_PREF_SIZE);
            Matcher word = (line.strip().contains("    ") ? PHRASE : WORD).matcher(line);
            while (word.find()) {
                Label label = new Label(word.group());
                label.setMinWidth(USE_PREF_SIZE);
                words.getChildren().add(label);
            }
            formula.getChildren().add(words);
        }
        return formula;
    }

    /** A paragraph with its bold and italic parts. */
    static TextFlow flow(String text) {
        TextFlow flow = new TextFlow();
        StringBuilder plain = new StringBuilder();
        for (Span span : Span.of(text)) {
            boolean accented = COMBINING.matcher(span.text()).find();
            for (String part : accented ? BETWEEN_WORDS.split(span.text()) : new String[] {span.text()}) {
                Text word = new Text(part);
                word.getStyleClass().add("lesson-word");
                if (span.style() != Span.Style.PLAIN) {
                    word.getStyleClass().add(span.style() == Span.Style.BOLD ? "bold" : "italic");
                }
                flow.getChildren().add(word);
            }
            plain.append(span.text());
        }
        flow.getStyleClass().add("lesson-paragraph");
        flow.setMinHeight(USE_PREF_SIZE);
        flow.setAccessibleText(plain.toString());
        return flow;
    }
}
