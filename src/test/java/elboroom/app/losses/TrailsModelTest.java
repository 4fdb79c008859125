package elboroom.app.losses;

import static org.assertj.core.api.Assertions.assertThat;

import elboroom.app.chart.Trail.Place;
import elboroom.app.concurrent.Engine;
import elboroom.app.concurrent.Updates;
import elboroom.app.concurrent.WorkQueue;
import elboroom.app.explore.ExploreModel;
import elboroom.app.explore.FakeWorkspace;
import elboroom.app.losses.TrailsModel.RunTrail;
import elboroom.app.train.TrainModel;
import elboroom.data.ImageShape;
import elboroom.model.Architecture;
import elboroom.model.Likelihood;
import elboroom.model.VaeConfig;
import elboroom.train.RunDescription;
import elboroom.train.RunFolder;
import elboroom.train.RunStore;
import elboroom.train.StoredRun;
import elboroom.train.TrainingPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TrailsModelTest {
    private static final String COLUMNS =
            "split,step,count,distortion,rate,elbo,objective,beta,learning_rate,kl_1,kl_2\n";

    private final Updates ui = new Updates();
    private final List<Throwable> failures = new ArrayList<>();
    private final FakeWorkspace workspace = new FakeWorkspace();
    private final Engine engine = new Engine(ui, failures::add);
    private final WorkQueue worker = new WorkQueue("worker", ui, failures::add);
    private final ExploreModel explore = new ExploreModel(workspace, engine, worker, words -> {}, null);
    private final List<StoredRun> opened = new ArrayList<>();

    @TempDir
    private Path folder;

    private RunStore store;
    private TrainModel train;
    private TrailsModel trails;

    @BeforeEach
    void make() {
        store = new RunStore(folder);
        train = new TrainModel(workspace.catalogue(), store, ui, failures::add, words -> {}, (run, moment) -> {}, null);
        trails = new TrailsModel(explore, train.runs(), worker, opened::add);
    }

    @AfterEach
    void end() {
        train.close();
        engine.close();
        worker.close();
        assertThat(failures).isEmpty();
    }

    private void settle() {
        ui.settle(() -> engine.idleProperty().get() && worker.idleProperty().get() && train.isIdle());
    }

    private Path keep(String title, String dataset, boolean autoencoder, String rows) throws IOException {
        VaeConfig config = new VaeConfig(
                ImageShape.MNIST, new Architecture.Mlp(List.of(8)), 2, Likelihood.BERNOULLI, 1, 0, autoencoder, 0);
        RunFolder kept = store.create(new RunDescription(dataset, 0, title, new TrainingPlan(config, 1, 32, 1e-3)));
        kept.close();
        Files.writeString(kept.folder().resolve("history.csv"), COLUMNS + rows);
        return kept.folder();
    }

    private static String test(long step, double distortion, double first, double second) {
        return "test,%d,500,%s,%s,%s,,,,%s,%s%n"
                .formatted(step, distortion, first + second, -distortion - first - second, first, second)
                .replace("\r", "");
    }

    private List<RunTrail> shown() {
        trails.show(true);
        settle();
        return trails.trailsProperty().get();
    }

    @Test
    void aRunOfTheDataLeavesTheWayOfItsTestLosses() throws Exception {
        keep("Mine", "spots", false, test(0, 543.5, 0.25, 0.5) + test(40, 160.5, 3.5, 1.25));
        keep("Of other data", "dots", false, test(0, 543.5, 0.25, 0.5));
        keep("Without a rate", "spots", true, "test,0,500,543.5,,,,,,,\n");
        assertThat(shown()).singleElement().satisfies(trail -> {
            assertThat(trail.run().title()).isEqualTo("Mine");
            assertThat(trail.places()).containsExactly(new Place(0.75, 543.5), new Place(4.75, 160.5));
            assertThat(trail.end()).isEqualTo(new Place(4.75, 160.5));
        });
    }

    @Test
    void nothingIsReadBeforeTheTabIsShown() throws Exception {
        keep("Mine", "spots", false, test(0, 543.5, 0.25, 0.5));
        settle();
        train.runs().refresh();
        settle();
        assertThat(trails.trailsProperty().get()).isEmpty();
        assertThat(shown()).hasSize(1);
    }

    @Test
    void otherDataHaveOtherRuns() throws Exception {
        keep("Mine", "spots", false, test(0, 543.5, 0.25, 0.5));
        keep("Of other data", "dots", false, test(0, 500, 0.25, 0.5));
        shown();
        explore.chooseData("dots-test");
        settle();
        assertThat(trails.trailsProperty().get())
                .extracting(trail -> trail.run().title())
                .containsExactly("Of other data");
    }

    @Test
    void damagedCurvesDoNotHideTheOtherRuns() throws Exception {
        keep("Mine", "spots", false, test(0, 543.5, 0.25, 0.5));
        keep("Damaged", "spots", false, "test,0,five hundred\n");
        keep("Not begun", "spots", false, "");
        assertThat(shown()).extracting(trail -> trail.run().title()).containsExactly("Mine");
    }

    @Test
    void aRunIsReadAgainWhenItChangesAndADeletedOneLeaves() throws Exception {
        Path mine = keep("Mine", "spots", false, test(0, 543.5, 0.25, 0.5));
        shown();
        Files.writeString(
                mine.resolve("history.csv"), test(40, 160.5, 3.5, 1.25), java.nio.file.StandardOpenOption.APPEND);
        train.runs().rename(store.read(mine), "Mine, longer");
        settle();
        assertThat(trails.trailsProperty().get())
                .singleElement()
                .satisfies(trail -> assertThat(trail.places()).hasSize(2));
        train.runs().delete(store.read(mine));
        settle();
        assertThat(trails.trailsProperty().get()).isEmpty();
    }

    @Test
    void aLongWayIsThinnedFromItsFirstPlaceToItsLast() throws Exception {
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < 500; i++) {
            rows.append(test(10L * i, 543 - i, 0.5, 0.001 * i));
        }
        keep("Long", "spots", false, rows.toString());
        assertThat(shown()).singleElement().satisfies(trail -> {
            assertThat(trail.places()).hasSize(64).doesNotHaveDuplicates();
            assertThat(trail.places().get(0).distortion()).isEqualTo(543);
            assertThat(trail.end().distortion()).isEqualTo(44);
        });
    }

    @Test
    void curvesAreReadAwayFromTheThreadOfTheWindow() throws Exception {
        keep("Mine", "spots", false, test(0, 543.5, 0.25, 0.5));
        CompletableFuture<Boolean> gate = new CompletableFuture<>();
        worker.submit("gate", gate::get, done -> {});
        trails.show(true);
        train.runs().refresh();
        ui.settle(() -> train.isIdle());
        assertThat(trails.trailsProperty().get())
                .as("the worker has not come to it")
                .isEmpty();
        gate.complete(true);
        settle();
        assertThat(trails.trailsProperty().get()).hasSize(1);
    }
}
