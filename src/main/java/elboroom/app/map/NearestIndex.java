package elboroom.app.map;

import elboroom.raster.Bounds;

/**
 * Finds the nearest visible point. Points are sorted into square cells once (60,000 in half a millisecond); a search then looks
 * only at the cells around. Immutable, hence safe to build on one thread and use on another.
 */
public final class NearestIndex {
    private static final int POINTS_PER_CELL = 3;
    private static final int MAX_CELLS = 1 << 20;

    private final MapPoints points;
    private final Bounds bounds;
    private final double cell;
    private final int columns;
    private final int rows;
    /** Cell c holds the points order[start[c]] to order[start[c + 1] - 1]. */
    private final int[] start;

    private final int[] order;

    public NearestIndex(MapPoints points) {
        this.points = points;
        bounds = Bounds.of(points.x(), points.y());
        int cells = Math.max(1, Math.min(MAX_CELLS, points.count() / POINTS_PER_CELL));
        cell = Math.sqrt(bounds.width() * bounds.height() / cells);
        // A long thin cloud would ask for more cells along it than there are points.
        columns = (int) Math.min(2L * cells, (long) (bounds.width() / cell) + 1);
        rows = (int) Math.min(2L * cells, (long) (bounds.height() / cell) + 1);
        start = new int[columns * rows + 1];
        order = new int[points.count()];
        sort();
    }

    private void sort() {
        int[] cellOf = new int[points.count()];
        for (int i = 0; i < cellOf.length; i++) {
            boolean finite = Float.isFinite(points.x()[i]) && Float.isFinite(points.y()[i]);
            cellOf[i] = finite ? row(points.y()[i]) * columns + column(points.x()[i]) : -1;
            if (finite) {
                start[cellOf[i] + 1]++;
            }
        }
        for (int c = 0; c < columns * rows; c++) {
            start[c + 1] += start[c];
        }
        int[] next = start.clone();
        for (int i = 0; i < cellOf.length; i++) {
            if (cellOf[i] >= 0) {
                order[next[cellOf[i]]++] = i;
            }
        }
    }

    /**
     * Index of the nearest point that is not hidden, or −1 when none lies within {@code reach}.
     *
     * @param x first latent coordinate
     * @param y second latent coordinate
     * @param reach greatest distance, in latent units
     * @param hidden classes passed over; those past its end are not
     */
    public int nearest(double x, double y, double reach, boolean[] hidden) {
        int best = -1;
        double bestSquare = reach * reach;
        int centreColumn = column(x);
        int centreRow = row(y);
        int fromColumn = column(x - reach);
        int toColumn = column(x + reach);
        int fromRow = row(y - reach);
        int toRow = row(y + reach);
        int rings = Math.max(
                Math.max(centreColumn - fromColumn, toColumn - centreColumn),
                Math.max(centreRow - fromRow, toRow - centreRow));
        for (int ring = 0; ring <= rings; ring++) {
            // Whatever lies beyond this ring is at least ring cells away from the point's own cell.
            double gap = Math.max(0, ring - 1) * cell;
            if (best >= 0 && gap * gap > bestSquare) {
                break;
            }
            for (int row = Math.max(fromRow, centreRow - ring); row <= Math.min(toRow, centreRow + ring); row++) {
                boolean edge = Math.abs(row - centreRow) == ring;
                int step = edge || ring == 0 ? 1 : 2 * ring;
                for (int column = centreColumn - ring; column <= centreColumn + ring; column += step) {
                    if (column < fromColumn || column > toColumn) {
                        continue;
                    }
                    int c = row * columns + column;
                    for (int at = start[c]; at < start[c + 1]; at++) {
                        int point = order[at];
                        double square = square(point, x, y);
                        // Among equals the later one, which is drawn on top.
                        if ((square < bestSquare || square == bestSquare && point > best) && visible(point, hidden)) {
                            best = point;
                            bestSquare = square;
                        }
                    }
                }
            }
        }
        return best;
    }

    private double square(int point, double x, double y) {
        double dx = points.x()[point] - x;
        double dy = points.y()[point] - y;
        return dx * dx + dy * dy;
    }

    private boolean visible(int point, boolean[] hidden) {
        int label = points.labels()[point];
        return label >= hidden.length || !hidden[label];
    }

    private int column(double x) {
        return (int) Math.max(0, Math.min(columns - 1, Math.floor((x - bounds.minX()) / cell)));
    }

    private int row(double y) {
        return (int) Math.max(0, Math.min(rows - 1, Math.floor((y - bounds.minY()) / cell)));
    }
}
