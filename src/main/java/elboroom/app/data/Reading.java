package elboroom.app.data;

import elboroom.data.InputException;
import elboroom.data.own.ImportOptions;
import elboroom.data.own.ImportOptions.Fit;

/**
 * How data is to be read, as the form says it: right or wrong.
 *
 * @param size of the images, such as {@code 28} or {@code 28x20}, height first; {@link #AS_FOUND} to leave them
 * @param fit what happens to images of other proportions
 * @param channels 1 for grey, 3 for colour, 0 for what is found
 * @param testShare percentage of the images that is kept for testing
 * @param seed of the split
 */
public record Reading(String size, Fit fit, int channels, String testShare, String seed) {
    /** Size of images that are left as they are. */
    public static final String AS_FOUND = "as found";

    /** What is found, a tenth of it for testing. */
    public static final Reading USUAL = new Reading(AS_FOUND, Fit.CROP, 0, "10", "0");

    private static final double PERCENT = 100;

    /** @throws InputException if a field is wrong; the first one */
    ImportOptions options() {
        ImportOptions options =
                ImportOptions.USUAL.withFit(fit).withChannels(channels).withSplit(share(), whole());
        String shape = size.replace(" ", "");
        return shape.isEmpty() || size.equals(AS_FOUND) ? options : options.withShape(shape);
    }

    private double share() {
        try {
            return Double.parseDouble(testShare.strip().replace(',', '.')) / PERCENT;
        } catch (NumberFormatException e) {
            throw new InputException("test images: '" + testShare + "'; expected a percentage such as 10", e);
        }
    }

    private long whole() {
        try {
            return Long.parseLong(seed.strip());
        } catch (NumberFormatException e) {
            throw new InputException("seed: '" + seed + "'; expected a whole number", e);
        }
    }

    public Reading withSize(String text) {
        return new Reading(text, fit, channels, testShare, seed);
    }

    public Reading withFit(Fit wanted) {
        return new Reading(size, wanted, channels, testShare, seed);
    }

    public Reading withChannels(int wanted) {
        return new Reading(size, fit, wanted, testShare, seed);
    }

    public Reading withTestShare(String text) {
        return new Reading(size, fit, channels, text, seed);
    }

    public Reading withSeed(String text) {
        return new Reading(size, fit, channels, testShare, text);
    }
}
