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
import elboroom.train.SessionStatus;
import elboroom.train.SnapshotPlan;
import elboroom.train.TrainingJob;
import elboroom.train.TrainingPlan;
import elboroom.train.TrainingSession;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
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
        VaeConfig config = config();
        RunDescription run = new RunDescription("shapes", 500, "any", new TrainingPlan(config, 2, 128, 1e-3));
        threeSteps(run, parts);
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
        TrainingPlan plan = new TrainingPlan(config(), 2, 128, 1e-3);
        RunDescription run = new RunDescription("shapes", 500, "any", plan);
        threeSteps(run, model);
        Path checkpoint = model.resolve("checkpoint.npz");
        assertThat(checkpoint).exists();
        TrainingJob job = job(run, model);
        job.open(TrainingJob.Start.OVERWRITE).close();
        assertThat(checkpoint).doesNotExist();
        assertThat(job.run(TrainingJob.Start.OVERWRITE, status -> {}, () -> false))
                .isPresent();
        assertThat(model.resolve("card.json")).exists();
    }

    private static TrainingJob job(RunDescription run, Path folder) {
        return new TrainingJob(new Catalogue(Home.locate().assets()), run, SnapshotPlan.NONE, folder);
    }

    private static VaeConfig config() {
        return new VaeConfig(
                ImageShape.MNIST,
                new Architecture.Mlp(List.of(16)),
                2,
                Likelihood.BERNOULLI,
                1,
                0,
                false,
                VaeConfig.USUAL_SEED);
    }

    private static void threeSteps(RunDescription run, Path folder) {
        int[] paused = new int[1];
        TrainingSession[] session = new TrainingSession[1];
        CountDownLatch made = new CountDownLatch(1);
        session[0] = new TrainingSession(
                new Catalogue(Home.locate().assets()),
                job(run, folder).open(TrainingJob.Start.FRESH),
                SnapshotPlan.NONE,
                status -> {
                    await(made);
                    if (status.state() == SessionStatus.State.PAUSED) {
                        if (++paused[0] <= 3) {
                            session[0].step();
                        } else {
                            session[0].closeAndSave();
                        }
                    }
                });
        made.countDown();
        assertThat(session[0].ended().join().step()).isEqualTo(3);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
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
