package elboroom.app.explore;

/**
 * Which plane of the latent space the map shows.
 *
 * @param principal the plane of the first two principal components of the means; otherwise that of two dimensions
 * @param first dimension to the right, from 0
 * @param second dimension upwards, from 0
 */
public record PlaneChoice(boolean principal, int first, int second) {
    /** The first two dimensions. */
    public static final PlaneChoice FIRST_TWO = new PlaneChoice(false, 0, 1);

    /** The first two principal components. */
    public static final PlaneChoice PRINCIPAL = new PlaneChoice(true, 0, 1);

    public static PlaneChoice dimensions(int first, int second) {
        return new PlaneChoice(false, first, second);
    }

    /** Whether there is such a plane in a space of so many dimensions. */
    public boolean fits(int latentSize) {
        int needed = Math.max(first, second);
        return first >= 0 && second >= 0 && (latentSize == 1 ? needed == 1 : needed < latentSize && first != second);
    }
}
