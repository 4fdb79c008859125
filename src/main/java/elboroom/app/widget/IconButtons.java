package elboroom.app.widget;

import atlantafx.base.theme.Styles;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ToggleButton;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/** Flat buttons that show an icon, and say what they do to the pointer and to screen readers. */
public final class IconButtons {
    private IconButtons() {}

    public static Button button(Ikon icon, String name, String explanation, Runnable action) {
        Button button = styled(new Button(), icon, name, explanation);
        button.setOnAction(event -> action.run());
        return button;
    }

    public static ToggleButton toggle(Ikon icon, String name, String explanation) {
        return styled(new ToggleButton(), icon, name, explanation);
    }

    private static <B extends ButtonBase> B styled(B button, Ikon icon, String name, String explanation) {
        button.setGraphic(new FontIcon(icon));
        button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
        return Hints.explain(button, name, explanation);
    }
}
