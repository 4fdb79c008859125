package elboroom.model.layer;

import static org.assertj.core.api.Assertions.assertThat;

import elboroom.data.ImageShape;
import elboroom.model.Architecture;
import elboroom.model.Likelihood;
import elboroom.model.VaeConfig;
import elboroom.model.dl4j.VaeGraph;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.nativeblas.NativeOpsHolder;

/** Both libraries' matrix products against the definition, and the threads they may use. */
class ProductsTest {
    private static final VaeConfig CONFIG = new VaeConfig(
            new ImageShape(5, 4, 1), new Architecture.Mlp(List.of(7)), 1, Likelihood.BERNOULLI, 1, 0, false, 5);
    private static final int M = 7;
    private static final int N = 33;
    private static final int K = 19;

    @ParameterizedTest
    @CsvSource({"false,false,0", "false,true,0", "true,false,0", "true,true,1", "false,false,1"})
    void areWhatTheyAreDefinedAs(boolean transposeA, boolean transposeB, float beta) {
        SplittableRandom random = new SplittableRandom(1);
        float[] a = floats(random, M * K);
        float[] b = floats(random, K * N);
        float[] c = floats(random, M * N);
        float[] expected = new float[M * N];
        for (int i = 0; i < M; i++) {
            for (int j = 0; j < N; j++) {
                double sum = beta * c[i * N + j];
                for (int l = 0; l < K; l++) {
                    sum += (double) a[transposeA ? l * M + i : i * K + l] * b[transposeB ? j * K + l : l * N + j];
                }
                expected[i * N + j] = (float) sum;
            }
        }
        for (Products library : List.of(Blas.library(), new OpenBlas())) {
            NativeFloats result = NativeFloats.of(c);
            library.multiply(
                    transposeA,
                    transposeB,
                    M,
                    N,
                    K,
                    NativeFloats.of(a),
                    transposeA ? M : K,
                    NativeFloats.of(b),
                    beta,
                    result);
            assertThat(result.toArray())
                    .as(library.getClass().getSimpleName())
                    .containsExactly(expected, Offset.offset(1e-5f));
        }
    }

    /** Though nothing in the environment of the tests says so, and there is more than one processor. */
    @Test
    void oneProductUsesOneThread() {
        try (VaeGraph graph = VaeGraph.initial(CONFIG)) {
            int threads = CompletableFuture.supplyAsync(() ->
                            NativeOpsHolder.getInstance().getDeviceNativeOps().ompGetMaxThreads())
                    .join();
            assertThat(threads).isEqualTo(1);
        }
    }

    private static float[] floats(SplittableRandom random, int count) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) random.nextDouble(-1, 1);
        }
        return values;
    }
}
