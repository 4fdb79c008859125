package elboroom.app.concurrent;

import static org.assertj.core.api.Assertions.assertThat;

import elboroom.data.ImageShape;
import elboroom.model.Architecture;
import elboroom.model.Likelihood;
import elboroom.model.VaeConfig;
import elboroom.model.layer.LayeredNetwork;
import elboroom.model.layer.LayeredVae;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class EngineTest {
    private final Updates updates = new Updates();
    private final List<Throwable> failures = new ArrayList<>();
    private final List<Integer> delivered = new ArrayList<>();
    private final Engine engine = new Engine(updates, failures::add);

    @AfterEach
    void close() {
        engine.close();
    }

    private void settle() {
        updates.settle(() -> engine.idleProperty().get());
        assertThat(failures).isEmpty();
    }

    @Test
    void workThatNobodyWaitsForAnyMoreGivesNullAndDeliversNothing() {
        VaeConfig config = new VaeConfig(
                new ImageShape(2, 2, 1), new Architecture.Mlp(List.of(3)), 2, Likelihood.BERNOULLI, 1, 0, false, 0);
        engine.open("tiny", () -> new LayeredVae(LayeredNetwork.initial(config), 1));
        engine.<Integer>submit("given up", vae -> null, delivered::add);
        engine.submit("wanted", vae -> vae.latentSize(), delivered::add);
        settle();
        assertThat(delivered).containsExactly(2);
    }

    @Test
    void withoutANetworkNothingIsDelivered() {
        engine.submit("early", vae -> 1, delivered::add);
        settle();
        assertThat(delivered).isEmpty();
    }
}
