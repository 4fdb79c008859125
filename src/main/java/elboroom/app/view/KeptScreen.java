package elboroom.app.view;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What was on the screen. Theme, size and projector mode are the window's, not the view's.
 *
 * @param tab id of the tab that was shown
 * @param explored an {@link elboroom.app.explore.ExploreState}; null if the tab does not follow what is explored
 * @param own the tab's own {@link elboroom.app.TabState}; null if there is none
 * @param lesson beside it, a {@link elboroom.app.lessons.KeptStep}, or {@code null} in JSON for none; null in a file from before
 *     lessons were kept
 * @param needs the models and data that both name
 */
record KeptScreen(
        String tab,
        @Nullable JsonNode explored,
        @Nullable JsonNode own,
        @Nullable JsonNode lesson,
        List<Need> needs) {
    KeptScreen {
        needs = List.copyOf(needs);
    }

    /** All names of models in it. */
    TreeSet<String> models() {
        return names("model");
    }

    /** All ids of data in it. */
    TreeSet<String> data() {
        return names("data");
    }

    private TreeSet<String> names(String field) {
        TreeSet<String> names = new TreeSet<>();
        for (JsonNode part : parts()) {
            part.findValues(field).stream()
                    .filter(JsonNode::isTextual)
                    .map(JsonNode::textValue)
                    .forEach(names::add);
        }
        return names;
    }

    private List<JsonNode> parts() {
        List<JsonNode> parts = new ArrayList<>();
        if (explored != null) {
            parts.add(explored);
        }
        if (own != null) {
            parts.add(own);
        }
        return parts;
    }

    /** The same with models and data by their names here, where these differ. */
    KeptScreen renamed(Map<String, String> models, Map<String, String> data) {
        UnaryOperator<@Nullable JsonNode> here =
                part -> part == null ? null : renamed(renamed(part.deepCopy(), "model", models), "data", data);
        return new KeptScreen(tab, here.apply(explored), here.apply(own), lesson, needs);
    }

    /** Changes {@code node} itself. */
    private static JsonNode renamed(JsonNode node, String field, Map<String, String> names) {
        if (node instanceof ObjectNode object) {
            String name = names.get(object.path(field).asText());
            if (name != null && object.path(field).isTextual()) {
                object.set(field, TextNode.valueOf(name));
            }
        }
        if (node instanceof ObjectNode || node instanceof ArrayNode) {
            node.forEach(child -> renamed(child, field, names));
        }
        return node;
    }
}
