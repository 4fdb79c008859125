package elboroom.measure;

/** log Σ exp(·) without overflow. */
final class LogSum {
    private LogSum() {}

    static double of(double[] terms, int count) {
        double largest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < count; i++) {
            largest = Math.max(largest, terms[i]);
        }
        if (largest == Double.NEGATIVE_INFINITY) {
            return largest;
        }
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += Math.exp(terms[i] - largest);
        }
        return largest + Math.log(sum);
    }

    static double of(double a, double b) {
        double largest = Math.max(a, b);
        return largest == Double.NEGATIVE_INFINITY
                ? largest
                : largest + Math.log(Math.exp(a - largest) + Math.exp(b - largest));
    }
}
