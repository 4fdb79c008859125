package elboroom.model.layer;

/** A native library's product of float32 matrices, row-major, on one thread. */
interface Products {
    /**
     * c [m][n] = a · b + β c.
     *
     * @param transposeA whether a is given as its transpose, [k][m] in place of [m][k]
     * @param transposeB whether b is given as its transpose, [n][k] in place of [k][n]
     * @param strideA numbers from one row of a, as it is given, to the next
     */
    void multiply(
            boolean transposeA,
            boolean transposeB,
            int m,
            int n,
            int k,
            NativeFloats a,
            int strideA,
            NativeFloats b,
            float beta,
            NativeFloats c);
}
