package elboroom.app.data;

import elboroom.app.data.ImportModel.Stage;
import elboroom.app.widget.Cover;

/** Own data on its way in, over the window. */
public final class ImportSheet extends Cover {
    public ImportSheet(ImportModel model) {
        super(
                "import-sheet",
                () -> content(new ImportForm(model)),
                model.stageProperty().isNotEqualTo(Stage.CLOSED),
                model::cancel);
    }

    private static Content content(ImportForm form) {
        return new Content(form, form.cancel());
    }
}
