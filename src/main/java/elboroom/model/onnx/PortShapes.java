package elboroom.model.onnx;

import elboroom.data.ImageShape;
import elboroom.data.InputException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Images by the shape of a graph's input or output. */
final class PortShapes {
    /** Larger images are no matter for this program, and a damaged file must not ask for all memory. */
    private static final int MAX_SIDE = 1024;

    private static final int COLOURS = 3;
    private static final Pattern TEXT = Pattern.compile("(\\d{1,5})[x×](\\d{1,5})(?:[x×](\\d))?");

    private PortShapes() {}

    /** N×D with D a square or three squares, N×1×D, N×H×W, N×C×H×W or N×H×W×C; empty if it does not tell. */
    static Optional<ImageShape> of(OnnxPort port) {
        if (port.size() == OnnxPort.ANY) {
            return Optional.empty();
        }
        return switch (port.rank()) {
            case 2 -> square((int) port.size());
            case 3 -> size(port, 1) == 1 ? row(size(port, 2)) : shape(size(port, 1), size(port, 2), 1);
            case 4 ->
                isChannels(size(port, 1))
                        ? shape(size(port, 2), size(port, 3), size(port, 1))
                        : isChannels(size(port, 3))
                                ? shape(size(port, 1), size(port, 2), size(port, 3))
                                : Optional.empty();
            default -> Optional.empty();
        };
    }

    /** How the port lays out such images; empty if it cannot. */
    static Optional<PixelLayout> layout(OnnxPort port, ImageShape shape, boolean planesInRow) {
        long h = shape.height();
        long w = shape.width();
        long c = shape.channels();
        if (port.rank() == 4 && fits(port, c, h, w)) {
            return Optional.of(new PixelLayout(new long[] {c, h, w}, true, shape));
        }
        if (port.rank() == 4 && fits(port, h, w, c)) {
            return Optional.of(new PixelLayout(new long[] {h, w, c}, false, shape));
        }
        if (port.rank() == 3 && c == 1 && fits(port, h, w)) {
            return Optional.of(new PixelLayout(new long[] {h, w}, false, shape));
        }
        if (port.rank() == 3 && c == 1 && fits(port, 1, shape.size())) {
            return Optional.of(new PixelLayout(new long[] {1, shape.size()}, false, shape));
        }
        if (port.rank() == 2 && fits(port, shape.size()) || port.rank() == 0) {
            return Optional.of(new PixelLayout(new long[] {shape.size()}, planesInRow, shape));
        }
        return Optional.empty();
    }

    private static boolean fits(OnnxPort port, long... sizes) {
        for (int i = 0; i < sizes.length; i++) {
            long size = port.sizes().get(i + 1);
            if (size != OnnxPort.ANY && size != sizes[i]) {
                return false;
            }
        }
        return true;
    }

    static ImageShape parse(String text, Path file) {
        Matcher parts = TEXT.matcher(text.strip());
        if (parts.matches()) {
            Optional<ImageShape> shape = shape(
                    Integer.parseInt(parts.group(1)),
                    Integer.parseInt(parts.group(2)),
                    parts.group(3) == null ? 1 : Integer.parseInt(parts.group(3)));
            if (shape.isPresent()) {
                return shape.get();
            }
        }
        throw new InputException(
                "%s: image is \"%s\"; expected height, width and 1 or 3 channels, each side at most %d, such as 28x28 or"
                                .formatted(file, OnnxGraph.oneLine(text), MAX_SIDE)
                        + " 32x32x3");
    }

    static String text(ImageShape shape) {
        return "%dx%dx%d".formatted(shape.height(), shape.width(), shape.channels());
    }

    private static Optional<ImageShape> square(int size) {
        for (int channels : new int[] {1, COLOURS}) {
            int side = (int) Math.round(Math.sqrt((double) size / channels));
            if ((long) side * side * channels == size) {
                return shape(side, side, channels);
            }
        }
        return Optional.empty();
    }

    /** A grey square whose rows lie in one, or else an image of that one row. */
    private static Optional<ImageShape> row(int size) {
        return square(size).filter(shape -> shape.channels() == 1).or(() -> shape(1, size, 1));
    }

    private static Optional<ImageShape> shape(int height, int width, int channels) {
        boolean right = height >= 1 && width >= 1 && height <= MAX_SIDE && width <= MAX_SIDE && isChannels(channels);
        return right ? Optional.of(new ImageShape(height, width, channels)) : Optional.empty();
    }

    private static boolean isChannels(int size) {
        return size == 1 || size == COLOURS;
    }

    private static int size(OnnxPort port, int dimension) {
        return (int) Math.min(Integer.MAX_VALUE, port.sizes().get(dimension));
    }
}
