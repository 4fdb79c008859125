package elboroom.cli;

import elboroom.data.InputException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What {@code evaluate} can work out besides the averages that it always prints. */
enum Measure {
    ELBO,
    SURGERY,
    COLLAPSE,
    EVIDENCE,
    GEOMETRY;

    /** @throws InputException if a name is not of one of these */
    static Set<Measure> parse(List<String> names) {
        Set<Measure> measures = EnumSet.noneOf(Measure.class);
        for (String name : names) {
            measures.add(Arrays.stream(values())
                    .filter(m -> m.toString().equalsIgnoreCase(name.strip()))
                    .findFirst()
                    .orElseThrow(() -> new InputException("measures: '%s' is none of %s"
                            .formatted(
                                    name.strip(),
                                    Arrays.stream(values())
                                            .map(Measure::toString)
                                            .collect(Collectors.joining(", "))))));
        }
        return measures;
    }

    /** As on the command line. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
