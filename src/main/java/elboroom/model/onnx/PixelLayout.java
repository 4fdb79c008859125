package elboroom.model.onnx;

import elboroom.data.ImageShape;

/**
 * How a graph lays out an image.
 *
 * @param sizes of its dimensions after the first
 * @param planes whether each channel's values lie together, rather than each pixel's
 * @param shape of the image
 */
record PixelLayout(long[] sizes, boolean planes, ImageShape shape) {
    private boolean alike() {
        return !planes || shape.channels() == 1;
    }

    /** Puts image {@code from} of this program's order into the graph's, black and white as {@code low} and 1. */
    void put(float[] images, int from, java.nio.FloatBuffer to, float low) {
        int size = shape.size();
        int channels = shape.channels();
        int area = size / channels;
        for (int i = 0; i < size; i++) {
            int source = alike() ? i : i % area * channels + i / area;
            float value = images[from + source];
            to.put(low == 0 ? value : low + (1 - low) * value);
        }
    }

    /** Puts what the graph gave for one image into this program's order. */
    void take(float[] values, int at, float[] images, int to) {
        int size = shape.size();
        if (alike()) {
            System.arraycopy(values, at, images, to, size);
            return;
        }
        int channels = shape.channels();
        int area = size / channels;
        for (int i = 0; i < size; i++) {
            images[to + i % area * channels + i / area] = values[at + i];
        }
    }
}
