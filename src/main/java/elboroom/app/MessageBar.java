package elboroom.app;

import elboroom.app.widget.IconButtons;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** One message to the user, across the window, until it is dismissed or another takes its place. It never blocks. */
final class MessageBar extends HBox {
    MessageBar(ShellModel shell) {
        getStyleClass().add("message-bar");
        setAlignment(Pos.CENTER_LEFT);
        Label text = new Label();
        text.setId("message");
        text.setWrapText(true);
        text.setMaxWidth(Double.MAX_VALUE);
        text.textProperty().bind(shell.messageProperty());
        HBox.setHgrow(text, Priority.ALWAYS);
        getChildren()
                .addAll(
                        new FontIcon(Feather.ALERT_CIRCLE),
                        text,
                        IconButtons.button(Feather.X, "dismiss", "Closes this message", shell::dismissMessage));
        visibleProperty().bind(shell.messageProperty().isNotEmpty());
        managedProperty().bind(visibleProperty());
    }
}
