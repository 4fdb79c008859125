package elboroom.app;

import elboroom.app.widget.IconButtons;
import elboroom.app.widget.PopupCard;
import elboroom.train.Versions;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import javafx.geometry.Bounds;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;
import org.kordamp.ikonli.feather.Feather;

/** Which version this is, on what it runs, and whose libraries and data come with it under which licences. */
final class AboutBox {
    private AboutBox() {}

    /** Opens it below itself; a click beside it or Escape closes it. */
    static Button button() {
        Button[] own = new Button[1];
        Button button = IconButtons.button(
                Feather.INFO,
                "about",
                "Version of this program; licences of the libraries and data that come with it",
                () -> open(Objects.requireNonNull(own[0])));
        own[0] = button;
        button.setId("about");
        return button;
    }

    private static void open(Button button) {
        Label title = new Label("ELBO Room " + Versions.program());
        title.getStyleClass().add("section-title");
        Label machine = new Label("Java %s, JavaFX %s, %s %s"
                .formatted(
                        System.getProperty("java.version"),
                        System.getProperty("javafx.runtime.version", "21"),
                        System.getProperty("os.name"),
                        System.getProperty("os.arch")));
        machine.getStyleClass().add("caption");
        Label notice = new Label(notice());
        notice.setId("about-notice");
        notice.getStyleClass().add("about-notice");
        ScrollPane pane = new ScrollPane(notice);
        pane.getStyleClass().add("about-pane");
        VBox card = new VBox(title, machine, pane);
        card.setId("about-box");
        card.getStyleClass().add("about-box");
        Popup popup = PopupCard.of(button.getScene(), button.getFont().getSize(), card);
        popup.show(button.getScene().getWindow());
        Bounds place = button.localToScreen(button.getLayoutBounds());
        popup.setX(place.getMaxX() - popup.getWidth());
        popup.setY(place.getMaxY() + 4);
    }

    /** The text that the distribution has as NOTICE.txt. */
    static String notice() {
        try (InputStream in = Objects.requireNonNull(AboutBox.class.getResourceAsStream("/elboroom/NOTICE.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
