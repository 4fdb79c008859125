package elboroom.latent;

import elboroom.model.Vae;
import java.util.Arrays;
import java.util.Comparator;
import java.util.PriorityQueue;

/**
 * A short way over a grid of the latent plane, by Dijkstra's algorithm, where an edge is as long as the decoded image moves:
 * finds the side on which to go around a steep region, which a search by small moves does not. 50 ms.
 */
final class GridWay {
    private static final int CELLS = 40;
    /** How far the grid reaches beyond the two ends, in their distance. */
    private static final double MARGIN = 0.5;
    /** Moves to other nodes: king's and knight's, which keep the way from looking like stairs. */
    private static final int[][] MOVES = {
        {1, 0}, {0, 1}, {1, 1}, {1, -1}, {2, 1}, {1, 2}, {2, -1}, {1, -2},
    };

    private GridWay() {}

    static LatentPath between(Vae vae, double[] a, double[] b) {
        double reach = Math.max(MARGIN * Math.hypot(b[0] - a[0], b[1] - a[1]), 1e-3);
        double left = Math.min(a[0], b[0]) - reach;
        double bottom = Math.min(a[1], b[1]) - reach;
        double cell = Math.max(Math.abs(a[0] - b[0]), Math.abs(a[1] - b[1])) / CELLS + 2 * reach / CELLS;
        int columns = (int) Math.ceil((Math.abs(a[0] - b[0]) + 2 * reach) / cell) + 1;
        int rows = (int) Math.ceil((Math.abs(a[1] - b[1]) + 2 * reach) / cell) + 1;
        float[] nodes = new float[2 * columns * rows];
        for (int i = 0; i < columns * rows; i++) {
            nodes[2 * i] = (float) (left + cell * (i % columns));
            nodes[2 * i + 1] = (float) (bottom + cell * (i / columns));
        }
        int start = node(a, left, bottom, cell, columns, rows);
        int end = node(b, left, bottom, cell, columns, rows);
        int[] from = search(vae.decode(nodes, columns * rows), columns, rows, start, end);
        int count = 1;
        for (int i = end; i != start; i = from[i]) {
            count++;
        }
        float[] points = new float[2 * (count + 2)];
        int at = points.length - 4;
        for (int i = end; at >= 2; i = from[i], at -= 2) {
            points[at] = nodes[2 * i];
            points[at + 1] = nodes[2 * i + 1];
        }
        for (int j = 0; j < 2; j++) {
            points[j] = (float) a[j];
            points[points.length - 2 + j] = (float) b[j];
        }
        return new LatentPath(2, points);
    }

    private static int node(double[] z, double left, double bottom, double cell, int columns, int rows) {
        int column = Math.min(columns - 1, (int) Math.round((z[0] - left) / cell));
        int row = Math.min(rows - 1, (int) Math.round((z[1] - bottom) / cell));
        return row * columns + column;
    }

    /** For each node on the way, the one before. */
    private static int[] search(float[] images, int columns, int rows, int start, int end) {
        int size = images.length / (columns * rows);
        double[] distance = new double[columns * rows];
        Arrays.fill(distance, Double.POSITIVE_INFINITY);
        distance[start] = 0;
        int[] from = new int[distance.length];
        from[start] = start;
        record Reached(int node, double distance) {}
        PriorityQueue<Reached> edge = new PriorityQueue<>(Comparator.comparingDouble(Reached::distance));
        edge.add(new Reached(start, 0));
        while (!edge.isEmpty()) {
            Reached next = edge.remove();
            if (next.node() == end) {
                break;
            }
            if (next.distance() > distance[next.node()]) {
                continue;
            }
            for (int[] move : MOVES) {
                for (int sign = -1; sign <= 1; sign += 2) {
                    int column = next.node() % columns + sign * move[0];
                    int row = next.node() / columns + sign * move[1];
                    if (column < 0 || column >= columns || row < 0 || row >= rows) {
                        continue;
                    }
                    int there = row * columns + column;
                    double to = next.distance() + between(images, size, next.node(), there);
                    if (to < distance[there]) {
                        distance[there] = to;
                        from[there] = next.node();
                        edge.add(new Reached(there, to));
                    }
                }
            }
        }
        return from;
    }

    private static double between(float[] images, int size, int a, int b) {
        double sum = 0;
        for (int k = 0; k < size; k++) {
            double difference = images[a * size + k] - images[b * size + k];
            sum += difference * difference;
        }
        return Math.sqrt(sum);
    }
}
