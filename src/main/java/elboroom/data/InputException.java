package elboroom.data;

import org.jspecify.annotations.Nullable;

/**
 * Something the user gave us is wrong: a file, an option, a pairing. The message says what, where and what was expected,
 * in one line, ready to be shown as it is; the command line exits with code 2, the window shows it.
 */
public final class InputException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public InputException(String message) {
        super(oneLine(message));
    }

    public InputException(String message, @Nullable Throwable cause) {
        super(oneLine(message), cause);
    }

    /** What a file calls things may hold line feeds and worse. */
    private static String oneLine(String message) {
        return message.replaceAll("\\p{Cntrl}+", " ");
    }
}
