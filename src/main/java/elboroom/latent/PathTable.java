package elboroom.latent;

/** A path as a table for other programs. */
public final class PathTable {
    private PathTable() {}

    /**
     * A line for each point: its number, its z, and how far the image moves from the point before.
     *
     * @param steps in image space, [count − 1]
     */
    public static String csv(LatentPath path, double[] steps) {
        StringBuilder text = new StringBuilder("frame");
        for (int j = 1; j <= path.latentSize(); j++) {
            text.append(",z_").append(j);
        }
        text.append(",imageStep\n");
        for (int i = 0; i < path.count(); i++) {
            text.append(i);
            for (int j = 0; j < path.latentSize(); j++) {
                text.append(',').append(path.points()[i * path.latentSize() + j]);
            }
            text.append(',').append(i == 0 ? 0 : steps[i - 1]).append('\n');
        }
        return text.toString();
    }
}
