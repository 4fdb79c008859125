package elboroom.model;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where a stored model comes from and what it is worth: enough to make it again.
 *
 * @param name folder name, such as {@code mnist-vae-2d}
 * @param title for people
 * @param dataset id of the catalogue entry it was trained on, such as {@code mnist}; empty if that is not known
 * @param config network and objective
 * @param training how it was trained; null of one made elsewhere
 * @param provenance data checksums, versions and machine, by name
 * @param figures on the test split; null of one made elsewhere
 */
public record ModelCard(
        String name,
        String title,
        String dataset,
        VaeConfig config,
        @Nullable Training training,
        Map<String, String> provenance,
        @Nullable Figures figures) {
    public ModelCard {
        provenance = Map.copyOf(provenance);
    }

    /** The same model under another title. */
    public ModelCard titled(String newTitle) {
        return new ModelCard(name, newTitle, dataset, config, training, provenance, figures);
    }

    /** The same model in a folder of another name. */
    public ModelCard named(String newName) {
        return new ModelCard(newName, title, dataset, config, training, provenance, figures);
    }

    /** As JSON, the text of the card's file. */
    public String toJson() {
        return ModelCardJson.text(this);
    }

    /**
     * How a model was trained.
     *
     * @param epochs passes over the training images
     * @param images number of training images
     * @param batch images in a minibatch
     * @param learningRate of Adam
     * @param seconds of training, without pauses
     * @param betaSchedule how β came to its height, such as {@code warmup:5}
     */
    public record Training(
            int epochs, int images, int batch, double learningRate, double seconds, String betaSchedule) {
        public Training {
            // A card that does not say: there was no other way when it was written.
            betaSchedule = Objects.requireNonNullElse(betaSchedule, "constant");
        }

        /** With constant β. */
        public Training(int epochs, int images, int batch, double learningRate, double seconds) {
            this(epochs, images, batch, learningRate, seconds, "constant");
        }
    }

    /**
     * Averages over images, in nats per image. Those that do not exist for a plain autoencoder are absent.
     *
     * @param dataset id of the images, such as {@code mnist-test}
     * @param images how many
     */
    public record Figures(
            String dataset,
            int images,
            @Nullable Double elbo,
            double distortion,
            @Nullable Double rate,
            @Nullable List<Double> ratePerDimension,
            double reconstructionAtMean,
            List<Double> varianceOfMeans,
            int activeUnits,
            @Nullable Integer collapsedDimensions) {}
}
