package elboroom.app.data;

import elboroom.app.data.ImportModel.Stage;
import elboroom.app.widget.Cover;

/** Own data on its way in, over the window. */
public final class ImportSheet extends Cover {
    public ImportSheet(ImportModel model) {
        this(model, new ImportForm(model));
    }

    private ImportSheet(ImportModel model, ImportForm form) {
        super("import-sheet", form, form.cancel(), model.stageProperty().isNotEqualTo(Stage.CLOSED), model::cancel);
    }
}
