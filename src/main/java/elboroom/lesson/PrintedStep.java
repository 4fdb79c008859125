package elboroom.lesson;

import java.util.List;
import java.util.Set;

/**
 * A step as it was played, for paper; the numbers in its texts are filled in.
 *
 * @param options to choose from; empty if there were none
 * @param chosen number of the option that was, −1 for none
 * @param right numbers of the options that are right; empty if it has not been judged
 * @param outcome how it went; empty if it has not been played
 * @param answer empty if it has not been played
 * @param png picture of the window, a whole file; empty if there is none
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record PrintedStep(
        String title,
        List<Block> text,
        List<Block> question,
        List<String> options,
        int chosen,
        Set<Integer> right,
        String outcome,
        List<Block> answer,
        byte[] png) {
    public PrintedStep {
        text = List.copyOf(text);
        question = List.copyOf(question);
        options = List.copyOf(options);
        right = Set.copyOf(right);
        answer = List.copyOf(answer);
    }

    /** The same with a picture. */
    public PrintedStep with(byte[] picture) {
        return new PrintedStep(title, text, question, options, chosen, right, outcome, answer, picture);
    }
}
