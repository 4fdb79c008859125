package elboroom.app.explore;

import elboroom.app.widget.Numbers;
import elboroom.data.ImageSet;
import elboroom.raster.Palette;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What the colours of the points say: the class of each image, or one of the factors that generated it, in ranges of equal
 * width. Ranges rather than shades, so that a range can be hidden and shown as a class can.
 *
 * @param labels group of each image, an index into {@code names}
 * @param names of the groups
 * @param palette colours of the groups
 */
public record Colouring(int[] labels, List<String> names, Palette palette) {
    /** The choice of the class; others are names of factors. */
    public static final String CLASS = "class";

    public static final Colouring NONE = new Colouring(new int[0], List.of(), Palette.CLASSES);

    private static final int RANGES = 10;

    /** What may be chosen for a set of images: the class, then every factor that is not the class once more. */
    public static List<String> choices(ImageSet images) {
        List<String> choices = new ArrayList<>(List.of(CLASS));
        List<String> factors = images.factorNames();
        for (int k = 0; k < factors.size(); k++) {
            if (!isClass(images, k)) {
                choices.add(factors.get(k));
            }
        }
        return choices;
    }

    private static boolean isClass(ImageSet images, int factor) {
        return IntStream.range(0, images.size()).allMatch(i -> images.factor(i, factor) == images.label(i));
    }

    /** What is shown of a wish: the class where it is not to be had, and the first factor where there is no wish. */
    public static String effective(List<String> choices, @Nullable String wish) {
        if (wish == null) {
            return choices.size() > 1 ? choices.get(1) : CLASS;
        }
        return choices.contains(wish) ? wish : CLASS;
    }

    /** By what is wanted, or by class while the images, which know the factors, are not there. */
    public static Colouring of(Workspace.Encoded encoded, @Nullable ImageSet images, String choice) {
        return choice.equals(CLASS) || images == null || images.size() != encoded.labels().length
                ? byClass(encoded)
                : byFactor(images, choice);
    }

    private static Colouring byClass(Workspace.Encoded encoded) {
        return new Colouring(encoded.labels(), encoded.classNames(), Palette.CLASSES);
    }

    /** From the factor's least value to its greatest in {@value #RANGES} ranges. */
    private static Colouring byFactor(ImageSet images, String name) {
        int factor = images.factorNames().indexOf(name);
        float least = Float.POSITIVE_INFINITY;
        float greatest = Float.NEGATIVE_INFINITY;
        for (int i = 0; i < images.size(); i++) {
            least = Math.min(least, images.factor(i, factor));
            greatest = Math.max(greatest, images.factor(i, factor));
        }
        double width = (greatest - least) / (double) RANGES;
        int[] labels = new int[images.size()];
        for (int i = 0; i < labels.length; i++) {
            double place = width > 0 ? (images.factor(i, factor) - least) / width : 0;
            labels[i] = Math.min(RANGES - 1, (int) place);
        }
        int decimals = (int) Math.max(1, Math.ceil(-Math.log10(Math.max(width, 1e-3))));
        List<String> names = new ArrayList<>();
        for (int range = 0; range < RANGES; range++) {
            names.add("%s %s…%s"
                    .formatted(
                            name,
                            Numbers.fixed(least + range * width, decimals),
                            Numbers.fixed(least + (range + 1) * width, decimals)));
        }
        return new Colouring(labels, names, Palette.values(RANGES));
    }
}
