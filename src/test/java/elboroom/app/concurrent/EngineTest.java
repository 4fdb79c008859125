package elboroom.app.concurrent;

import static org.assertj.core.api.Assertions.assertThat;

import elboroom.data.ImageShape;
import elboroom.model.Architecture;
import elboroom.model.Likelihood;
import elboroom.model.Vae;
import elboroom.model.VaeConfig;
import elboroom.model.layer.LayeredNetwork;
import elboroom.model.layer.LayeredVae;
import java.io.IOException;
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

    static Vae tiny(int latentSize) {
        VaeConfig config = new VaeConfig(
                new ImageShape(2, 2, 1),
                new Architecture.Mlp(List.of(3)),
                latentSize,
                Likelihood.BERNOULLI,
                1,
                0,
                false,
                0);
        return new LayeredVae(LayeredNetwork.initial(config), 1);
    }

    private void settle() {
        updates.settle(() -> engine.idleProperty().get());
        assertThat(failures).isEmpty();
    }

    @Test
    void workThatNobodyWaitsForAnyMoreGivesNullAndDeliversNothing() {
        engine.open("tiny", () -> tiny(2));
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

    @Test
    void aModelIsKeptOpenUntilAnotherIsOpenedOrItFailed() {
        assertThat(engine.keepOpen("two", "two", () -> tiny(2))).isTrue();
        assertThat(engine.keepOpen("two", "two", () -> tiny(3)))
                .as("while it is being opened")
                .isFalse();
        engine.submit("size", vae -> vae.latentSize(), delivered::add);
        settle();
        assertThat(delivered).containsExactly(2);
        engine.open("another", () -> tiny(3));
        assertThat(engine.keepOpen("two", "two", () -> {
                    throw new IOException("gone");
                }))
                .isTrue();
        updates.settle(() -> engine.idleProperty().get());
        assertThat(failures).singleElement().isInstanceOf(IOException.class);
        assertThat(engine.keepOpen("two", "two", () -> tiny(2))).isTrue();
    }
}
