package elboroom.latent;

/** Symmetric systems whose unknowns come in small blocks, each tied to the blocks beside it only. */
final class BlockTridiagonal {
    private BlockTridiagonal() {}

    /**
     * Solves by elimination from the first block to the last (Thomas's algorithm). All arrays are used up.
     *
     * @param diagonal [n][d][d], positive definite
     * @param beside [n][d][d], block i to the right of diagonal block i, its transpose below that; the last is not read
     * @param right [n][d]
     * @return [n][d]
     */
    static double[][] solve(double[][][] diagonal, double[][][] beside, double[][] right) {
        int n = diagonal.length;
        for (int i = 0; i + 1 < n; i++) {
            // Row i+1 less (besideᵢᵀ · diagonalᵢ⁻¹) times row i.
            double[][] solved = inverseTimes(diagonal[i], beside[i]);
            int d = right[i].length;
            for (int a = 0; a < d; a++) {
                for (int b = 0; b < d; b++) {
                    for (int k = 0; k < d; k++) {
                        diagonal[i + 1][a][b] -= beside[i][k][a] * solved[k][b];
                    }
                }
                for (int k = 0; k < d; k++) {
                    right[i + 1][a] -= solved[k][a] * right[i][k];
                }
            }
        }
        double[][] x = new double[n][];
        for (int i = n - 1; i >= 0; i--) {
            int d = right[i].length;
            double[] rest = right[i].clone();
            for (int a = 0; a < d && i + 1 < n; a++) {
                for (int b = 0; b < d; b++) {
                    rest[a] -= beside[i][a][b] * x[i + 1][b];
                }
            }
            double[][] column = new double[d][1];
            for (int a = 0; a < d; a++) {
                column[a][0] = rest[a];
            }
            double[][] solved = inverseTimes(diagonal[i], column);
            x[i] = new double[d];
            for (int a = 0; a < d; a++) {
                x[i][a] = solved[a][0];
            }
        }
        return x;
    }

    /** m⁻¹ · columns by Gauss-Jordan elimination with pivoting; neither is changed. */
    private static double[][] inverseTimes(double[][] m, double[][] columns) {
        int d = m.length;
        int width = columns[0].length;
        double[][] rows = new double[d][d + width];
        for (int a = 0; a < d; a++) {
            System.arraycopy(m[a], 0, rows[a], 0, d);
            System.arraycopy(columns[a], 0, rows[a], d, width);
        }
        for (int pivot = 0; pivot < d; pivot++) {
            int best = pivot;
            for (int a = pivot + 1; a < d; a++) {
                if (Math.abs(rows[a][pivot]) > Math.abs(rows[best][pivot])) {
                    best = a;
                }
            }
            double[] row = rows[best];
            rows[best] = rows[pivot];
            rows[pivot] = row;
            double scale = 1 / row[pivot];
            for (int b = pivot; b < d + width; b++) {
                row[b] *= scale;
            }
            for (int a = 0; a < d; a++) {
                double factor = rows[a][pivot];
                for (int b = pivot; a != pivot && b < d + width; b++) {
                    rows[a][b] -= factor * row[b];
                }
            }
        }
        double[][] solved = new double[d][width];
        for (int a = 0; a < d; a++) {
            System.arraycopy(rows[a], d, solved[a], 0, width);
        }
        return solved;
    }
}
