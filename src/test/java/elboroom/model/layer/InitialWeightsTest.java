package elboroom.model.layer;

import static org.assertj.core.api.Assertions.assertThat;

import elboroom.data.ImageShape;
import elboroom.model.Architecture;
import elboroom.model.Likelihood;
import elboroom.model.VaeConfig;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The pretrained models were trained from these: a seed must give the same weights for ever. */
class InitialWeightsTest {
    @ParameterizedTest
    @CsvSource({
        "mlp 8-5, 2, 13468, 465213337, 0.004754398, 0.09343735",
        "conv, 3, 1678279, -1532425578, 0.033280786, -0.10280393"
    })
    void areTheSameAsEver(String architecture, int latent, int count, int hash, float first, float last) {
        Architecture network =
                architecture.equals("conv") ? new Architecture.Convolutional() : new Architecture.Mlp(List.of(8, 5));
        LayeredNetwork initial = LayeredNetwork.initial(
                new VaeConfig(ImageShape.MNIST, network, latent, Likelihood.BERNOULLI, 1, 0, false, 1));
        float[] weights = new float[initial.parameterCount()];
        initial.read(initial.parameters(), weights);
        assertThat(weights).hasSize(count);
        assertThat(weights[0]).isEqualTo(first);
        assertThat(weights[count - 1]).isEqualTo(last);
        assertThat(Arrays.hashCode(weights)).isEqualTo(hash);
    }
}
