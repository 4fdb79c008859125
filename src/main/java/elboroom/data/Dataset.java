package elboroom.data;

import java.util.List;

/**
 * What is known of a dataset without opening it.
 *
 * @param id such as {@code mnist}; its splits are {@code mnist-train} and {@code mnist-test}
 * @param title for a menu
 * @param shape of one image
 * @param classNames by label; empty if there are no labels
 * @param trainSize images in the training split
 * @param testSize images in the test split
 * @param description one line
 * @param licence of the data
 */
public record Dataset(
        String id,
        String title,
        ImageShape shape,
        List<String> classNames,
        int trainSize,
        int testSize,
        String description,
        String licence) {
    public Dataset {
        classNames = List.copyOf(classNames);
    }

    /** Name of the training split. */
    public String trainId() {
        return id + "-train";
    }

    /** Name of the test split. */
    public String testId() {
        return id + "-test";
    }

    /** Whether a name is that of one of its splits. */
    public boolean isSplit(String name) {
        return name.equals(trainId()) || name.equals(testId());
    }
}
