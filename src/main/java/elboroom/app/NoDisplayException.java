package elboroom.app;

/** The toolkit could not start, which on Linux means that there is no display it can open. */
public final class NoDisplayException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NoDisplayException(Throwable cause) {
        super(String.valueOf(cause.getMessage()), cause);
    }
}
