package elboroom.app.exported;

import elboroom.app.widget.Cover;
import java.util.List;
import javafx.beans.binding.Bindings;

/** Questions about a model made elsewhere, over the window. */
public final class QuestionSheet extends Cover {
    public QuestionSheet(OpeningModel model) {
        super(
                "question-sheet",
                () -> content(new QuestionForm(model)),
                Bindings.notEqual(model.questionsProperty(), List.of()),
                model::cancel);
        getStylesheets().add(String.valueOf(QuestionSheet.class.getResource("exported.css")));
    }

    private static Content content(QuestionForm form) {
        return new Content(form, form.open());
    }
}
