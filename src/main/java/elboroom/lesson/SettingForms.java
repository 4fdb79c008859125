package elboroom.lesson;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What values of settings look like, and which there are of those that never change. */
public final class SettingForms {
    /** The tabs with the pages that a step can turn to. */
    public static final Map<String, Set<String>> PAGES = Map.of(
            "explore", Set.of(),
            "interpolate", Set.of(),
            "losses", Set.of("balance", "collapse", "models", "images"),
            "evidence", Set.of("image", "survey"),
            "geometry", Set.of("continuity", "holes", "scores"),
            "trick", Set.of("draw", "variance", "race"),
            "compare", Set.of(),
            "train", Set.of());

    public static final Set<String> LAYERS = Set.of("points", "density", "mosaic", "ellipses", "prior");

    private static final Pattern NUMBER = Pattern.compile("\\d{1,7}");
    private static final Pattern COORDINATE = Pattern.compile("-?\\d{1,3}(\\.\\d{1,6})?");
    private static final Pattern NAME = Pattern.compile("[\\w.+-]{1,100}");

    private SettingForms() {}

    static List<String> keys() {
        return Arrays.stream(Setting.values()).map(Setting::key).toList();
    }

    static boolean fits(Setting setting, String value) {
        return switch (setting) {
            case MODEL, DATA, PRESET -> NAME.matcher(value).matches();
            case TAB -> PAGES.containsKey(value);
            case PAGE -> PAGES.values().stream().anyMatch(pages -> pages.contains(value));
            case IMAGE -> value.equals(Settings.NO) || NUMBER.matcher(value).matches();
            case TARGET -> NUMBER.matcher(value).matches();
            case POINT -> all(value, COORDINATE) && !value.equals(Settings.NO);
            case LAYERS -> LAYERS.containsAll(Settings.parts(value));
            case HIDDEN -> all(value, NUMBER);
            case WAY -> Set.of("reparameterised", "sampled").contains(value);
            case WEIGHTS -> Set.of("trained", "untrained").contains(value);
        };
    }

    private static boolean all(String value, Pattern form) {
        return Settings.parts(value).stream()
                .allMatch(part -> form.matcher(part).matches());
    }
}
