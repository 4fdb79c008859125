package elboroom.raster;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Decoded images in their order.
 *
 * @param images [frames][height][width][channels], values in [0,1]
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Film(float[] images, int frames, int width, int height) {
    /** Of a frame of a GIF, at least. */
    private static final int GIF_SIDE = 224;

    private static final int HUNDREDTHS = 8;
    /** A film stands still at its ends, so that one sees where it starts. */
    private static final int STILL = 6;

    /** Writes it as a GIF that goes there and back for ever, each pixel enlarged. */
    public void writeGif(OutputStream out) throws IOException {
        int factor = Math.max(1, GIF_SIDE / Math.max(width, height));
        List<Picture> there = new ArrayList<>();
        for (int i = 0; i < frames; i++) {
            there.add(strip(i, i + 1).enlarged(factor));
        }
        List<Picture> all = new ArrayList<>();
        for (int i = 1; i < STILL; i++) {
            all.add(there.get(0));
        }
        all.addAll(there);
        for (int i = 1; i < STILL; i++) {
            all.add(there.get(frames - 1));
        }
        for (int i = frames - 2; i > 0; i--) {
            all.add(there.get(i));
        }
        GifFile.write(out, all, HUNDREDTHS);
    }

    /** Writes all frames side by side as a PNG. */
    public void writeStrip(OutputStream out) throws IOException {
        PngFile.write(out, strip());
    }

    /** All frames side by side, each pixel enlarged. */
    public Picture strip() {
        return strip(0, frames).enlarged(2);
    }

    /** The frames {@code from} (inclusive) to {@code to} (exclusive) side by side. */
    public Picture strip(int from, int to) {
        int size = images.length / frames;
        float[] some = Arrays.copyOfRange(images, from * size, to * size);
        return MosaicRaster.tile(some, 1, to - from, width, height, ColourMap.GREY);
    }
}
