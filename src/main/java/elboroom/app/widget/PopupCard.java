package elboroom.app.widget;

import javafx.application.ConditionalFeature;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;

/** A card that lies over the window until one clicks beside it. */
public final class PopupCard {
    private PopupCard() {}

    /**
     * Puts a card into a popup, in the colours and the letters of the window.
     *
     * @param scene of the window
     * @param fontSize of the card's text, px
     * @return not shown yet; a click beside it or Escape closes it
     */
    public static Popup of(Scene scene, double fontSize, VBox card) {
        card.getStyleClass().add("popup-card");
        // A popup is a scene of its own: it has the window's sheets only if they are given to it.
        card.getStylesheets().addAll(scene.getRoot().getStylesheets());
        String size = "-fx-font-size: %spx".formatted(fontSize);
        // Where windows cannot be transparent, what is outside of a rounded corner would be white.
        card.setStyle(
                Platform.isSupported(ConditionalFeature.TRANSPARENT_WINDOW)
                        ? size
                        : size + "; -fx-background-radius: 0; -fx-border-radius: 0");
        Popup popup = new Popup();
        popup.setAutoHide(true);
        popup.getContent().add(card);
        return popup;
    }
}
