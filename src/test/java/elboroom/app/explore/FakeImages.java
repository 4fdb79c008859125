package elboroom.app.explore;

import elboroom.data.ImageSet;
import elboroom.data.ImageShape;
import java.util.List;

/** Spots on a square lattice, in three classes: left, middle and right. */
public record FakeImages(String id, int size) implements ImageSet {
    private static final FakeVae DECODER = new FakeVae(2);

    @Override
    public ImageShape shape() {
        return ImageShape.MNIST;
    }

    @Override
    public List<String> classNames() {
        return List.of("left", "middle", "right");
    }

    /** Where the spot of an image is, in units of z. */
    public float[] place(int index) {
        int side = (int) Math.ceil(Math.sqrt(size));
        return new float[] {-2 + 4f * (index % side) / (side - 1), -2 + 4f * (index / side) / (side - 1)};
    }

    @Override
    public int label(int index) {
        float x = place(index)[0];
        return x < -0.7 ? 0 : x < 0.7 ? 1 : 2;
    }

    /** Of the dots it is known where they are. */
    @Override
    public List<String> factorNames() {
        return id.startsWith("dots") ? List.of("kind", "x", "y") : List.of();
    }

    @Override
    public float factor(int index, int factor) {
        return factor == 0 ? label(index) : place(index)[factor - 1];
    }

    @Override
    public void copyImage(int index, float[] target, int offset) {
        float[] image = DECODER.decode(place(index), 1);
        System.arraycopy(image, 0, target, offset, image.length);
    }

    @Override
    public ImageSet first(int count) {
        throw new UnsupportedOperationException("a part of a lattice is none");
    }

    @Override
    public String checksum() {
        return "none";
    }
}
