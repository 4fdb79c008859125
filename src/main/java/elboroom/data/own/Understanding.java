package elboroom.data.own;

import elboroom.data.ImageShape;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a file or folder of images was understood to be, from its first images, before anything is kept.
 *
 * @param source the file or folder
 * @param kind such as "CSV, comma-separated, with a header"
 * @param found how images are stored there, such as "640×480, colour"
 * @param shape of the images as they will be
 * @param count number of images; an estimate unless {@code counted}
 * @param counted whether {@code count} is exact
 * @param classNames of the classes seen so far; empty if there are no labels
 * @param splitItself whether the data says which images are for testing
 * @param smallest of the values seen
 * @param largest of the values seen
 * @param scale that stands for white: 255 or 1
 * @param whole whether all values seen are whole numbers
 * @param notes what was assumed, a sentence each
 * @param skipped files that cannot be read, a line each; of the images looked at
 * @param first the first images, each of {@code shape}, values in [0,1]
 * @param firstLabels their classes, null where there is none
 */
public record Understanding(
        Path source,
        String kind,
        String found,
        ImageShape shape,
        long count,
        boolean counted,
        List<String> classNames,
        boolean splitItself,
        float smallest,
        float largest,
        int scale,
        boolean whole,
        List<String> notes,
        List<String> skipped,
        List<float[]> first,
        List<@Nullable String> firstLabels) {
    /** About how many bytes the copy takes: one a value, four if values are not whole numbers. */
    public long copyBytes() {
        return count * shape.size() * (whole ? 1 : Float.BYTES);
    }
}
