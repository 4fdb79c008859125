package elboroom.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import elboroom.data.InputException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.stream.Collectors;

/** A {@link ModelCard} as JSON. */
final class ModelCardJson {
    private static final String FORMAT_KEY = "format";
    private static final String FORMAT = "elbo-room model 1";
    /** Of a card; those written here take 2 to 5 kB. */
    private static final long MAX_BYTES = 1 << 20;

    private static final ObjectMapper MAPPER = ModelJson.mapper();

    private ModelCardJson() {}

    static void write(ModelCard card, OutputStream out) throws IOException {
        MAPPER.writeValue(out, tree(card));
    }

    static String text(ModelCard card) {
        return tree(card).toPrettyString();
    }

    private static ObjectNode tree(ModelCard card) {
        ObjectNode json = MAPPER.createObjectNode().put(FORMAT_KEY, FORMAT);
        json.setAll((ObjectNode) MAPPER.valueToTree(card));
        return json;
    }

    static ModelCard read(Path file) {
        try {
            if (Files.size(file) > MAX_BYTES) {
                throw new InputException(file + ": larger than any model card, " + MAX_BYTES + " bytes");
            }
            if (!(MAPPER.readTree(file.toFile()) instanceof ObjectNode json)) {
                throw new InputException(file + ": not a model card, which is a JSON object");
            }
            String format = json.path(FORMAT_KEY).asText();
            if (!format.equals(FORMAT)) {
                throw new InputException("%s: its format is '%s', expected '%s'".formatted(file, format, FORMAT));
            }
            ModelCard card = MAPPER.treeToValue(json, ModelCard.class);
            if (card.name() == null
                    || card.title() == null
                    || card.dataset() == null
                    || card.config() == null
                    || card.training() == null
                    || card.figures() == null) {
                throw new InputException(
                        file + ": not a whole model card; expected name, title, dataset, config, training and figures");
            }
            return card;
        } catch (JsonMappingException e) {
            // An InputException thrown by a record's constructor carries the field and what was expected of it.
            String reason = e.getCause() instanceof InputException input
                    ? input.getMessage()
                    : field(e) + ": " + e.getOriginalMessage().replaceAll(" \\(set .*", "");
            throw new InputException(file + ": not a right model card: " + reason, e);
        } catch (JsonProcessingException e) {
            throw new InputException(file + ": not a right JSON file: " + e.getOriginalMessage(), e);
        } catch (NoSuchFileException e) {
            throw new InputException(file + ": missing; a model's folder holds its card there", e);
        } catch (IOException e) {
            throw new InputException(file + ": cannot be read: " + e.getMessage(), e);
        }
    }

    /** Where in the card, such as {@code config.latentSize}. */
    private static String field(JsonMappingException e) {
        return e.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
                .collect(Collectors.joining("."));
    }
}
