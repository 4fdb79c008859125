package elboroom.data.own;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What arrays are usually called: {@code x_train} and {@code y_train}, {@code images} and {@code labels}, … */
final class ArrayNames {
    private static final List<String> LABELS =
            List.of("labels", "label", "targets", "target", "classes", "class", "y", "arr_1");
    private static final List<String> IMAGES =
            List.of("images", "image", "imgs", "inputs", "input", "data", "x", "arr_0");

    private ArrayNames() {}

    static boolean isLabels(String name) {
        Set<String> words = words(name);
        return LABELS.stream().anyMatch(words::contains) || LABELS.contains(name.toLowerCase(Locale.ROOT));
    }

    /** By a word in the name: {@code x_train}, {@code test_images}, {@code t10k-images-idx3-ubyte}. */
    static RowSource.Part part(String name) {
        Set<String> words = words(name);
        if (words.contains("train") || words.contains("training") || words.contains("xtrain")) {
            return RowSource.Part.TRAIN;
        }
        return words.contains("test") || words.contains("testing") || words.contains("t10k") || words.contains("xtest")
                ? RowSource.Part.TEST
                : RowSource.Part.UNSPLIT;
    }

    private static Set<String> words(String name) {
        return Set.of(distinct(name.toLowerCase(Locale.ROOT).split("[^a-z0-9]+")));
    }

    private static String[] distinct(String[] words) {
        return new LinkedHashSet<>(List.of(words)).toArray(String[]::new);
    }

    /** What the labels of images called {@code name} may be called, the likeliest first, in lower case. */
    static List<String> labelsOf(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        Set<String> names = new LinkedHashSet<>();
        for (String images : IMAGES) {
            for (String labels : LABELS) {
                // A word of the name, or the x of "xtrain".
                String other = lower.replaceAll(
                        "(?<![a-z0-9])" + images + "(?![a-z0-9])|(?<![a-z0-9])" + images + "(?=train$|test$)", labels);
                if (!other.equals(lower)) {
                    names.add(other);
                }
            }
        }
        LABELS.forEach(labels -> names.add(lower + "_" + labels));
        if (part(name) == RowSource.Part.UNSPLIT) {
            names.addAll(LABELS);
        }
        return List.copyOf(names);
    }
}
