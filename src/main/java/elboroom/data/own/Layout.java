package elboroom.data.own;

import elboroom.data.ImageShape;
import elboroom.data.InputException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a row of D numbers is an image.
 *
 * @param shape of the image
 * @param assumed what was assumed, if anything was
 */
record Layout(ImageShape shape, @Nullable String assumed) {
    Optional<String> note() {
        return Optional.ofNullable(assumed);
    }

    /** Whether rows of so many numbers are an image under these options. */
    static boolean fits(int size, ImportOptions options) {
        return find(size, options) != null;
    }

    /**
     * The shape that was asked for, or else a grey square, or else a square in colour.
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

    private static @Nullable Layout find(int size, ImportOptions options) {
        ImportOptions.Size wanted = options.shape();
        if (wanted != null) {
            int area = wanted.height() * wanted.width();
            int channels = size == area ? 1 : size == 3 * area ? 3 : 0;
            return channels == 0 || (options.channels() != 0 && options.channels() != channels)
                    ? null
                    : new Layout(new ImageShape(wanted.height(), wanted.width(), channels), null);
        }
        int side = (int) Math.round(Math.sqrt(size));
        if (side * side == size && options.channels() != 3) {
            return new Layout(new ImageShape(side, side, 1), null);
        }
        side = (int) Math.round(Math.sqrt(size / 3.0));
        if (3 * side * side == size && options.channels() != 1) {
            return new Layout(
                    new ImageShape(side, side, 3),
                    "Rows of %,d numbers are taken as %d×%d colour images, red, green and blue of each pixel together."
                            .formatted(size, side, side));
        }
        return null;
    }
}
