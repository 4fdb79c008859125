package elboroom.model.layer;

import static org.bytedeco.openblas.global.openblas_nolapack.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.blas_set_num_threads;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_sgemm;

/** Matrix products of OpenBLAS on heap arrays, row-major and without copies: 80 to 180 GFLOP/s a core at 128×784×512. */
final class Blas {
    static {
        // Work is split above the products: two threads within one, which are small, were slower than one.
        blas_set_num_threads(1);
    }

    private Blas() {}

    /** Does nothing but have this class, and with it the library, loaded. */
    static void load() {}

    /** c [m][n] = a [m][k] · b [k][n]. */
    static void multiply(int m, int n, int k, float[] a, float[] b, float[] c) {
        cblas_sgemm(CblasRowMajor, CblasNoTrans, CblasNoTrans, m, n, k, 1, a, k, b, n, 0, c, n);
    }

    /** c [m][n] = a [m][k] · bᵀ with b [n][k]. */
    static void multiplyTransposed(int m, int n, int k, float[] a, float[] b, float[] c) {
        cblas_sgemm(CblasRowMajor, CblasNoTrans, CblasTrans, m, n, k, 1, a, k, b, k, 0, c, n);
    }

    /** The same, added to c. */
    static void addMultiplyTransposed(int m, int n, int k, float[] a, float[] b, float[] c) {
        cblas_sgemm(CblasRowMajor, CblasNoTrans, CblasTrans, m, n, k, 1, a, k, b, k, 1, c, n);
    }

    /** c [m][n] = aᵀ · b with a [k][m] and b [k][n]. */
    static void transposedMultiply(int m, int n, int k, float[] a, float[] b, float[] c) {
        cblas_sgemm(CblasRowMajor, CblasTrans, CblasNoTrans, m, n, k, 1, a, m, b, n, 0, c, n);
    }
}
