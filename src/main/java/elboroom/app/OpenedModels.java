package elboroom.app;

import elboroom.app.concurrent.WorkQueue;
import elboroom.app.explore.ExploreModel;
import elboroom.app.explore.Workspace;
import elboroom.app.exported.OpeningModel;
import elboroom.data.Home;
import elboroom.model.ModelStore;
import elboroom.model.StoredModel;
import elboroom.model.VaeConfig;
import elboroom.model.file.ModelFiles;
import elboroom.model.onnx.OnnxFolder;
import elboroom.model.onnx.OnnxModel;
import java.nio.file.Path;

/** Models that are opened by their path: ours go into the list at once, those made elsewhere once they are understood. */
final class OpenedModels {
    private final Workspace workspace;
    private final ExploreModel explore;
    private final ShellModel shell;
    private final OpeningModel opening;

    OpenedModels(Workspace workspace, Home home, WorkQueue worker, ExploreModel explore, ShellModel shell) {
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
            opening.open(path);
        } else {
            explore.chooseModel(path.toString());
        }
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
        shell.dismissMessage();
        workspace.offer(choice, config, model::open);
        explore.chooseModel(choice.name());
    }
}
