package elboroom.app;

import atlantafx.base.theme.Styles;
import elboroom.app.explore.Workspace;
import elboroom.data.InputException;
import java.io.File;
import java.nio.file.Path;
import java.util.Objects;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;

/** What the window shows as long as there is no model at all: why, and what to do about it. */
final class NoModelView extends VBox {
    private final Workspace workspace;
    private final Runnable opened;
    private final Label problem = text("");

    /**
     * @param pretrained the folder where models were looked for
     * @param opened called once the workspace has a model
     */
    NoModelView(Workspace workspace, Path pretrained, boolean dark, Runnable opened) {
        this.workspace = workspace;
        this.opened = opened;
        Theme.use(dark);
        getStylesheets()
                .add(Objects.requireNonNull(NoModelView.class.getResource("shell.css"))
                        .toExternalForm());
        getStyleClass().addAll("shell", "no-model");
        setAlignment(Pos.CENTER);
        Label title = new Label("There is no model to explore yet");
        title.getStyleClass().add(Styles.TITLE_3);
        Button open = new Button("Open a model's folder…");
        open.setId("open-model");
        open.setDefaultButton(true);
        open.setOnAction(event -> choose());
        TextField command = new TextField("elbo-room train --data mnist --latent 2 --epochs 5 --out my-model");
        command.setId("command");
        command.setEditable(false);
        problem.setId("message");
        problem.getStyleClass().add("problem");
        problem.setText(String.join("\n", workspace.problems()));
        problem.managedProperty().bind(problem.textProperty().isNotEmpty());
        VBox page = new VBox();
        page.getStyleClass().add("page");
        page.getChildren()
                .addAll(
                        title,
                        text(pretrained + " holds no model that can be opened. A model is a folder with card.json and"
                                + " model.zip; those that come with ELBO Room belong there."),
                        problem,
                        open,
                        text("Or train one on handwritten digits, which takes about a minute, by this command, and open"
                                + " the folder my-model then:"),
                        command);
        getChildren().add(page);
    }

    private static Label text(String words) {
        Label label = new Label(words);
        label.setWrapText(true);
        return label;
    }

    private void choose() {
        File folder = new DirectoryChooser().showDialog(getScene().getWindow());
        if (folder != null) {
            open(folder.toPath());
        }
    }

    /** Goes on with the model in a folder, or says why not. */
    void open(Path folder) {
        try {
            workspace.find(folder.toString());
        } catch (InputException e) {
            problem.setText(String.valueOf(e.getMessage()));
            return;
        }
        opened.run();
    }
}
