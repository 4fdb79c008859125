package elboroom.app.data;

import elboroom.app.widget.Hints;
import elboroom.app.widget.TitleCell;
import elboroom.data.own.ImportOptions.Fit;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** How data is to be read: the size of the images, colour, and the split. */
final class ReadingForm extends HBox {
    private final ImportModel model;

    ReadingForm(ImportModel model) {
        this.model = model;
        getStyleClass().add("reading-form");
        getChildren()
                .addAll(
                        row(
                                "Size",
                                "Side of the images in pixels, or height x width such as 28x20. Images of another size are"
                                        + " scaled. Smaller ones are quicker to learn",
                                size()),
                        row(
                                "Other proportions",
                                "What happens to images that are wider or higher than that: Crop shows the middle, Fit"
                                        + " inside shows all of it with black beside it",
                                choice(
                                        "own-fit",
                                        fit -> fit == Fit.CROP ? "Crop" : "Fit inside",
                                        Reading::fit,
                                        fit -> model.read(now().withFit(fit)),
                                        Fit.CROP,
                                        Fit.PAD)),
                        row(
                                "Colour",
                                "Grey needs a third of the numbers; a model of grey images takes grey images only",
                                choice(
                                        "own-colour",
                                        channels -> channels == 0 ? "As found" : channels == 1 ? "Grey" : "Colour",
                                        Reading::channels,
                                        channels -> model.read(now().withChannels(channels)),
                                        0,
                                        1,
                                        3)),
                        row(
                                "For testing, %",
                                "Share of the images that no model learns from, so that it can be measured on them; 0 to use"
                                        + " all images for both. Plays no part where the data says it itself",
                                text("own-share", Reading::testShare, text -> model.read(now().withTestShare(text)))),
                        row(
                                "Seed",
                                "A whole number that decides which images are for testing: the same seed, the same split",
                                text("own-seed", Reading::seed, text -> model.read(now().withSeed(text)))));
    }

    private Reading now() {
        return model.readingProperty().get();
    }

    private static VBox row(String title, String explanation, Control control) {
        Label caption = new Label(title);
        caption.getStyleClass().add("caption");
        control.setMaxWidth(Double.MAX_VALUE);
        Hints.explain(control, title, explanation);
        Hints.explain(caption, title, explanation);
        VBox row = new VBox(caption, control);
        row.getStyleClass().add("field-row");
        return row;
    }

    private ComboBox<String> size() {
        ComboBox<String> size = new ComboBox<>();
        size.setId("own-size");
        size.setEditable(true);
        size.getItems().setAll(Reading.AS_FOUND, "28", "32", "64");
        // As it is typed: Enter would keep a copy of the size before.
        size.getEditor().textProperty().addListener((observable, was, is) -> model.read(now().withSize(is)));
        follow(reading -> {
            if (!size.getEditor().getText().equals(reading.size())) {
                size.setValue(reading.size());
                size.getEditor().setText(reading.size());
            }
        });
        return size;
    }

    @SafeVarargs
    private <T> ComboBox<T> choice(
            String id, Function<T, String> title, Function<Reading, T> value, Consumer<T> chosen, T... choices) {
        ComboBox<T> box = new ComboBox<>();
        box.setId(id);
        box.getItems().setAll(choices);
        TitleCell.install(box, title);
        box.valueProperty().addListener((observable, was, is) -> {
            if (is != null) {
                chosen.accept(is);
            }
        });
        follow(reading -> box.setValue(value.apply(reading)));
        return box;
    }

    private TextField text(String id, Function<Reading, String> value, Consumer<String> typed) {
        TextField field = new TextField();
        field.setId(id);
        field.textProperty().addListener((observable, was, is) -> typed.accept(is));
        follow(reading -> {
            // What is being typed stays as it is, with the caret where it is.
            if (!field.getText().equals(value.apply(reading))) {
                field.setText(value.apply(reading));
            }
        });
        return field;
    }

    private void follow(Consumer<Reading> show) {
        model.readingProperty().addListener((observable, was, is) -> show.accept(is));
        show.accept(now());
    }
}
