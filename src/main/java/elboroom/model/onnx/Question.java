package elboroom.model.onnx;

import java.util.List;

/**
 * Something that an exported model's names do not tell.
 *
 * @param key that the answer goes under
 * @param found what the files say of it
 * @param choices the answers there are; none if it is a text of one's own
 * @param suggestion the likeliest; may be empty
 */
public record Question(OnnxKey key, String found, List<OnnxKey.Choice> choices, String suggestion) {
    public Question {
        choices = List.copyOf(choices);
    }
}
