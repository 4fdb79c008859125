package elboroom.measure;

/** Factors of symmetric positive matrices, A = L Lᵀ. */
final class Cholesky {
    private Cholesky() {}

    /**
     * L, of which the part above the diagonal is 0. Where A is not positive, the diagonal of L is 0 from there on.
     *
     * @param a [d][d], of which the part above the diagonal is not looked at
     */
    static double[] factor(double[] a, int d) {
        double[] l = new double[d * d];
        for (int i = 0; i < d; i++) {
            for (int k = 0; k <= i; k++) {
                double sum = a[i * d + k];
                for (int j = 0; j < k; j++) {
                    sum -= l[i * d + j] * l[k * d + j];
                }
                if (i != k) {
                    l[i * d + k] = sum / l[k * d + k];
                } else if (sum <= 0) {
                    return l;
                } else {
                    l[i * d + i] = Math.sqrt(sum);
                }
            }
        }
        return l;
    }
}
