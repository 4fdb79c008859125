package elboroom.model.dl4j;

import elboroom.model.layer.LayeredVae;
import org.bytedeco.openblas.global.openblas;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOpsHolder;

/** How many threads one native operation may use. */
final class NativeThreads {
    private NativeThreads() {}

    /**
     * One thread for each operation: the operations here are small, and two OpenMP threads against each other were measured
     * to be slower than one (2,500 against 4,500 images a second in training, and far worse beside another busy process).
     */
    static void onePerOperation() {
        // It says so to the OpenMP library, which takes this once; ND4J's own word below holds for this thread only.
        LayeredVae.loadNativeCode();
        Nd4j.getBackend();
        NativeOpsHolder.getInstance().getDeviceNativeOps().setOmpNumThreads(1);
        openblas.blas_set_num_threads(1);
    }
}
