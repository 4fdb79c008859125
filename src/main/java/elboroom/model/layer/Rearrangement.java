package elboroom.model.layer;

/**
 * Between dense layers, whose rows hold an image each, and convolutions, which hold a channel of all images together:
 * [n][channels][area] to [channels][n][area], or back. It has no parameters.
 */
public final class Rearrangement implements Layer {
    private static final Parameters NONE = new Parameters(0, 0);

    private final int channels;
    private final int area;
    private final boolean byChannel;

    private Rearrangement(int channels, int area, boolean byChannel) {
        this.channels = channels;
        this.area = area;
        this.byChannel = byChannel;
    }

    /** From one image after the other to one channel after the other. */
    public static Rearrangement byChannel(int channels, int area) {
        return new Rearrangement(channels, area, true);
    }

    /** From one channel after the other to one image after the other. */
    public static Rearrangement byImage(int channels, int area) {
        return new Rearrangement(channels, area, false);
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
}
