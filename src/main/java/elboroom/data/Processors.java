package elboroom.data;

/**
 * How many threads may compute at once, of one network or one picture: as many as there are processors, unless fewer are asked
 * for. What was opened or begun before a change goes on as it was.
 */
public final class Processors {
    /** System property that names fewer; 0 or absent for all. */
    public static final String LIMIT = "elboroom.threads";

    private Processors() {}

    /** All there are. */
    public static int all() {
        return Runtime.getRuntime().availableProcessors();
    }

    /** Those that are to be used, from 1. */
    public static int used() {
        return used(limit(), all());
    }

    static int used(int limit, int all) {
        return limit < 1 ? all : Math.min(limit, all);
    }

    /** What was asked for; 0 for all. */
    public static int limit() {
        return Math.max(0, Integer.getInteger(LIMIT, 0));
    }

    /** Asks for so many from now on; 0 for all. */
    public static void limit(int threads) {
        System.setProperty(LIMIT, String.valueOf(Math.max(0, threads)));
    }
}
