package elboroom.app.exported;

import elboroom.app.widget.Cover;
import java.util.List;
import javafx.beans.binding.Bindings;

/** Questions about a model made elsewhere, over the window. */
public final class QuestionSheet extends Cover {
    public QuestionSheet(OpeningModel model) {
        this(model, new QuestionForm(model));
    }

    private QuestionSheet(OpeningModel model, QuestionForm form) {
        super(
                "question-sheet",
                form,
                form.open(),
                Bindings.notEqual(model.questionsProperty(), List.of()),
                model::cancel);
        getStylesheets().add(String.valueOf(QuestionSheet.class.getResource("exported.css")));
    }
}
