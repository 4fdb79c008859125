package elboroom.model.onnx;

import elboroom.data.ImageShape;
import elboroom.data.InputException;
import elboroom.model.Likelihood;
import elboroom.model.Posterior;
import elboroom.model.Vae;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A model of two graphs. Where the decoder ends in a sigmoid, what goes into it is read too, so that logits keep their
 * precision; where it gives values of pixels by other ways, logits are made from them, as far as ±100.
 */
final class OnnxVae implements Vae {
    /** PyTorch's cross-entropy bounds its logarithms so. */
    private static final float LARGEST_LOGIT = 100;

    /** Differences between two calls, as a part of the largest value: none but those of the order of threads' sums. */
    private static final float SAME = 1e-5f;
    /** The same where another number of rows may have other kernels. */
    private static final float ROUNDING = 1e-2f;

    private static final float GREY = 0.5f;

    private final OnnxSpec spec;
    private final OnnxGraph encoderFile;
    private final OnnxGraph decoderFile;
    private final OnnxNetwork encoder;
    private final OnnxNetwork decoder;
    private final boolean logits;
    private final int width;

    OnnxVae(OnnxGraph encoderFile, OnnxGraph decoderFile, OnnxSpec spec) {
        this.spec = spec;
        this.encoderFile = encoderFile;
        this.decoderFile = decoderFile;
        width = spec.shape().size();
        List<String> wanted = new ArrayList<>(List.of(spec.mean()));
        if (spec.spreadIs() != Spread.NONE && !spec.halves()) {
            wanted.add(spec.spread());
        }
        Optional<String> sigmoid =
                spec.logits() || spec.low() != 0 ? Optional.empty() : decoderFile.sigmoidInput(spec.output());
        logits = spec.logits() || sigmoid.isPresent();
        String output = sigmoid.orElse(spec.output());
        boolean there =
                decoderFile.outputs().stream().anyMatch(port -> port.name().equals(output));
        byte[] bytes = there ? decoderFile.bytes() : decoderFile.bytesWithOutput(output);
        encoder = new OnnxNetwork(encoderFile, encoderFile.bytes(), spec.taken().sizes(), wanted);
        try {
            decoder = new OnnxNetwork(decoderFile, bytes, latentSizes(), List.of(output));
        } catch (InputException e) {
            encoder.close();
            throw e;
        }
        try {
            tryOut();
        } catch (InputException e) {
            close();
            throw e;
        }
    }

    /**
     * What the files promise is tried with one image, and with two, which graphs made for one refuse. An image must get the
     * same numbers each time, whatever is beside it: figures from a sample of q(z|x) or through dropout would be wrong.
     */
    private void tryOut() {
        float[] black = new float[width];
        Posterior first = encode(black, 1);
        float[] image = decodeLogits(first.mean(), 1);
        Posterior again = encode(black, 1);
        requireAlike(encoderFile, first.mean(), again.mean(), SAME);
        requireAlike(encoderFile, first.logVariance(), again.logVariance(), SAME);
        requireAlike(decoderFile, image, decodeLogits(first.mean(), 1), SAME);

        float[] two = Arrays.copyOf(black, 2 * width);
        Arrays.fill(two, width, 2 * width, GREY);
        Posterior both = encode(two, 2);
        requireAlike(encoderFile, first.mean(), both.mean(), ROUNDING);
        requireAlike(encoderFile, first.logVariance(), both.logVariance(), ROUNDING);
        requireAlike(decoderFile, image, decodeLogits(both.mean(), 2), ROUNDING);
    }

    private static void requireAlike(OnnxGraph graph, float[] first, float[] second, float slack) {
        float largest = 1;
        for (float value : first) {
            largest = Float.isFinite(value) ? Math.max(largest, Math.abs(value)) : largest;
        }
        for (int i = 0; i < first.length; i++) {
            if (first[i] != second[i] && !(Math.abs(first[i] - second[i]) <= slack * largest)) {
                throw new InputException(
                        ("%s: gives %s for an input and then %s for the same one; expected the same each"
                                        + " time: export the mean, not a sample of q(z|x), after .eval(), which ends dropout")
                                .formatted(graph.file(), first[i], second[i]));
            }
        }
    }

    /** N×d, N×d×1×1 or, of maps of features, N×c×h×w: each in the order in which the encoder gives it. */
    private long[] latentSizes() {
        OnnxPort z = decoderFile.input();
        return z.rank() < 2 || z.size() != spec.latentSize()
                ? new long[] {spec.latentSize()}
                : z.sizes().stream().skip(1).mapToLong(Long::longValue).toArray();
    }

    @Override
    public ImageShape shape() {
        return spec.shape();
    }

    @Override
    public int latentSize() {
        return spec.latentSize();
    }

    @Override
    public Likelihood likelihood() {
        return spec.likelihood();
    }

    @Override
    public boolean autoencoder() {
        return spec.spreadIs() == Spread.NONE;
    }

    @Override
    public Posterior encode(float[] images, int count) {
        int d = spec.latentSize();
        float[] mean = new float[count * d];
        float[] logVariance = new float[count * d];
        encoder.run(
                count, (row, to) -> spec.taken().put(images, row * width, to, spec.low()), (first, some, values) -> {
                    float[] means = values[0];
                    float[] spreads = values[values.length - 1];
                    int stride = spec.halves() ? 2 * d : d;
                    int offset = spec.halves() ? d : 0;
                    requireWidth(encoderFile, spec.mean(), means, some, stride);
                    requireWidth(encoderFile, spec.spread(), spreads, some, stride);
                    for (int i = 0; i < some; i++) {
                        for (int j = 0; j < d; j++) {
                            int to = (first + i) * d + j;
                            mean[to] = finite(encoderFile, spec.mean(), means[i * stride + j], first + i);
                            logVariance[to] = logVariance(spreads[i * stride + offset + j], first + i);
                        }
                    }
                });
        return new Posterior(count, d, mean, logVariance);
    }

    private float logVariance(float value, int image) {
        if (spec.spreadIs() == Spread.NONE) {
            return Float.NEGATIVE_INFINITY;
        }
        finite(encoderFile, spec.spread(), value, image);
        float logVariance = spec.spreadIs().logVariance(value);
        if (!Float.isFinite(logVariance)) {
            throw new InputException(
                    "%s: output '%s' is %s for image %,d; expected a positive number: \"%s\" in %s says that it"
                                    .formatted(
                                            encoderFile.file(),
                                            spec.spread(),
                                            value,
                                            image,
                                            OnnxKey.SPREAD_IS.text(),
                                            Sidecar.NAME)
                            + " is another kind");
        }
        return logVariance;
    }

    @Override
    public float[] decodeLogits(float[] latents, int count) {
        int d = spec.latentSize();
        float[] images = new float[Math.multiplyExact(count, width)];
        decoder.run(count, (row, to) -> to.put(latents, row * d, d), (first, some, values) -> {
            requireWidth(decoderFile, spec.output(), values[0], some, width);
            for (int i = 0; i < some; i++) {
                spec.given().take(values[0], i * width, images, (first + i) * width);
            }
        });
        for (int i = 0; i < images.length; i++) {
            if (Float.isNaN(images[i])) {
                throw new InputException("%s: output '%s' is not a number for latent point %,d; expected finite numbers"
                        .formatted(decoderFile.file(), spec.output(), i / width));
            }
            images[i] = logits ? bounded(images[i], Float.MAX_VALUE) : logit(images[i]);
        }
        return images;
    }

    /** log p − log(1 − p), with values outside of black and white cut to them. */
    private float logit(float value) {
        double p = Math.max(0, Math.min(1, ((double) value - spec.low()) / (1 - spec.low())));
        return bounded((float) (Math.log(p) - Math.log1p(-p)), LARGEST_LOGIT);
    }

    private static float bounded(float value, float bound) {
        return Math.max(-bound, Math.min(bound, value));
    }

    private static float finite(OnnxGraph graph, String output, float value, int image) {
        if (!Float.isFinite(value)) {
            throw new InputException("%s: output '%s' is %s for image %,d; expected finite numbers"
                    .formatted(graph.file(), output, value, image));
        }
        return value;
    }

    /** A batch of a fixed size may have given more rows than are wanted. */
    private void requireWidth(OnnxGraph graph, String output, float[] values, int some, int expected) {
        long batch = graph.input().sizes().isEmpty()
                ? OnnxPort.ANY
                : graph.input().sizes().get(0);
        int rows = batch > 0 ? (int) batch : some;
        if (values.length != (long) rows * expected) {
            throw new InputException("%s: output '%s' has %,d values a row; expected %,d"
                    .formatted(graph.file(), output, values.length / rows, expected));
        }
    }

    @Override
    public void close() {
        try (encoder) {
            decoder.close();
        }
    }
}
