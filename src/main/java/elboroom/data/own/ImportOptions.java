package elboroom.data.own;

import elboroom.data.ImageShape;
import elboroom.data.InputException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How data is to be read where it does not say so itself.
 *
 * @param shape of the images to be, null to take what is found; images of another size are scaled to it
 * @param channels 1 for grey, 3 for colour, 0 for what is found
 * @param fit what happens to images of other proportions
 * @param testShare share of the images that are kept for testing where the data is not split itself, 0 to 0.9; with 0, all
 *     images serve for both
 * @param seed of that split, and of the order of the images
 */
public record ImportOptions(@Nullable Size shape, int channels, Fit fit, double testShare, long seed) {
    /** What is found, a tenth of it for testing. */
    public static final ImportOptions USUAL = new ImportOptions(null, 0, Fit.CROP, 0.1, 0);

    /** No image has more values than this: 256×256 in colour, and a little more. */
    public static final int MAX_VALUES = 1 << 18;

    private static final double MAX_TEST_SHARE = 0.9;
    private static final Pattern SHAPE = Pattern.compile("(\\d{1,6})(?:[x×](\\d{1,6}))?(?:[x×]([13]))?");

    public ImportOptions {
        if (!(testShare >= 0 && testShare <= MAX_TEST_SHARE)) {
            throw new InputException("test share: must be from 0 to " + MAX_TEST_SHARE + ", not " + testShare);
        }
        if (channels != 0 && channels != 1 && channels != 3) {
            throw new InputException("channels: must be 1 for grey or 3 for colour, not " + channels);
        }
    }

    /** Height and width. */
    public record Size(int height, int width) {
        public Size {
            if (height < 1 || width < 1 || (long) height * width > MAX_VALUES) {
                throw new InputException(
                        "shape: %d×%d; expected a height and a width of 1 or more, and %,d values at most"
                                .formatted(height, width, MAX_VALUES));
            }
        }
    }

    /** What happens to images whose proportions are not those wanted. */
    public enum Fit {
        /** As much of the middle as there is room for. */
        CROP,
        /** All of the image, with black beside it. */
        PAD
    }

    /**
     * The same with a shape such as {@code 28}, {@code 28x20} (height first) or {@code 64x64x3}.
     *
     * @throws InputException if it is not of that form
     */
    public ImportOptions withShape(String text) {
        Matcher parts = SHAPE.matcher(text.toLowerCase(Locale.ROOT).strip());
        if (!parts.matches()) {
            throw new InputException("shape: '" + text
                    + "'; expected a side such as 28, a height and width such as 28x20, or 64x64x3 for colour");
        }
        int height = Integer.parseInt(parts.group(1));
        int width = parts.group(2) == null ? height : Integer.parseInt(parts.group(2));
        int given = parts.group(3) == null ? channels : Integer.parseInt(parts.group(3));
        return new ImportOptions(new Size(height, width), given, fit, testShare, seed);
    }

    public ImportOptions withChannels(int wanted) {
        return new ImportOptions(shape, wanted, fit, testShare, seed);
    }

    public ImportOptions withFit(Fit wanted) {
        return new ImportOptions(shape, channels, wanted, testShare, seed);
    }

    public ImportOptions withSplit(double share, long splitSeed) {
        return new ImportOptions(shape, channels, fit, share, splitSeed);
    }

    /** The shape of images found as {@code found}. */
    ImageShape target(ImageShape found) {
        int height = shape == null ? found.height() : shape.height();
        int width = shape == null ? found.width() : shape.width();
        return checked(new ImageShape(height, width, channels == 0 ? found.channels() : channels), "the images");
    }

    /** @throws InputException if an image of this shape has too many values for a network */
    static ImageShape checked(ImageShape shape, Object what) {
        if ((long) shape.height() * shape.width() * shape.channels() > MAX_VALUES) {
            throw new InputException(
                    "%s: images of %s; expected at most %,d values an image (a smaller --shape scales them)"
                            .formatted(what, shape, MAX_VALUES));
        }
        return shape;
    }
}
