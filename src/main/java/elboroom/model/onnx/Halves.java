package elboroom.model.onnx;

import elboroom.data.InputException;
import java.nio.file.Path;

/** One output of twice the latent size: all of the mean, then all of the spread. */
final class Halves {
    private Halves() {}

    /** @throws InputException if its name or shape tells that it is in another order */
    static void check(Path file, OnnxPort both, int latent) {
        boolean pairs = both.rank() > 2 && both.last() == 2 && latent > 1;
        if (pairs || new Words(both.name()).spreadFirst()) {
            throw new InputException(
                    "%s: gives %s, by its %s; expected all of the mean and then all of the spread, or two outputs"
                            .formatted(
                                    file,
                                    both,
                                    pairs
                                            ? "shape a mean and a spread for each dimension"
                                            : "name the spread before the mean"));
        }
    }
}
