package elboroom.model;

import elboroom.data.ImageShape;
import elboroom.data.InputException;
import java.util.List;
import java.util.Objects;

/**
 * Everything that fixes a model and its objective before training.
 *
 * @param shape of one image
 * @param architecture hidden layers
 * @param latentSize number of latent dimensions, 1 to 64
 * @param likelihood p(x|z)
 * @param beta weight of the rate in the objective, 0 or more; 1 is the ELBO (Higgins 2017)
 * @param freeBits λ: each dimension's batch-mean KL counts as at least this many nats, 0 for none (Kingma 2016)
 * @param autoencoder a plain autoencoder: no noise and no KL; {@code beta} and {@code freeBits} play no part
 * @param seed of initial weights, order of images and noise
 */
public record VaeConfig(
        ImageShape shape,
        Architecture architecture,
        int latentSize,
        Likelihood likelihood,
        double beta,
        double freeBits,
        boolean autoencoder,
        long seed) {
    /** Of a run that nobody chose a seed for: one whose figures are typical, see decision 0014. */
    public static final long USUAL_SEED = 1;

    private static final int MAX_LATENT = 64;
    private static final int MAX_WIDTH = 16_384;
    /** 256×256 in colour, whose dense layers have 134 million weights, is too much; 128×128 is not. */
    private static final int MAX_CONVOLVED = 3 * 128 * 128;
    /** 400 MB, and three times as much while it is trained. */
    private static final int MAX_WEIGHTS = 100_000_000;

    public VaeConfig {
        // What a file leaves out is null here, whatever the types say.
        if (Objects.isNull(shape) || Objects.isNull(architecture) || Objects.isNull(likelihood)) {
            throw new InputException("config: has no shape, architecture or likelihood; expected all three");
        }
        require(latentSize >= 1 && latentSize <= MAX_LATENT, "latentSize", latentSize, "between 1 and " + MAX_LATENT);
        require(beta >= 0 && beta < Double.POSITIVE_INFINITY, "beta", beta, "a finite number, 0 or more");
        require(
                freeBits >= 0 && freeBits < Double.POSITIVE_INFINITY,
                "freeBits",
                freeBits,
                "a finite number, 0 or more");
        if (architecture instanceof Architecture.Mlp mlp) {
            require(!mlp.hidden().isEmpty(), "hidden", mlp.hidden(), "at least one width");
            for (int width : mlp.hidden()) {
                require(width >= 1 && width <= MAX_WIDTH, "hidden", width, "between 1 and " + MAX_WIDTH);
            }
            double weights = weights(shape.size(), mlp.hidden(), latentSize);
            require(
                    weights <= MAX_WEIGHTS,
                    "hidden",
                    mlp.hidden(),
                    "widths with at most %,d weights in all for images of %s".formatted(MAX_WEIGHTS, shape));
        } else if (architecture instanceof Architecture.Convolutional) {
            require(
                    isHalvedTwice(shape.height()) && isHalvedTwice(shape.width()) && shape.size() <= MAX_CONVOLVED,
                    "architecture",
                    architecture,
                    "mlp for images of " + shape + "; the convolutional network halves each side twice: they must be"
                            + " multiples of 4, from 8 on, and an image must have at most " + MAX_CONVOLVED
                            + " values");
        }
    }

    /** The same with another weight of the rate. */
    public VaeConfig withBeta(double other) {
        return new VaeConfig(shape, architecture, latentSize, likelihood, other, freeBits, autoencoder, seed);
    }

    private static boolean isHalvedTwice(int side) {
        return side >= 8 && side % 4 == 0;
    }

    /** About: biases are left out. */
    private static double weights(int size, List<Integer> hidden, int latent) {
        double weights = 0;
        double width = size;
        for (int next : hidden) {
            weights += 2 * width * next;
            width = next;
        }
        return weights + 3 * width * latent;
    }

    private static void require(boolean holds, String field, Object value, String expected) {
        if (!holds) {
            throw new InputException(field + ": must be " + expected + ", not " + value);
        }
    }
}
