package elboroom.model.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import elboroom.data.InputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What names say is believed only as far as the operations behind them allow. */
class RecognitionTest {
    private static final Sidecar NOTHING = Sidecar.parse(Path.of("model.json"), "{}".getBytes(StandardCharsets.UTF_8));
    private static final TinyGraph DECODER =
            new TinyGraph("z", 4).node("Identity", "logits", "z").output("logits", 4);

    /** {@code made}: the operations before the output, the last one first. */
    @ParameterizedTest
    @CsvSource({
        "sigma,    Gemm,             ",
        "std,      Split Conv,       ",
        "var,      Add MatMul,       ",
        "sigma,    Exp Gemm,         deviation",
        "std,      Softplus Gemm,    deviation",
        "std,      Where Softplus,   deviation",
        "sigma,    Add Softplus,     deviation",
        "variance, Exp Gemm,         variance",
        "logvar,   Exp Gemm,         ",
        "logvar,   Softplus Gemm,    ",
        "logvar,   Where Softplus,   ",
        "logstd,   Sqrt Exp,         ",
        "logvar,   Gemm,             logVariance",
        "logvar,   Clip Gemm,        logVariance",
        "logvar,   Add Softplus,     logVariance",
        "logvar,   Neg Softplus,     logVariance",
        "rho,      Gemm,             softplus",
        "rho,      Softplus Gemm,    deviation",
        "softplus, Add Softplus,     "
    })
    void spread(String name, String made, String is) {
        TinyGraph encoder = new TinyGraph("x", 4).node("Gemm", "mean", "x");
        Recognition found = new Recognition(
                chain(encoder, name, made).output("mean", 4).output(name, 4).graph("encoder.onnx"),
                DECODER.graph("decoder.onnx"),
                NOTHING);
        assertThat(found.known().get(OnnxKey.SPREAD)).isEqualTo(name);
        assertThat(found.known().get(OnnxKey.SPREAD_IS)).isEqualTo(is);
        assertThat(found.questions())
                .extracting(Question::key)
                .isEqualTo(is == null ? java.util.List.of(OnnxKey.SPREAD_IS) : java.util.List.of());
    }

    @ParameterizedTest
    @CsvSource({
        "probs,  Gemm,                 ",
        "probs,  Reshape ConvTranspose, ",
        "probs,  Sigmoid Gemm,         probabilities",
        "probs,  Clip Sigmoid,         probabilities",
        "recon,  Transpose Sigmoid,    probabilities",
        "logits, Gemm,                 logits",
        "logits, Sigmoid Gemm,         ",
        "logits, Transpose Sigmoid,    "
    })
    void decoderOutput(String name, String made, String is) {
        TinyGraph encoder = new TinyGraph("x", 4)
                .node("Gemm", "mean", "x")
                .node("Gemm", "logvar", "x")
                .output("mean", 4)
                .output("logvar", 4);
        Recognition found = new Recognition(
                encoder.graph("encoder.onnx"),
                chain(new TinyGraph("z", 4), name, made).output(name, 4).graph("decoder.onnx"),
                NOTHING);
        assertThat(found.known().get(OnnxKey.OUTPUT_IS)).isEqualTo(is);
    }

    @Test
    void theSecondHalfMustBeTheSpread() {
        OnnxGraph encoder = new TinyGraph("x", 4)
                .node("Gemm", "logvar_mu", "x")
                .output("logvar_mu", 8)
                .graph("encoder.onnx");
        assertThatThrownBy(() -> new Recognition(encoder, DECODER.graph("decoder.onnx"), NOTHING))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("encoder.onnx: gives 'logvar_mu' (N×8), by its name the spread before the mean");
    }

    @Test
    void pairsOfMeanAndSpreadAreNotTakenForHalves() {
        OnnxGraph encoder = new TinyGraph("x", 4)
                .node("Gemm", "mu_logvar", "x")
                .output("mu_logvar", 4, 2)
                .graph("encoder.onnx");
        assertThatThrownBy(() -> new Recognition(encoder, DECODER.graph("decoder.onnx"), NOTHING))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("'mu_logvar' (N×4×2), by its shape a mean and a spread for each dimension");
    }

    @Test
    void halvesMayLieAboveEachOther() {
        OnnxGraph encoder = new TinyGraph("x", 4)
                .node("Gemm", "mu_logvar", "x")
                .output("mu_logvar", 2, 4)
                .graph("encoder.onnx");
        assertThat(new Recognition(encoder, DECODER.graph("decoder.onnx"), NOTHING).questions())
                .isEmpty();
    }

    @Test
    void aDeviationOfPixelsIsSaidNotToBeUsed() {
        OnnxGraph encoder = new TinyGraph("x", 4)
                .node("Gemm", "mu_logvar", "x")
                .output("mu_logvar", 8)
                .graph("encoder.onnx");
        OnnxGraph decoder = new TinyGraph("z", 4)
                .node("Sigmoid", "x_mean", "z")
                .node("Softplus", "x_sigma", "z")
                .output("x_mean", 4)
                .output("x_sigma", 4)
                .graph("decoder.onnx");
        assertThat(new Recognition(encoder, decoder, NOTHING).questions())
                .extracting(Question::found)
                .containsExactly(
                        "'x_mean' (N×4), made by Sigmoid; the decoder also gives 'x_sigma' (N×4), which is not used");
    }

    private static TinyGraph chain(TinyGraph graph, String name, String made) {
        String[] operations = made.split(" ");
        String output = name;
        for (int i = 0; i < operations.length; i++) {
            String input = i == operations.length - 1 ? "h" : name + i;
            graph.node(operations[i], output, input);
            output = input;
        }
        return graph;
    }
}
