package elboroom.data.own;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Names of classes in the order in which they are numbered: numbers by value, then the others by name. */
final class ClassNames {
    private ClassNames() {}

    static List<String> sorted(Collection<String> names) {
        return names.stream()
                .distinct()
                .sorted(Comparator.comparingLong(ClassNames::number).thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    private static long number(String name) {
        return name.matches("-?\\d{1,9}") ? Long.parseLong(name) : Long.MAX_VALUE;
    }
}
