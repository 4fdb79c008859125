package elboroom.app.view;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import elboroom.app.explore.ExploreState;
import elboroom.data.AtomicFiles;
import elboroom.data.InputException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A view as a file of readable JSON, ending in {@value #ENDING}: what format it is, the tab, what is explored, what the tab
 * shows of its own, and what models and data that needs.
 */
public final class ViewFile {
    static final String ENDING = ".elbo";

    private static final String FORMAT = "elboRoomView";
    private static final int VERSION = 1;
    /** A drawing of an hour has a tenth of it. */
    private static final int MAX_BYTES = 4 << 20;

    /** Strict: a number in words, or an end that is missing, is damage. */
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(
                    DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                    DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                    DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .build();

    private ViewFile() {}

    /** Whether a path is that of a view, by its name. */
    public static boolean is(Path path) {
        return path.toString().toLowerCase(Locale.ROOT).endsWith(ENDING);
    }

    /**
     * Reads a view, and checks all that can be checked without models and data.
     *
     * @throws InputException if it cannot be read, or is none
     */
    public static KeptScreen read(Path file) {
        byte[] bytes;
        if (Files.isDirectory(file)) {
            throw new InputException(file + ": is a folder; expected a view, a file ending in " + ENDING);
        }
        try (InputStream in = Files.newInputStream(file)) {
            bytes = in.readNBytes(MAX_BYTES + 1);
        } catch (IOException e) {
            throw new InputException(
                    "%s: cannot be read (%s); expected a view, a file ending in %s"
                            .formatted(
                                    file, e instanceof java.nio.file.NoSuchFileException ? "no such file" : e, ENDING),
                    e);
        }
        if (bytes.length > MAX_BYTES) {
            throw new InputException("%s: longer than any view, %,d bytes".formatted(file, MAX_BYTES));
        }
        return parse(file, bytes);
    }

    static KeptScreen parse(Path file, byte[] bytes) {
        JsonNode tree;
        try {
            tree = JSON.readTree(bytes);
        } catch (IOException e) {
            String reason = e instanceof JsonProcessingException json ? at(json) : "damaged";
            throw new InputException(
                    "%s: is no JSON (%s); expected a view that ELBO Room saved".formatted(file, reason), e);
        }
        JsonNode format = tree.path(FORMAT);
        if (!tree.isObject() || !format.isInt() || format.intValue() < 1) {
            throw new InputException(
                    "%s: does not say “%s”: %d; expected a view that ELBO Room saved".formatted(file, FORMAT, VERSION));
        }
        if (format.intValue() > VERSION) {
            throw new InputException(
                    "%s: is of format %d, which a newer ELBO Room has saved; expected %d: open it with that one"
                            .formatted(file, format.intValue(), VERSION));
        }
        if (!tree.path("tab").isTextual()) {
            throw new InputException("%s: has no 'tab'; expected the name of one".formatted(file));
        }
        JsonNode explored = part(file, tree, "explore");
        if (explored != null) {
            value(file, "explore", explored, ExploreState.class);
        }
        List<Need> needs = new ArrayList<>();
        for (JsonNode need : tree.path("needs")) {
            needs.add(value(file, "needs", need, Need.class));
        }
        return new KeptScreen(
                tree.path("tab").textValue(), explored, part(file, tree, "own"), lesson(file, tree), needs);
    }

    /** Null in JSON says that there is none. */
    private static @Nullable JsonNode lesson(Path file, JsonNode tree) {
        JsonNode lesson = tree.get("lesson");
        return lesson == null || lesson.isNull() ? lesson : part(file, tree, "lesson");
    }

    private static @Nullable JsonNode part(Path file, JsonNode tree, String name) {
        JsonNode part = tree.path(name);
        if (part.isMissingNode() || part.isNull()) {
            return null;
        }
        if (!part.isObject()) {
            throw new InputException("%s: its '%s' is no object in braces; expected one".formatted(file, name));
        }
        return part;
    }

    /**
     * Part of a view as what it is meant to be.
     *
     * @throws InputException if it is not that
     */
    static <T> T value(Path file, String name, JsonNode part, Class<T> type) {
        try {
            T value = JSON.treeToValue(part, type);
            if (value != null) {
                return value;
            }
        } catch (JsonMappingException e) {
            String place = e.getPath().stream()
                    .map(step -> step.getFieldName() == null ? String.valueOf(step.getIndex()) : step.getFieldName())
                    .collect(Collectors.joining("."));
            throw new InputException(
                    "%s: its '%s' is incomplete or of the wrong kind; expected it as ELBO Room saves it"
                            .formatted(file, plain(place.isEmpty() ? name : name + "." + place)),
                    e);
        } catch (JsonProcessingException | IllegalArgumentException e) {
            throw new InputException(
                    "%s: its '%s' is damaged; expected it as ELBO Room saves it".formatted(file, name), e);
        }
        throw new InputException("%s: its '%s' is empty; expected it as ELBO Room saves it".formatted(file, name));
    }

    private static String at(JsonProcessingException e) {
        return e.getLocation() == null
                ? "damaged"
                : "line %d, column %d"
                        .formatted(e.getLocation().getLineNr(), e.getLocation().getColumnNr());
    }

    /** Names in a damaged file may hold anything. */
    static String plain(String text) {
        String line = text.replaceAll("\\p{Cntrl}|\\R", "?");
        return line.length() <= 300 ? line : line.substring(0, 300) + "…";
    }

    static JsonNode tree(@Nullable Object value) {
        return JSON.valueToTree(value);
    }

    /** @throws InputException if it cannot be written */
    static void write(Path file, KeptScreen view) {
        ObjectNode tree = JSON.createObjectNode();
        tree.put(FORMAT, VERSION);
        tree.put("tab", view.tab());
        if (view.explored() != null) {
            tree.set("explore", view.explored());
        }
        if (view.own() != null) {
            tree.set("own", view.own());
        }
        if (view.lesson() != null) {
            tree.set("lesson", view.lesson());
        }
        tree.set("needs", JSON.valueToTree(view.needs()));
        AtomicFiles.write(
                file, out -> out.write(JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(tree)));
    }
}
