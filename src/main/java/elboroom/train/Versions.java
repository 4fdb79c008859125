package elboroom.train;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;

/** Which program this is, and on what it runs: what a provenance card says of them. */
public final class Versions {
    private static final String PROGRAM = "elbo-room";

    private Versions() {}

    /** Version of this program. */
    public static String program() {
        return Objects.requireNonNull(ofBuild().getProperty(PROGRAM));
    }

    /** Of the program, its libraries and the machine, by name. */
    static Map<String, String> all() {
        Map<String, String> versions = new TreeMap<>();
        ofBuild().forEach((name, version) -> versions.put(name.toString(), version.toString()));
        versions.put("java", System.getProperty("java.vm.name") + " " + System.getProperty("java.version"));
        versions.put(
                "machine",
                "%s %s, %d processors"
                        .formatted(
                                System.getProperty("os.name"),
                                System.getProperty("os.arch"),
                                Runtime.getRuntime().availableProcessors()));
        return versions;
    }

    private static Properties ofBuild() {
        try (InputStream in =
                Objects.requireNonNull(Versions.class.getResourceAsStream("/elboroom/versions.properties"))) {
            Properties versions = new Properties();
            versions.load(in);
            return versions;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
