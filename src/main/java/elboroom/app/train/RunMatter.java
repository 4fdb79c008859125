package elboroom.app.train;

import elboroom.data.Dataset;
import elboroom.train.RunDescription;
import java.nio.file.Path;

/**
 * What run is shown.
 *
 * @param folder that it is kept in
 * @param run what it is of
 * @param dataset that it is trained on
 */
public record RunMatter(Path folder, RunDescription run, Dataset dataset) {
    public String title() {
        return run.title();
    }

    RunMatter titled(String other) {
        return new RunMatter(folder, run.titled(other), dataset);
    }

    long stepsPerEpoch() {
        int all = dataset.trainSize();
        return run.plan().stepsPerEpoch(run.images() == 0 ? all : Math.min(all, run.images()));
    }

    long steps() {
        return run.plan().epochs() * stepsPerEpoch();
    }
}
