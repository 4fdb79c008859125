package elboroom.data;

import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Draws 28×28 images of one white shape on black whose generating factors are known, so that what a model has learnt can
 * be held against the truth. The same ranges, count and seed give the same bytes on every platform.
 *
 * <p>Factors, in this order: {@code kind} (the class label), {@code x} and {@code y} (where the shape's centroid lies, in
 * pixels right of and below the image's centre), {@code size} (radius in pixels of the disc of the same area: all kinds
 * of one size are equally bright) and {@code angle} (degrees clockwise; a disc has it too, to no effect).
 */
public final class Shapes {
    /**
     * What the catalogue offers. Position varies most by far, so that a model of two latent dimensions spends both on it:
     * the latent means of the pretrained model tell x and y (R² above 0.95 from the ten nearest images).
     */
    public static final Shapes DEFAULT = new Shapes(new Ranges(
            List.of(Kind.values()), new Range(-6, 6), new Range(-6, 6), new Range(4.2, 4.8), new Range(-10, 10)));

    private static final int SIDE = 28;
    private static final List<String> FACTORS = List.of("kind", "x", "y", "size", "angle");

    /** Ratio of a square's half side to the radius of the disc of the same area, √π/2. */
    private static final double HALF_SIDE = 0.8862269254527579;

    /** Ratio of an equilateral triangle's inradius to the radius of the disc of the same area, √(π/√27). */
    private static final double INRADIUS = 0.777560150778107;

    private static final double SIN_60 = 0.8660254037844386;

    private final Ranges ranges;

    /** What is drawn. */
    public enum Kind {
        DISC(1),
        SQUARE(HALF_SIDE * 1.4142135623730951),
        TRIANGLE(2 * INRADIUS);

        /** Distance of the farthest point from the centroid, in units of the size. */
        private final double reach;

        Kind(double reach) {
            this.reach = reach;
        }

        /** Signed distance, negative inside, from the edge (beyond a corner: from the nearer side's line). */
        private double distance(double u, double v, double size) {
            return switch (this) {
                case DISC -> Math.sqrt(u * u + v * v) - size;
                case SQUARE -> Math.max(Math.abs(u), Math.abs(v)) - HALF_SIDE * size;
                case TRIANGLE -> Math.max(v, SIN_60 * Math.abs(u) - v / 2) - INRADIUS * size;
            };
        }
    }

    /** A factor is drawn evenly from {@code min} (inclusive) to {@code max} (exclusive, unless they are equal). */
    public record Range(double min, double max) {
        public Range {
            if (!(min <= max) || Double.isInfinite(min) || Double.isInfinite(max)) {
                throw new InputException("range %s to %s: expected two finite numbers, in order".formatted(min, max));
            }
        }

        private double at(double share) {
            return min + share * (max - min);
        }

        private double farthest() {
            return Math.max(Math.abs(min), Math.abs(max));
        }
    }

    /**
     * From what the factors are drawn; see {@link Shapes} for their units. Ranges in which a shape could leave the
     * image, or have no size, are refused.
     */
    public record Ranges(List<Kind> kinds, Range x, Range y, Range size, Range angle) {
        public Ranges {
            kinds = List.copyOf(kinds);
            double reach = kinds.stream().mapToDouble(kind -> kind.reach).max().orElse(Double.NaN);
            double room = SIDE / 2.0 - Math.max(x.farthest(), y.farthest());
            if (!(size.min() > 0 && reach * size.max() <= room)) {
                throw new InputException(String.format(
                        Locale.ROOT,
                        "shapes: kinds %s of sizes %s to %s; expected at least one kind, and sizes from above 0 to %.2f,"
                                + " the room left by x and y",
                        kinds,
                        size.min(),
                        size.max(),
                        room / reach));
            }
        }
    }

    public Shapes(Ranges ranges) {
        this.ranges = ranges;
    }

    public List<String> classNames() {
        return ranges.kinds().stream()
                .map(kind -> kind.name().toLowerCase(Locale.ROOT))
                .toList();
    }

    /**
     * Draws a set.
     *
     * @param id of the set
     * @param count number of images, 1 or more
     * @param seed of all factors
     */
    public ByteImageSet generate(String id, int count, long seed) {
        if (count < 1) {
            throw new InputException("%s: %d images; expected 1 or more".formatted(id, count));
        }
        SplittableRandom random = new SplittableRandom(seed);
        byte[] pixels = new byte[Math.multiplyExact(count, SIDE * SIDE)];
        byte[] labels = new byte[count];
        float[] factors = new float[count * FACTORS.size()];
        for (int i = 0; i < count; i++) {
            int kind = (int) (uniform(random) * ranges.kinds().size());
            double x = ranges.x().at(uniform(random));
            double y = ranges.y().at(uniform(random));
            double size = ranges.size().at(uniform(random));
            double angle = ranges.angle().at(uniform(random));
            draw(ranges.kinds().get(kind), x, y, size, angle, pixels, i * SIDE * SIDE);
            labels[i] = (byte) kind;
            float[] row = {kind, (float) x, (float) y, (float) size, (float) angle};
            System.arraycopy(row, 0, factors, i * row.length, row.length);
        }
        return new ByteImageSet(id, ImageShape.MNIST, classNames(), pixels, labels).withFactors(FACTORS, factors);
    }

    /** In [0,1). Made from raw bits, because how Java makes its doubles and bounded integers may change. */
    private static double uniform(SplittableRandom random) {
        return (random.nextLong() >>> 11) * 0x1p-53;
    }

    /** A pixel's grey is how far its centre lies inside the edge, from half a pixel outside to half a pixel inside. */
    private static void draw(Kind kind, double x, double y, double size, double angle, byte[] pixels, int offset) {
        double radians = StrictMath.toRadians(angle);
        double cos = StrictMath.cos(radians);
        double sin = StrictMath.sin(radians);
        for (int row = 0; row < SIDE; row++) {
            double dy = row + 0.5 - SIDE / 2.0 - y;
            for (int column = 0; column < SIDE; column++) {
                double dx = column + 0.5 - SIDE / 2.0 - x;
                double distance = kind.distance(cos * dx + sin * dy, cos * dy - sin * dx, size);
                double grey = Math.min(1, Math.max(0, 0.5 - distance));
                pixels[offset + row * SIDE + column] = (byte) Math.round(255 * grey);
            }
        }
    }
}
