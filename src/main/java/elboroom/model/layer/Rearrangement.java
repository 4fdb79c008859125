package elboroom.model.layer;

/**
 * Between dense layers, whose rows hold an image each, and convolutions, which hold a channel of all images together:
 * [n][channels][area] to [channels][n][area], or back; and between the images themselves, whose pixels hold all channels
 * together, and convolutions: [n][area][channels] to [channels][n][area], or back. It has no parameters.
 */
public final class Rearrangement implements Layer {
    private static final Parameters NONE = new Parameters(0, 0);

    private final int channels;
    private final int area;
    private final boolean byChannel;
    private final boolean pixels;

    private Rearrangement(int channels, int area, boolean byChannel, boolean pixels) {
        this.channels = channels;
        this.area = area;
        this.byChannel = byChannel;
        this.pixels = pixels;
    }

    /** From one image after the other to one channel after the other. */
    public static Rearrangement byChannel(int channels, int area) {
        return new Rearrangement(channels, area, true, false);
    }

    /** From one channel after the other to one image after the other. */
    public static Rearrangement byImage(int channels, int area) {
        return new Rearrangement(channels, area, false, false);
    }

    /** From images, pixel after pixel, to one channel after the other. */
    public static Rearrangement pixelsByChannel(int channels, int area) {
        return new Rearrangement(channels, area, true, true);
    }

    /** From one channel after the other to images, pixel after pixel. */
    public static Rearrangement byPixel(int channels, int area) {
        return new Rearrangement(channels, area, false, true);
    }

    @Override
    public Layer sibling() {
        return this;
    }

    @Override
    public Layer linear() {
        return this;
    }

    @Override
    public int inputs() {
        return channels * area;
    }

    @Override
    public int outputs() {
        return channels * area;
    }

    @Override
    public int fanIn() {
        return 0;
    }

    @Override
    public boolean relu() {
        return false;
    }

    @Override
    public Parameters parameters() {
        return NONE;
    }

    @Override
    public void forward(NativeFloats x, int rows, NativeFloats y) {
        move(x, rows, y, byChannel);
    }

    @Override
    public void parameterGradient(NativeFloats x, NativeFloats dy, int rows, Parameters gradient) {
        // There are none.
    }

    @Override
    public void inputGradient(NativeFloats dy, int rows, NativeFloats dx) {
        move(dy, rows, dx, !byChannel);
    }

    private void move(NativeFloats from, int rows, NativeFloats to, boolean toChannels) {
        if (pixels) {
            movePixels(from, rows, to, toChannels);
            return;
        }
        float[] values = new float[area];
        for (int row = 0; row < rows; row++) {
            for (int channel = 0; channel < channels; channel++) {
                int image = (row * channels + channel) * area;
                int plane = (channel * rows + row) * area;
                from.get(toChannels ? image : plane, values, 0, area);
                to.put(toChannels ? plane : image, values, 0, area);
            }
        }
    }

    private void movePixels(NativeFloats from, int rows, NativeFloats to, boolean toChannels) {
        float[] image = new float[area * channels];
        float[] plane = new float[area];
        for (int row = 0; row < rows; row++) {
            if (toChannels) {
                from.get(row * image.length, image, 0, image.length);
            }
            for (int channel = 0; channel < channels; channel++) {
                int start = (channel * rows + row) * area;
                if (toChannels) {
                    for (int i = 0; i < area; i++) {
                        plane[i] = image[i * channels + channel];
                    }
                    to.put(start, plane, 0, area);
                } else {
                    from.get(start, plane, 0, area);
                    for (int i = 0; i < area; i++) {
                        image[i * channels + channel] = plane[i];
                    }
                }
            }
            if (!toChannels) {
                to.put(row * image.length, image, 0, image.length);
            }
        }
    }
}
