package elboroom.app;

import elboroom.app.concurrent.WorkQueue;
import elboroom.app.explore.ExploreModel;
import elboroom.app.explore.ExploreTab;
import elboroom.app.explore.Workspace;
import elboroom.app.exported.OpeningModel;
import elboroom.app.recent.Recent;
import elboroom.app.recent.RecentFiles;
import elboroom.app.train.Moment;
import elboroom.app.train.RunMatter;
import elboroom.app.widget.Numbers;
import elboroom.data.Home;
import elboroom.model.ModelStore;
import elboroom.model.StoredModel;
import elboroom.model.Vae;
import elboroom.model.VaeConfig;
import elboroom.model.file.ModelFiles;
import elboroom.model.onnx.OnnxFolder;
import elboroom.model.onnx.OnnxModel;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Models that are put into the list: those opened by their path, ours at once and those made elsewhere once they are
 * understood, and moments of runs.
 */
final class OpenedModels {
    private final Workspace workspace;
    private final ExploreModel explore;
    private final ShellModel shell;
    private final RecentFiles recent;
    /** Asked for last, of models made elsewhere: the path of a zip is not that of the folder it is read from. */
    private @Nullable Path asked;

    private final OpeningModel opening;

    OpenedModels(
            Workspace workspace,
            Home home,
            WorkQueue worker,
            ExploreModel explore,
            ShellModel shell,
            RecentFiles recent) {
        this.recent = recent;
        this.workspace = workspace;
        this.explore = explore;
        this.shell = shell;
        opening = new OpeningModel(new ModelFiles(home)::exported, worker, this::show, shell::tell);
    }

    OpeningModel opening() {
        return opening;
    }

    /** Whether a path is rather a model than data. */
    static boolean isModel(Path path) {
        return ModelStore.isModel(path) || OnnxFolder.is(path);
    }

    void open(Path path) {
        if (!ModelStore.isModel(path) && OnnxFolder.is(path)) {
            asked = path;
            opening.open(path);
        } else {
            explore.chooseModel(path.toString());
            if (explore.state().model().equals(path.toString())) {
                recent.add(Recent.Kind.MODEL, path);
            }
        }
    }

    /** A moment of a run becomes a model of the list, with weights of its own: the run goes on. */
    void explore(RunMatter run, Moment moment) {
        VaeConfig config = run.run().plan().config();
        Workspace.ModelChoice choice = new Workspace.ModelChoice(
                run.folder() + " at step " + moment.step(),
                "%s, step %s".formatted(run.title(), Numbers.fixed(moment.step(), 0)),
                config.shape(),
                config.latentSize(),
                config.autoencoder(),
                run.dataset().id());
        show(choice, config, () -> moment.snapshot().open(config));
        shell.tabProperty().set(ExploreTab.ID);
    }

    private void show(OnnxModel model) {
        StoredModel stored = model.stored();
        VaeConfig config = stored.card().config();
        Workspace.ModelChoice choice = new Workspace.ModelChoice(
                model.folder().toString(),
                stored.card().title(),
                config.shape(),
                config.latentSize(),
                config.autoencoder(),
                ModelFiles.datasetToShow(stored, workspace.catalogue().datasets()));
        show(choice, config, model::open);
        if (asked != null) {
            recent.add(Recent.Kind.MODEL, asked);
        }
    }

    private void show(Workspace.ModelChoice choice, VaeConfig config, Supplier<Vae> opener) {
        shell.dismissMessage();
        workspace.offer(choice, config, opener);
        explore.chooseModel(choice.name());
    }
}
