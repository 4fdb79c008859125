package elboroom.app;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import javafx.application.Application;

/**
 * The style sheet of the whole program. To be chosen before the first control is made, which would otherwise have JavaFX read
 * its own, larger one for nothing: a tenth of a second of the start.
 */
final class Theme {
    private Theme() {}

    static void use(boolean dark) {
        Application.setUserAgentStylesheet(
                dark ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet());
    }
}
