package elboroom.model.onnx;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import elboroom.data.AtomicFiles;
import elboroom.data.InputException;
import elboroom.model.Likelihood;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * {@code model.json}: what the files' names do not tell of an exported model, a text under each key. What it does not say is
 * recognised or asked; keys of others' are kept.
 */
final class Sidecar {
    static final String NAME = "model.json";
    private static final long MAX_BYTES = 64 << 10;
    private static final ObjectMapper MAPPER = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private final Path file;
    private final Map<OnnxKey, String> values;
    private final ObjectNode all;

    private Sidecar(Path file, ObjectNode all) {
        this.file = file;
        this.all = all;
        values = new EnumMap<>(OnnxKey.class);
        for (OnnxKey key : OnnxKey.values()) {
            JsonNode node = all.get(key.text());
            if (node != null && !node.isNull()) {
                if (!node.isTextual()) {
                    throw wrong(key, node.toString());
                }
                values.put(key, checked(key, node.asText()));
            }
        }
    }

    /** @throws InputException if it is there and wrong */
    static Sidecar read(Path folder) {
        Path file = folder.resolve(NAME);
        try {
            if (!Files.exists(file)) {
                return new Sidecar(file, MAPPER.createObjectNode());
            }
            if (Files.size(file) > MAX_BYTES) {
                throw new InputException("%s: longer than any such description, %,d bytes".formatted(file, MAX_BYTES));
            }
            return parse(file, Files.readAllBytes(file));
        } catch (IOException e) {
            throw new InputException("%s: cannot be read (%s)".formatted(file, e.getMessage()), e);
        }
    }

    static Sidecar parse(Path file, byte[] text) {
        try {
            if (MAPPER.readTree(text) instanceof ObjectNode json) {
                return new Sidecar(file, json);
            }
        } catch (IOException e) {
            String reason = e instanceof JsonProcessingException json ? json.getOriginalMessage() : e.getMessage();
            throw new InputException(
                    "%s: not a right JSON file: %s".formatted(file, OnnxGraph.oneLine(String.valueOf(reason))), e);
        }
        throw new InputException(file + ": is no JSON object; expected one such as {\"outputIs\": \"logits\"}");
    }

    @Nullable
    String get(OnnxKey key) {
        return values.get(key);
    }

    Path file() {
        return file;
    }

    /** The same with more said. */
    Sidecar with(Map<OnnxKey, String> answers) {
        ObjectNode more = all.deepCopy();
        answers.forEach((key, answer) -> more.put(key.text(), checked(key, answer.strip())));
        return new Sidecar(file, more);
    }

    /** @throws InputException if it cannot be written */
    void write() {
        AtomicFiles.write(file, out -> out.write(MAPPER.writeValueAsBytes(all)));
    }

    private String checked(OnnxKey key, String value) {
        if (key == OnnxKey.LIKELIHOOD) {
            try {
                Likelihood.parse(value);
            } catch (InputException e) {
                throw new InputException(
                        "%s: %s".formatted(file, OnnxGraph.oneLine(String.valueOf(e.getMessage()))), e);
            }
        } else if (!key.choices().isEmpty()
                && key.choices().stream().noneMatch(choice -> choice.value().equals(value))) {
            throw wrong(key, "\"" + value + "\"");
        }
        return value;
    }

    private InputException wrong(OnnxKey key, String found) {
        String expected = key.choices().isEmpty()
                ? "a text: " + key.meaning()
                : "one of " + key.choices().stream().map(OnnxKey.Choice::value).collect(Collectors.joining(", "));
        return new InputException(
                "%s: %s is %s; expected %s".formatted(file, key.text(), OnnxGraph.oneLine(found), expected));
    }
}
