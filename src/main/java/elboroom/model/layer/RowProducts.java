package elboroom.model.layer;

/** Scalar products of the rows of one matrix with those of others, as fast as the layers' own. Of one thread. */
public final class RowProducts {
    private final NativeFloats a;
    private final int rows;
    private final int length;
    private NativeFloats b = new NativeFloats(0);
    private NativeFloats products = new NativeFloats(0);

    /**
     * Copies a matrix.
     *
     * @param a [rows][length]
     */
    public RowProducts(float[] a, int rows, int length) {
        this.a = new NativeFloats(rows * length);
        this.a.put(0, a, 0, rows * length);
        this.rows = rows;
        this.length = length;
    }

    /**
     * a · bᵀ.
     *
     * @param others b, of whose rows the {@code count} from number {@code from} on are taken
     * @return [rows][count]
     */
    public float[] with(float[] others, int from, int count) {
        if (b.length() < count * length) {
            b = new NativeFloats(count * length);
            products = new NativeFloats(rows * count);
        }
        b.put(0, others, from * length, count * length);
        Blas.multiplyTransposed(rows, count, length, a, b, products);
        float[] result = new float[rows * count];
        products.get(0, result, 0, result.length);
        return result;
    }
}
