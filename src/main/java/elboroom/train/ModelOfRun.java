package elboroom.train;

import elboroom.data.Catalogue;
import elboroom.data.Dataset;
import elboroom.data.ImageSet;
import elboroom.measure.Evaluation;
import elboroom.measure.Figures;
import elboroom.model.EncodedSet;
import elboroom.model.ModelCard;
import elboroom.model.ModelStore;
import elboroom.model.StoredModel;
import elboroom.model.Vae;
import elboroom.model.dl4j.NetworkFile;
import elboroom.model.layer.LayeredNetwork;
import elboroom.model.layer.LayeredVae;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Makes the stored model that a run comes to: network, posteriors of the test split, and the card.
 *
 * @param folder of the model, whose last name becomes the model's
 * @param file what the run was
 * @param trouble what is wrong with it, null if nothing is
 */
record ModelOfRun(
        Catalogue catalogue,
        Path folder,
        RunFile file,
        @Nullable Trouble trouble) {
    /**
     * Evaluates the network and writes it; a second for 10,000 images of the reference network.
     *
     * @param cancelled asked on the way; once true, this ends with {@link CancellationException} and nothing is written
     * @throws elboroom.data.InputException if its losses are not finite numbers, or it cannot be written
     */
    StoredModel store(Trainer trainer, ImageSet images, ImageSet test, BooleanSupplier cancelled) {
        RunDescription run = file.run();
        TrainingPlan plan = run.plan();
        Dataset dataset = catalogue.dataset(run.dataset());
        LayeredNetwork network = trainer.network();
        Evaluation evaluation;
        try (Vae vae = new LayeredVae(network)) {
            evaluation = Evaluation.of(vae, test, test.size(), Evaluation.USUAL_SEED, cancelled);
        }
        NetworkFile.write(network, StoredModel.network(folder));
        int[] labels = IntStream.range(0, test.size()).map(test::label).toArray();
        StoredModel.writeEncodedSet(folder, test.id(), new EncodedSet(evaluation.posterior(), labels));
        ModelCard card = new ModelCard(
                String.valueOf(folder.toAbsolutePath().normalize().getFileName()),
                run.title(),
                dataset.id(),
                plan.config(),
                new ModelCard.Training(
                        trainer.epochs(),
                        images.size(),
                        plan.batch(),
                        plan.learningRate(),
                        trainer.seconds(),
                        plan.betaSchedule().toString()),
                provenance(images, test),
                Figures.of(evaluation, test.id()));
        return ModelStore.writeCard(folder, card);
    }

    private Map<String, String> provenance(ImageSet images, ImageSet test) {
        Map<String, String> provenance = Versions.all();
        provenance.put("sha256 of " + images.id(), images.checksum());
        provenance.put("sha256 of " + test.id(), test.checksum());
        if (!file.changes().isEmpty()) {
            provenance.put(
                    "changed while training",
                    file.changes().stream().map(SettingChange::toString).collect(Collectors.joining("; ")));
        }
        RunFile.Branch branch = file.branch();
        if (branch != null) {
            provenance.put("continued from", "%s at step %d".formatted(branch.run(), branch.step()));
        }
        if (trouble != null) {
            provenance.put("trouble", trouble.text());
        }
        return provenance;
    }
}
