package elboroom.model.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {
    @ParameterizedTest
    @CsvSource({
        "mean,true,",
        "mu,true,",
        "z_mean,true,",
        "zMean,true,",
        "loc,true,",
        "/fc_mu/Gemm_output_0,true,",
        "log_variance,false,logVariance",
        "logvar,false,logVariance",
        "z_log_var,false,logVariance",
        "logVar,false,logVariance",
        "lv,false,logVariance",
        "mean_logvar,false,logVariance",
        "ln_sigma2,false,logVariance",
        "log_sigma,false,logDeviation",
        "logstd,false,logDeviation",
        "log_scale,false,logDeviation",
        "sigma,false,deviation",
        "z_std,false,deviation",
        "scale,false,deviation",
        "var,false,variance",
        "sigma2,false,variance",
        "softplus,false,softplus",
        "rho,false,softplus",
        "output_0,false,",
        "museum,false,",
        "rescaled_h,false,",
        "variant,false,"
    })
    void namesOfTheEncoder(String name, boolean mean, String spread) {
        assertThat(new Words(name).mean()).isEqualTo(mean);
        assertThat(new Words(name).spread().orElse(null)).isEqualTo(spread);
    }

    @ParameterizedTest
    @CsvSource({
        "logits,logits",
        "recon_logits,logits",
        "xLogit,logits",
        "probabilities,probabilities",
        "probs,probabilities",
        "x_mean,pixels",
        "log_probs,",
        "x_hat,",
        "reconstruction,",
        "probs_from_logits,"
    })
    void namesOfTheDecoder(String name, String output) {
        assertThat(new Words(name).output().orElse(null)).isEqualTo(output);
    }
}
