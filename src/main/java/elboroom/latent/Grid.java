package elboroom.latent;

/**
 * Evenly spaced points over a rectangle of a plane through the latent space: the middles of its cells, row by row from the
 * upper left, as the pictures of a mosaic lie.
 *
 * @param minX left edge
 * @param minY lower edge
 * @param maxX right edge
 * @param maxY upper edge
 * @param columns cells from left to right
 * @param rows cells from top to bottom
 */
public record Grid(double minX, double minY, double maxX, double maxY, int columns, int rows) {
    public Grid {
        if (!(minX < maxX && minY < maxY) || columns < 1 || rows < 1) {
            throw new IllegalArgumentException(
                    "grid of %d×%d from (%s, %s) to (%s, %s)".formatted(rows, columns, minX, minY, maxX, maxY));
        }
    }

    public int count() {
        return Math.multiplyExact(rows, columns);
    }

    public double x(int column) {
        return minX + (column + 0.5) * (maxX - minX) / columns;
    }

    /** Row 0 is the upper one, with the greatest y. */
    public double y(int row) {
        return maxY - (row + 0.5) * (maxY - minY) / rows;
    }

    /**
     * The latent vectors over the points.
     *
     * @param held what lies across the plane, as in {@link Projection#lift}
     * @return row-major [rows·columns][d]
     */
    public float[] latents(Projection plane, double[] held) {
        int d = held.length;
        float[] latents = new float[Math.multiplyExact(count(), d)];
        for (int i = 0; i < count(); i++) {
            double[] z = plane.lift(x(i % columns), y(i / columns), held);
            for (int j = 0; j < d; j++) {
                latents[i * d + j] = (float) z[j];
            }
        }
        return latents;
    }
}
