package elboroom.app.exported;

import elboroom.app.concurrent.WorkQueue;
import elboroom.data.InputException;
import elboroom.model.onnx.OnnxKey;
import elboroom.model.onnx.OnnxModel;
import elboroom.model.onnx.Question;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/** The opening of an exported model without its looks: read, ask if need be, remember the answers, show it. */
public final class OpeningModel {
    private static final String KEY = "open a model";

    private final Function<Path, OnnxModel> reader;
    private final WorkQueue worker;
    private final Consumer<OnnxModel> opened;
    private final Consumer<String> tell;
    private final ReadOnlyObjectWrapper<List<Question>> questions =
            new ReadOnlyObjectWrapper<>(this, "questions", List.of());
    private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper(this, "title", "");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
    private final Map<OnnxKey, String> answers = new EnumMap<>(OnnxKey.class);
    private @Nullable OnnxModel asked;

    /**
     * @param reader reads a folder or zip; slow
     * @param worker on which it is read
     * @param opened gets a model that has no questions left
     * @param tell gets what is wrong with a model that cannot be read
     */
    public OpeningModel(
            Function<Path, OnnxModel> reader, WorkQueue worker, Consumer<OnnxModel> opened, Consumer<String> tell) {
        this.reader = reader;
        this.worker = worker;
        this.opened = opened;
        this.tell = tell;
    }

    /** What is to be answered; empty when nothing is asked. */
    public ReadOnlyObjectProperty<List<Question>> questionsProperty() {
        return questions.getReadOnlyProperty();
    }

    /** The model's folder. */
    public ReadOnlyStringProperty titleProperty() {
        return title.getReadOnlyProperty();
    }

    /** What is wrong with the answers; empty if nothing is. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** Reads a folder or zip, and shows it or asks. */
    public void open(Path path) {
        worker.submitNamed(KEY, "reading " + path.getFileName(), () -> Result.of(() -> reader.apply(path)), result -> {
            if (result.problem() != null) {
                tell.accept(result.problem());
            } else {
                ask(result.model());
            }
        });
    }

    /** Notes an answer. */
    public void answer(OnnxKey key, String value) {
        answers.put(key, value);
    }

    /** Goes on with the answers given, and remembers them in {@code model.json}. */
    public void accept() {
        OnnxModel before = asked;
        if (before == null) {
            return;
        }
        Map<OnnxKey, String> given = new EnumMap<>(answers);
        worker.submitNamed(KEY, "reading " + title.get(), () -> Result.of(() -> before.answered(given)), result -> {
            if (asked != before) {
                return;
            }
            if (result.problem() != null) {
                problem.set(result.problem());
            } else {
                ask(result.model());
            }
        });
    }

    private void ask(@Nullable OnnxModel model) {
        if (model == null) {
            return;
        }
        boolean answered = asked != null;
        problem.set("");
        answers.clear();
        title.set(model.folder().toString());
        asked = model.questions().isEmpty() ? null : model;
        for (Question question : model.questions()) {
            answers.put(question.key(), question.suggestion());
        }
        questions.set(model.questions());
        if (asked == null) {
            opened.accept(model);
            if (answered) {
                remember(model);
            }
        }
    }

    private void remember(OnnxModel model) {
        worker.submitNamed(
                "remember a model",
                "writing model.json",
                () -> Result.of(() -> {
                    model.remember();
                    return model;
                }),
                result -> {
                    if (result.problem() != null) {
                        tell.accept("The answers hold until the window closes: " + result.problem());
                    }
                });
    }

    /** Asks no more; nothing is opened. */
    public void cancel() {
        worker.cancel(KEY);
        asked = null;
        problem.set("");
        questions.set(List.of());
    }

    private record Result(
            @Nullable OnnxModel model, @Nullable String problem) {
        static Result of(java.util.function.Supplier<OnnxModel> work) {
            try {
                return new Result(work.get(), null);
            } catch (InputException e) {
                return new Result(null, String.valueOf(e.getMessage()));
            }
        }
    }
}
