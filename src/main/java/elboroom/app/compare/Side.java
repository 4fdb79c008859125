package elboroom.app.compare;

import java.util.Locale;

/** One of the two models that are compared. */
public enum Side {
    LEFT,
    RIGHT;

    Side other() {
        return this == LEFT ? RIGHT : LEFT;
    }

    /** For the ids of controls, of which there is one on either side. */
    String prefix() {
        return name().toLowerCase(Locale.ROOT) + "-";
    }
}
