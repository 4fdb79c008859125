package elboroom.app.train;

import elboroom.app.widget.Hints;
import elboroom.app.widget.Numbers;
import elboroom.model.ModelCard;
import elboroom.raster.Picture;
import elboroom.train.StoredRun;
import java.io.File;
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

/** One kept run: a picture, its title, how far it came and to what, and what can be done with it. */
final class RunCard extends HBox {
    private final RunsModel model;
    private final StoredRun run;
    private final Label title = new Label();
    private final VBox words = new VBox();

    RunCard(RunsModel model, StoredRun run, @Nullable Picture picture) {
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
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        getChildren().addAll(thumbnail(picture), words, menu());
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
        if (model.isCompared(run)) {
            getStyleClass().add("compared");
        }
        Hints.explain(this, run.title(), "Click to look at this run, or to go on with it");
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

    /** Whether nobody trains it. */
    private boolean free() {
        return run.state() != StoredRun.State.RUNNING;
    }

    private String state() {
        return switch (run.state()) {
            case FINISHED -> "";
            case STOPPED -> " · stopped";
            case INTERRUPTED -> " · interrupted";
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

    private static StackPane thumbnail(@Nullable Picture picture) {
        ImageView view = new ImageView();
        StackPane frame = new StackPane(view);
        frame.getStyleClass().add("thumbnail");
        if (picture != null) {
            WritableImage image = new WritableImage(picture.width(), picture.height());
            image.getPixelWriter()
                    .setPixels(
                            0,
                            0,
                            picture.width(),
                            picture.height(),
                            PixelFormat.getIntArgbInstance(),
                            picture.argb(),
                            0,
                            picture.width());
            view.setImage(image);
            view.fitWidthProperty().bind(frame.widthProperty().subtract(2));
            view.fitHeightProperty().bind(frame.heightProperty().subtract(2));
        }
        return frame;
    }

    private MenuButton menu() {
        boolean compared = model.isCompared(run);
        MenuItem compare = item(compared ? "No longer compare" : "Compare", () -> model.compare(run, !compared));
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
