package elboroom.model;

import java.util.List;

/** The hidden layers of encoder and decoder; the decoder mirrors the encoder. */
public sealed interface Architecture {
    /**
     * Fully connected ReLU layers.
     *
     * @param hidden widths from the image towards the latent space, such as 512, 256
     */
    record Mlp(List<Integer> hidden) implements Architecture {
        public Mlp {
            hidden = List.copyOf(hidden);
        }

        @Override
        public String toString() {
            return "mlp "
                    + hidden.stream()
                            .map(String::valueOf)
                            .reduce((a, b) -> a + "-" + b)
                            .orElse("");
        }
    }

    /** Two 4×4 convolutions of stride 2 (32 and 64 channels), a dense layer of 256, and their mirror image; 28×28 only. */
    record Convolutional() implements Architecture {
        @Override
        public String toString() {
            return "conv 32-64-256";
        }
    }
}
