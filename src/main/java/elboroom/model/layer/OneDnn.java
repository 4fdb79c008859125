package elboroom.model.layer;

import static org.bytedeco.dnnl.global.dnnl.dnnl_sgemm;
import static org.bytedeco.dnnl.global.dnnl.dnnl_success;

/**
 * Products by oneDNN, which generates its kernels for the instructions a processor has and so needs not know its name. There
 * are builds of it for x86-64.
 */
final class OneDnn implements Products {
    /**
     * Loads the library.
     *
     * @throws LinkageError if there is none for this computer
     */
    OneDnn() {
        // One thread, before the OpenMP library in its package is loaded, which reads this once: work is split above
        // the
        // products, and two threads within one were slower than one, ten times so beside another busy process.
        NativeEnvironment.put("OMP_NUM_THREADS", "1");
        NativeFloats one = NativeFloats.of(new float[] {1});
        multiply(false, false, 1, 1, 1, one, 1, one, 0, new NativeFloats(1));
    }

    @Override
    public void multiply(
            boolean transposeA,
            boolean transposeB,
            int m,
            int n,
            int k,
            NativeFloats a,
            int strideA,
            NativeFloats b,
            float beta,
            NativeFloats c) {
        int status = dnnl_sgemm(
                (byte) (transposeA ? 'T' : 'N'),
                (byte) (transposeB ? 'T' : 'N'),
                m,
                n,
                k,
                1,
                a.pointer(transposeA ? (k - 1) * strideA + m : (m - 1) * strideA + k),
                strideA,
                b.pointer(k * n),
                transposeB ? k : n,
                beta,
                c.pointer(m * n),
                n);
        if (status != dnnl_success) {
            throw new IllegalStateException("dnnl_sgemm of %d×%d×%d failed: %d".formatted(m, n, k, status));
        }
    }
}
