package elboroom.app.train;

import elboroom.app.widget.Hints;
import elboroom.app.widget.Numbers;
import elboroom.model.ModelCard;
import elboroom.raster.Picture;
import elboroom.train.StoredRun;
import elboroom.train.Trouble;
import java.io.File;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** One kept run: a picture, its title, how far it came and to what, what went wrong, and what can be done with it. */
final class RunCard extends HBox {
    private static final PseudoClass SHOWN = PseudoClass.getPseudoClass("shown");
    private static final PseudoClass COMPARED = PseudoClass.getPseudoClass("compared");

    private final RunsModel model;
    private final StoredRun run;
    private final Label title = new Label();
    private final VBox words = new VBox();
    private final ImageView picture = new ImageView();
    private final MenuItem compare = item("Compare", this::compare);

    RunCard(RunsModel model, StoredRun run) {
        this.model = model;
        this.run = run;
        getStyleClass().add("run-card");
        setId("run-" + run.name());
        setAlignment(Pos.CENTER_LEFT);
        setFocusTraversable(true);
        title.setText(run.title());
        title.setMinWidth(0);
        title.setMinHeight(USE_PREF_SIZE);
        title.setWrapText(true);
        Label what = caption(model.datasetTitle(run) + state());
        Label outcome = caption(outcome());
        words.getChildren().addAll(title, what, outcome);
        Trouble trouble = run.trouble();
        if (trouble != null) {
            words.getChildren().add(warning(trouble));
        }
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        getChildren().addAll(thumbnail(), words, menu());
        setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY) {
                requestFocus();
                model.open(run);
            }
        });
        setOnKeyPressed(event -> {
            if (event.getTarget() == this) {
                key(event.getCode());
            }
        });
        String explanation = "Click to look at this run, or to go on with it";
        Hints.explain(this, run.title(), trouble == null ? explanation : trouble.text() + " " + explanation);
        mark();
    }

    /** What it is of. */
    StoredRun run() {
        return run;
    }

    /** Says whether it is the run that is shown, or one laid over that. */
    void mark() {
        boolean shown = model.comparisons().isShown(run);
        boolean compared = model.comparisons().contains(run);
        pseudoClassStateChanged(SHOWN, shown);
        pseudoClassStateChanged(COMPARED, compared && !shown);
        compare.setText(shown ? "Compare (it is the one shown)" : compared ? "No longer compare" : "Compare");
        compare.setDisable(shown);
    }

    private void compare() {
        model.compare(run, !model.comparisons().contains(run));
    }

    /** @param is null for none */
    void show(@Nullable Picture is) {
        if (is == null) {
            picture.setImage(null);
            return;
        }
        WritableImage image = new WritableImage(is.width(), is.height());
        image.getPixelWriter()
                .setPixels(0, 0, is.width(), is.height(), PixelFormat.getIntArgbInstance(), is.argb(), 0, is.width());
        picture.setImage(image);
    }

    private void key(KeyCode code) {
        switch (code) {
            case ENTER, SPACE -> model.open(run);
            case F2 -> {
                if (free()) {
                    rename();
                }
            }
            case DELETE -> model.delete(run);
            default -> {}
        }
    }

    private static Label caption(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("caption");
        label.setMinWidth(0);
        return label;
    }

    private static Label warning(Trouble trouble) {
        Label label = caption(Texts.trouble(trouble));
        label.getStyleClass().add("trouble");
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }

    /** Whether nobody trains it. */
    private boolean free() {
        return run.state() != StoredRun.State.RUNNING;
    }

    private String state() {
        return switch (run.state()) {
            case FINISHED -> "";
            case STOPPED -> run.diverged() ? "" : " · stopped";
            case INTERRUPTED -> run.diverged() ? "" : " · interrupted";
            case RUNNING -> " · under way";
        };
    }

    private String outcome() {
        ModelCard.Figures figures =
                run.model() == null ? null : run.model().card().figures();
        if (figures == null) {
            return "no model yet";
        }
        Double elbo = figures.elbo();
        return elbo == null
                ? "distortion %s nats".formatted(Numbers.fixed(figures.distortion(), 1))
                : "ELBO %s nats".formatted(Numbers.fixed(elbo, 1));
    }

    private StackPane thumbnail() {
        StackPane frame = new StackPane(picture);
        frame.getStyleClass().add("thumbnail");
        picture.fitWidthProperty().bind(frame.widthProperty().subtract(2));
        picture.fitHeightProperty().bind(frame.heightProperty().subtract(2));
        return frame;
    }

    private MenuButton menu() {
        MenuItem export = item(run.model() == null ? "Export (no model yet)" : "Export…", this::export);
        export.setDisable(run.model() == null);
        String wait = free() ? "" : " (stop it first)";
        MenuItem rename = item("Rename" + wait, this::rename);
        rename.setDisable(!free());
        MenuItem delete = item("Delete" + wait, () -> model.delete(run));
        delete.setDisable(!free());
        MenuButton menu = new MenuButton("", new FontIcon(Feather.MORE_VERTICAL));
        menu.getStyleClass().addAll("run-menu", "flat", "button-icon", "no-arrow");
        menu.setId("menu-" + run.name());
        menu.setMinWidth(USE_PREF_SIZE);
        menu.getItems().addAll(rename, compare, export, delete);
        return Hints.explain(menu, "more", "Renames, compares, exports or deletes this run");
    }

    private static MenuItem item(String text, Runnable action) {
        MenuItem item = new MenuItem(text);
        item.setOnAction(event -> action.run());
        return item;
    }

    private void export() {
        File folder = new DirectoryChooser().showDialog(getScene().getWindow());
        if (folder != null) {
            model.export(run, folder.toPath());
        }
    }

    /** Types over the title: Enter keeps it, Escape does not. */
    private void rename() {
        TextField field = new TextField(run.title());
        field.setId("rename");
        field.setOnAction(event -> finish(field, true));
        field.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                finish(field, false);
            }
        });
        field.focusedProperty().addListener((observable, was, focused) -> {
            if (!focused) {
                finish(field, true);
            }
        });
        words.getChildren().set(0, field);
        field.requestFocus();
        field.selectAll();
    }

    private void finish(TextField field, boolean keep) {
        if (words.getChildren().remove(field)) {
            words.getChildren().add(0, title);
            if (keep) {
                model.rename(run, field.getText());
            }
        }
    }
}
