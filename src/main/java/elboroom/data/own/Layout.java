package elboroom.data.own;

import elboroom.data.ImageShape;
import elboroom.data.InputException;
import org.jspecify.annotations.Nullable;

/**
 * How a row of D numbers is an image.
 *
 * @param shape of the image
 */
record Layout(ImageShape shape) {
    /** Whether rows of so many numbers are an image, of the shape that was asked for or square. */
    static boolean fits(int size, ImportOptions options) {
        return find(size, options) != null;
    }

    /** Whether rows of so many numbers are an image of the very shape that was asked for. */
    static boolean isWanted(int size, ImportOptions options) {
        return wanted(size, options) != null;
    }

    /**
     * The shape that was asked for, or else a grey square, or else a square in colour; squares are then scaled to what was
     * asked for.
     *
     * @throws InputException if it is none of these
     */
    static Layout of(String name, int size, ImportOptions options) {
        Layout layout = find(size, options);
        if (layout != null) {
            return layout;
        }
        ImportOptions.Size wanted = options.shape();
        throw new InputException(
                wanted == null
                        ? "%s: rows of %,d numbers, which are no square; expected their --shape, such as --shape 28x20 (height first)"
                                .formatted(name, size)
                        : "%s: rows of %,d numbers; expected %,d for images of %d×%d"
                                .formatted(
                                        name, size, wanted.height() * wanted.width(), wanted.height(), wanted.width()));
    }

    private static @Nullable Layout wanted(int size, ImportOptions options) {
        ImportOptions.Size wanted = options.shape();
        int area = wanted == null ? 0 : wanted.height() * wanted.width();
        return wanted == null || (size != area && size != 3L * area)
                ? null
                : new Layout(new ImageShape(wanted.height(), wanted.width(), size == area ? 1 : 3));
    }

    private static @Nullable Layout find(int size, ImportOptions options) {
        Layout wanted = wanted(size, options);
        if (wanted != null) {
            return wanted;
        }
        if (size < 1) {
            return null;
        }
        // No number is both a square and three times one.
        int side = (int) Math.round(Math.sqrt(size));
        if ((long) side * side == size) {
            return new Layout(new ImageShape(side, side, 1));
        }
        side = (int) Math.round(Math.sqrt(size / 3.0));
        if (3L * side * side == size) {
            return new Layout(new ImageShape(side, side, 3));
        }
        return null;
    }
}
