package elboroom.model;

import elboroom.data.InputException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The hidden layers of encoder and decoder; the decoder mirrors the encoder. */
public sealed interface Architecture {
    /**
     * Fully connected ReLU layers.
     *
     * @param hidden widths from the image towards the latent space, such as 512, 256
     */
    record Mlp(List<Integer> hidden) implements Architecture {
        private static final String PREFIX = "mlp ";
        private static final String SEPARATOR = "-";

        public Mlp {
            hidden = List.copyOf(hidden);
        }

        @Override
        public String toString() {
            return PREFIX + hidden.stream().map(String::valueOf).collect(Collectors.joining(SEPARATOR));
        }
    }

    /** Two 4×4 convolutions of stride 2 (32 and 64 channels), a dense layer of 256, and their mirror image. */
    record Convolutional() implements Architecture {
        private static final String NAME = "conv";

        @Override
        public String toString() {
            return NAME;
        }
    }

    /** Whatever graphs made elsewhere hold; none that could be built here. */
    record Exported() implements Architecture {
        @Override
        public String toString() {
            return "exported";
        }
    }

    /** Reads {@code conv} or {@code mlp 512-256}, the forms that {@link #toString} writes. */
    static Architecture parse(String text) {
        if (text.equals(Convolutional.NAME)) {
            return new Convolutional();
        }
        if (!text.startsWith(Mlp.PREFIX)) {
            throw new InputException("architecture: '" + text + "' is neither 'conv' nor 'mlp WIDTH-WIDTH-…'");
        }
        return new Mlp(parseWidths(text.substring(Mlp.PREFIX.length()), Mlp.SEPARATOR));
    }

    /** Reads widths such as {@code 512,256}. */
    static List<Integer> parseWidths(String text) {
        return parseWidths(text, ",");
    }

    private static List<Integer> parseWidths(String text, String separator) {
        try {
            return Arrays.stream(text.split(separator, -1))
                    .map(w -> Integer.valueOf(w.strip()))
                    .toList();
        } catch (NumberFormatException e) {
            throw new InputException(
                    "hidden: '" + text + "' is not a list of widths such as 512" + separator + "256", e);
        }
    }
}
