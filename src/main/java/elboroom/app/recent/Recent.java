package elboroom.app.recent;

import java.util.Objects;

/**
 * Something that was opened by its path.
 *
 * @param kind what it is
 * @param path absolute
 */
public record Recent(Kind kind, String path) {
    public enum Kind {
        MODEL,
        DATA,
        VIEW
    }

    public Recent {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(path, "path");
    }
}
