package elboroom.train;

import elboroom.data.ImageSet;
import elboroom.data.ImageShape;
import elboroom.data.InputException;
import elboroom.data.Npz;
import elboroom.model.Vae;
import elboroom.model.VaeConfig;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/**
 * A small picture of what a run came to, for a list: of a plane, pictures over the middle nine tenths of its codes, the
 * first row at the top; otherwise reconstructions of the first test images.
 *
 * @param shape of one picture
 * @param side pictures in a row, and rows
 * @param pixels of the pictures one after the other, unsigned, [side·side][D]
 */
public record Thumbnail(ImageShape shape, int side, byte[] pixels) {
    private static final int SIDE = 5;
    private static final double EDGE = 0.05;

    static Thumbnail of(VaeConfig config, Snapshot snapshot, ImageSet test) {
        int count = SIDE * SIDE;
        try (Vae vae = snapshot.open(config)) {
            float[] z = config.latentSize() == 2
                    ? plane(snapshot.posterior().mean())
                    : vae.encode(test.images(0, Math.min(count, test.size())), Math.min(count, test.size()))
                            .mean();
            float[] decoded = vae.decode(z, z.length / config.latentSize());
            byte[] pixels = new byte[count * config.shape().size()];
            for (int i = 0; i < decoded.length; i++) {
                pixels[i] = (byte) Math.round(255 * decoded[i]);
            }
            return new Thumbnail(config.shape(), SIDE, pixels);
        }
    }

    /** Points of a grid over the codes, without the outermost ones. */
    private static float[] plane(float[] means) {
        float[] z = new float[2 * SIDE * SIDE];
        for (int axis = 0; axis < 2; axis++) {
            float[] sorted = new float[means.length / 2];
            for (int i = 0; i < sorted.length; i++) {
                sorted[i] = means[2 * i + axis];
            }
            Arrays.sort(sorted);
            float low = sorted[(int) (EDGE * (sorted.length - 1))];
            float high = sorted[(int) ((1 - EDGE) * (sorted.length - 1))];
            for (int i = 0; i < SIDE * SIDE; i++) {
                int place = axis == 0 ? i % SIDE : SIDE - 1 - i / SIDE;
                z[2 * i + axis] = low + (high - low) * place / (SIDE - 1);
            }
        }
        return z;
    }

    void write(Path file) {
        new Npz()
                .add("pixels", pixels, side * side, shape.size())
                .add("shape", new int[] {shape.height(), shape.width(), shape.channels()}, 3)
                .write(file);
    }

    /**
     * That of the run in a folder, if it has one.
     *
     * @throws InputException if it is damaged
     */
    static Optional<Thumbnail> read(Path file) {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        Npz arrays = Npz.read(file);
        int[] sizes = arrays.ints("shape", 3);
        ImageShape shape = new ImageShape(sizes[0], sizes[1], sizes[2]);
        int side = (int) Math.round(Math.sqrt(arrays.shape("pixels")[0]));
        return Optional.of(new Thumbnail(shape, side, arrays.bytes("pixels", side * side, shape.size())));
    }
}
