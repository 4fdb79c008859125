package elboroom.cli;

import elboroom.data.ImageSet;
import elboroom.model.EncodedSet;
import elboroom.model.Posterior;
import elboroom.model.Vae;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.stream.IntStream;

/** Encodes images a chunk at a time, so that a large set never has to be in memory as floats. */
final class Encoding {
    private static final int CHUNK = 1000;

    private Encoding() {}

    /** What is done with the posteriors of the images from {@code from} on. */
    @FunctionalInterface
    interface Sink {
        void accept(int from, Posterior chunk) throws IOException;
    }

    static void inChunks(Vae vae, ImageSet images, Sink sink) throws IOException {
        for (int from = 0; from < images.size(); from += CHUNK) {
            int to = Math.min(images.size(), from + CHUNK);
            sink.accept(from, vae.encode(images.images(from, to), to - from));
        }
    }

    static EncodedSet whole(Vae vae, ImageSet images) {
        int latent = vae.latentSize();
        float[] mean = new float[images.size() * latent];
        float[] logVariance = new float[mean.length];
        try {
            inChunks(vae, images, (from, chunk) -> {
                System.arraycopy(chunk.mean(), 0, mean, from * latent, chunk.mean().length);
                System.arraycopy(chunk.logVariance(), 0, logVariance, from * latent, chunk.logVariance().length);
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new EncodedSet(new Posterior(images.size(), latent, mean, logVariance), labels(images));
    }

    static int[] labels(ImageSet images) {
        return IntStream.range(0, images.size()).map(images::label).toArray();
    }
}
