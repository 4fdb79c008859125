package elboroom.data.own;

import elboroom.data.ImageShape;

/**
 * Scales images to one shape, each pixel of the result being the average of the area that it covers; turns colour to grey
 * and grey to colour.
 */
public final class Fitter {
    /** Weights of red, green and blue in a grey level (ITU-R BT.601), as in most programs that read images. */
    private static final float RED = 0.299f;

    private static final float GREEN = 0.587f;
    private static final float BLUE = 0.114f;

    private final ImageShape target;
    private final ImportOptions.Fit fit;

    public Fitter(ImageShape target, ImportOptions.Fit fit) {
        this.target = target;
        this.fit = fit;
    }

    /** An image that is read a row of pixels at a time, so that a large one need not be in memory as numbers. */
    interface Rows {
        /** Writes row {@code y}, [width][channels]. */
        void copy(int y, float[] target);
    }

    ImageShape target() {
        return target;
    }

    /**
     * Scales an image.
     *
     * @param found its shape
     * @param image row-major [height][width][channels]
     */
    public float[] fit(ImageShape found, float[] image) {
        int stride = found.width() * found.channels();
        return fit(found, (y, row) -> System.arraycopy(image, y * stride, row, 0, stride));
    }

    float[] fit(ImageShape found, Rows image) {
        double down = (double) target.height() / found.height();
        double across = (double) target.width() / found.width();
        double scale = fit == ImportOptions.Fit.CROP ? Math.max(down, across) : Math.min(down, across);
        Span[] columns = spans(target.width(), found.width(), scale);
        Span[] rows = spans(target.height(), found.height(), scale);
        int channels = target.channels();
        int stride = target.width() * channels;
        float[] result = new float[target.size()];
        float[] source = new float[found.width() * found.channels()];
        float[] reduced = new float[stride];
        int at = -1;
        for (int y = 0; y < rows.length; y++) {
            Span span = rows[y];
            for (int i = 0; i < span.weights.length; i++) {
                if (at != span.from + i) {
                    at = span.from + i;
                    image.copy(at, source);
                    reduce(source, found.channels(), columns, reduced);
                }
                float weight = span.weights[i];
                for (int x = 0; x < stride; x++) {
                    result[y * stride + x] += weight * reduced[x];
                }
            }
        }
        return result;
    }

    private void reduce(float[] source, int from, Span[] columns, float[] reduced) {
        int to = target.channels();
        for (int x = 0; x < columns.length; x++) {
            for (int channel = 0; channel < to; channel++) {
                float sum = 0;
                for (int i = 0; i < columns[x].weights.length; i++) {
                    sum += columns[x].weights[i] * value(source, (columns[x].from + i) * from, from, to, channel);
                }
                reduced[x * to + channel] = sum;
            }
        }
    }

    private static float value(float[] source, int pixel, int from, int to, int channel) {
        if (from == to) {
            return source[pixel + channel];
        }
        return from == 1 ? source[pixel] : RED * source[pixel] + GREEN * source[pixel + 1] + BLUE * source[pixel + 2];
    }

    /** The pixels that one pixel of the result covers, and their shares in it; less than 1 in all where it lies beside. */
    private record Span(int from, float[] weights) {}

    private static Span[] spans(int target, int found, double scale) {
        double offset = (target - found * scale) / 2;
        Span[] spans = new Span[target];
        for (int i = 0; i < target; i++) {
            // Rounded a little: what should be a whole number must not cover a sliver of the next pixel.
            double from = Math.max(0, tidy((i - offset) / scale));
            double to = Math.min(found, tidy((i + 1 - offset) / scale));
            int first = (int) from;
            int end = to > from ? (int) Math.ceil(to) : first;
            float[] weights = new float[end - first];
            for (int s = first; s < end; s++) {
                weights[s - first] = (float) ((Math.min(to, s + 1) - Math.max(from, s)) * scale);
            }
            spans[i] = new Span(first, weights);
        }
        return spans;
    }

    private static double tidy(double position) {
        double whole = Math.rint(position);
        return Math.abs(position - whole) < 1e-9 ? whole : position;
    }
}
