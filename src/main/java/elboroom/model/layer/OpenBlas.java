package elboroom.model.layer;

import static org.bytedeco.openblas.global.openblas_nolapack.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.blas_set_num_threads;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_sgemm;

import org.bytedeco.javacpp.Loader;

/**
 * Products by OpenBLAS, which there is for every computer that ND4J runs on. It chooses its kernels by a list of processors,
 * and takes those of 2004 on an x86-64 one that is not in it: five times as slow.
 */
final class OpenBlas implements Products {
    OpenBlas() {
        if (!isToldByEnvironment()) {
            blas_set_num_threads(1);
        }
    }

    /**
     * The number of threads, on Linux not by a call: JavaCPP would look for it by walking the libraries of the process, and may lock
     * up with a toolkit that loads one of its own at that moment (decision 0008).
     */
    private static boolean isToldByEnvironment() {
        if (!Loader.getPlatform().startsWith("linux")) {
            return false;
        }
        try {
            NativeEnvironment.put("OPENBLAS_NUM_THREADS", "1");
            return true;
        } catch (UnsatisfiedLinkError e) {
            return false;
        }
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
        cblas_sgemm(
                CblasRowMajor,
                transposeA ? CblasTrans : CblasNoTrans,
                transposeB ? CblasTrans : CblasNoTrans,
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
    }
}
