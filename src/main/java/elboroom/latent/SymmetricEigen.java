package elboroom.latent;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Eigenvectors of a small symmetric matrix by cyclic Jacobi rotations (Golub and Van Loan, Matrix Computations, 8.5): at the
 * 64×64 that a latent space has at most, exact to rounding and quick; power iteration was not, with close eigenvalues.
 */
final class SymmetricEigen {
    private static final int MAX_SWEEPS = 60;
    private static final double CONVERGED = 1e-24;

    private SymmetricEigen() {}

    /**
     * Unit eigenvectors, that of the largest eigenvalue first; each with its largest component positive, so that the same
     * data always gives the same picture.
     */
    static double[][] axes(double[][] matrix) {
        int n = matrix.length;
        double[][] a = new double[n][];
        double[][] v = new double[n][n];
        for (int i = 0; i < n; i++) {
            a[i] = matrix[i].clone();
            v[i][i] = 1;
        }
        for (int sweep = 0; sweep < MAX_SWEEPS && offDiagonal(a) > CONVERGED; sweep++) {
            for (int p = 0; p < n; p++) {
                for (int q = p + 1; q < n; q++) {
                    rotate(a, v, p, q);
                }
            }
        }
        return IntStream.range(0, n)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -a[i][i]))
                .map(i -> column(v, i))
                .toArray(double[][]::new);
    }

    private static double offDiagonal(double[][] a) {
        double off = 0;
        double all = Double.MIN_NORMAL;
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < a.length; j++) {
                all += a[i][j] * a[i][j];
                off += i == j ? 0 : a[i][j] * a[i][j];
            }
        }
        return off / all;
    }

    private static void rotate(double[][] a, double[][] v, int p, int q) {
        if (a[p][q] == 0) {
            return;
        }
        double theta = (a[q][q] - a[p][p]) / (2 * a[p][q]);
        double tangent = Math.copySign(1, theta) / (Math.abs(theta) + Math.hypot(theta, 1));
        double cosine = 1 / Math.hypot(tangent, 1);
        double sine = tangent * cosine;
        for (int k = 0; k < a.length; k++) {
            double akp = a[k][p];
            double akq = a[k][q];
            a[k][p] = cosine * akp - sine * akq;
            a[k][q] = sine * akp + cosine * akq;
        }
        for (int k = 0; k < a.length; k++) {
            double apk = a[p][k];
            double aqk = a[q][k];
            a[p][k] = cosine * apk - sine * aqk;
            a[q][k] = sine * apk + cosine * aqk;
            double vkp = v[k][p];
            double vkq = v[k][q];
            v[k][p] = cosine * vkp - sine * vkq;
            v[k][q] = sine * vkp + cosine * vkq;
        }
    }

    private static double[] column(double[][] v, int index) {
        double[] column = new double[v.length];
        int largest = 0;
        for (int i = 0; i < v.length; i++) {
            column[i] = v[i][index];
            if (Math.abs(column[i]) > Math.abs(column[largest])) {
                largest = i;
            }
        }
        if (column[largest] < 0) {
            for (int i = 0; i < column.length; i++) {
                column[i] = -column[i];
            }
        }
        return column;
    }
}
