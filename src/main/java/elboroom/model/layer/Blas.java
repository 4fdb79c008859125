package elboroom.model.layer;

import java.util.Arrays;

/** Matrix products, row-major and without copies: 100 to 140 GFLOP/s a core with AVX-512. */
final class Blas {
    private static final Products LIBRARY = library();

    private Blas() {}

    /** oneDNN where there is a build of it and it loads, else OpenBLAS. */
    static Products library() {
        try {
            return new OneDnn();
        } catch (LinkageError e) {
            return new OpenBlas();
        }
    }

    /** Does nothing but have this class, and with it the library, loaded. */
    static void load() {}

    /** Whether there is oneDNN on this computer. */
    static boolean oneDnn() {
        return LIBRARY instanceof OneDnn;
    }

    /** c [m][n] = a [m][k] · b [k][n]. */
    static void multiply(int m, int n, int k, NativeFloats a, NativeFloats b, NativeFloats c) {
        multiply(false, false, m, n, k, a, k, b, c);
    }

    /** c [m][n] = a [m][k] · bᵀ with b [n][k]. */
    static void multiplyTransposed(int m, int n, int k, NativeFloats a, NativeFloats b, NativeFloats c) {
        multiply(false, true, m, n, k, a, k, b, c);
    }

    /** c [m][n] = aᵀ · b with a [k][m] and b [k][n]. */
    static void transposedMultiply(int m, int n, int k, NativeFloats a, NativeFloats b, NativeFloats c) {
        transposedMultiply(m, n, k, a, m, b, c);
    }

    /** The same for m columns of a [k][strideA], from its first number on. */
    static void transposedMultiply(int m, int n, int k, NativeFloats a, int strideA, NativeFloats b, NativeFloats c) {
        multiply(true, false, m, n, k, a, strideA, b, c);
    }

    private static void multiply(
            boolean transposeA,
            boolean transposeB,
            int m,
            int n,
            int k,
            NativeFloats a,
            int strideA,
            NativeFloats b,
            NativeFloats c) {
        if (k == 0) {
            c.update(0, m * n, (block, length) -> Arrays.fill(block, 0));
        } else if (m > 0 && n > 0) {
            LIBRARY.multiply(transposeA, transposeB, m, n, k, a, strideA, b, 0, c);
        }
    }
}
