package elboroom.lesson;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** What a step sets, checked in form when it was read. Immutable. */
public final class Settings {
    public static final Settings NONE = new Settings(Map.of());
    static final String NO = "none";

    private final Map<Setting, String> values;

    Settings(Map<Setting, String> values) {
        EnumMap<Setting, String> copy = new EnumMap<>(Setting.class);
        copy.putAll(values);
        this.values = Collections.unmodifiableMap(copy);
    }

    public Map<Setting, String> values() {
        return values;
    }

    public Optional<String> text(Setting setting) {
        return Optional.ofNullable(values.get(setting));
    }

    /** A whole number; −1 for none. */
    public OptionalInt number(Setting setting) {
        String value = values.get(setting);
        return value == null ? OptionalInt.empty() : OptionalInt.of(value.equals(NO) ? -1 : Integer.parseInt(value));
    }

    /** The parts between commas; no parts for none. */
    public Optional<List<String>> list(Setting setting) {
        return text(setting).map(Settings::parts);
    }

    static List<String> parts(String value) {
        return value.equals(NO)
                ? List.of()
                : Arrays.stream(value.split(",")).map(String::strip).toList();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Settings settings && values.equals(settings.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    @Override
    public String toString() {
        return values.toString();
    }
}
