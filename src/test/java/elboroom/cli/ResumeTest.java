package elboroom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import elboroom.data.Catalogue;
import elboroom.data.Home;
import elboroom.data.ImageShape;
import elboroom.model.Architecture;
import elboroom.model.Likelihood;
import elboroom.model.StoredModel;
import elboroom.model.VaeConfig;
import elboroom.train.RunDescription;
import elboroom.train.TrainingJob;
import elboroom.train.TrainingPlan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResumeTest {
    @TempDir
    Path folder;

    @Test
    void anInterruptedRunEndsWithTheSameWeights() throws IOException {
        Path whole = TinyModels.train(folder.resolve("whole"), "--epochs", 2);
        Path parts = folder.resolve("parts");
        VaeConfig config = new VaeConfig(
                ImageShape.MNIST, new Architecture.Mlp(List.of(16)), 2, Likelihood.BERNOULLI, 1, 0, false, 0);
        RunDescription run = new RunDescription("shapes", 500, "any", new TrainingPlan(config, 2, 128, 1e-3));
        AtomicInteger steps = new AtomicInteger();
        TrainingJob job = new TrainingJob(new Catalogue(Home.locate().assets()), run, parts);
        assertThat(job.run(TrainingJob.Start.FRESH, step -> steps.incrementAndGet(), () -> steps.get() == 3))
                .isEmpty();
        Object[] again = {"train", "--data", "shapes", "--images", 500, "--hidden", 16, "--epochs", 2, "--out", parts};
        Program.run(again).failedWith("--resume");
        Object[] other = again.clone();
        other[6] = 17;
        Program.run(with(other, "--resume")).failedWith("of another kind");
        Program.run(with(again, "--resume")).succeeded();
        assertThat(weights(parts)).containsExactly(weights(whole));
        assertThat(parts).isDirectoryNotContaining("glob:**checkpoint*");
    }

    @Test
    void overwritingForgetsTheCheckpointOfTheRunBefore() {
        Path model = folder.resolve("again");
        TrainingPlan plan = new TrainingPlan(
                new VaeConfig(
                        ImageShape.MNIST, new Architecture.Mlp(List.of(16)), 2, Likelihood.BERNOULLI, 1, 0, false, 0),
                2,
                128,
                1e-3);
        RunDescription run = new RunDescription("shapes", 500, "any", plan);
        TrainingJob job = new TrainingJob(new Catalogue(Home.locate().assets()), run, model);
        AtomicInteger steps = new AtomicInteger();
        job.run(TrainingJob.Start.FRESH, step -> steps.incrementAndGet(), () -> steps.get() == 2);
        Path checkpoint = model.resolve("checkpoint.npz");
        assertThat(checkpoint).exists();
        job.run(TrainingJob.Start.OVERWRITE, step -> assertThat(checkpoint).doesNotExist(), () -> false);
        assertThat(model.resolve("card.json")).exists();
    }

    private static Object[] with(Object[] arguments, String option) {
        Object[] more = java.util.Arrays.copyOf(arguments, arguments.length + 1);
        more[arguments.length] = option;
        return more;
    }

    private static float[] weights(Path model) throws IOException {
        ComputationGraph graph = ModelSerializer.restoreComputationGraph(
                StoredModel.network(model).toFile());
        float[] weights = graph.params().toFloatVector();
        graph.close();
        return weights;
    }
}
