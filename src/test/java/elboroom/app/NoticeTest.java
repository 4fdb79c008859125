package elboroom.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The licences that are shipped are those of the libraries that are. */
final class NoticeTest {
    /** Groups of libraries that only tests use. */
    private static final Set<String> OF_TESTS = Set.of(
            "org.junit.jupiter",
            "org.junit.platform",
            "org.opentest4j",
            "org.apiguardian",
            "org.testfx",
            "org.hamcrest",
            "org.osgi",
            "com.tngtech.archunit",
            "org.assertj",
            "net.bytebuddy",
            "de.sandec");

    private static final Pattern JAR = Pattern.compile(".*/\\.m2/repository/(.+)/([^/]+)/([^/]+)/[^/]+\\.jar");
    private static final Pattern LINE =
            Pattern.compile("^ +([\\w.-]+:[\\w.-]+) +([\\w.-]+) +\\S.*$", Pattern.MULTILINE);

    @Test
    void everyLibraryIsNamedWithItsVersionAndLicenceAndNoOther() {
        Map<String, String> shipped = new TreeMap<>();
        for (String jar : System.getProperty("java.class.path").split(File.pathSeparator)) {
            Matcher parts = JAR.matcher(jar.replace(File.separatorChar, '/'));
            if (parts.matches() && !OF_TESTS.contains(parts.group(1).replace('/', '.'))) {
                shipped.put(parts.group(1).replace('/', '.') + ":" + parts.group(2), parts.group(3));
            }
        }
        Map<String, String> named = new TreeMap<>();
        Matcher line = LINE.matcher(AboutBox.notice());
        while (line.find()) {
            named.put(line.group(1), line.group(2));
        }
        assertThat(shipped).as("libraries found").hasSizeGreaterThan(40);
        assertThat(named).isEqualTo(shipped);
    }

    @Test
    void everyLicenceThatIsNamedHasItsTextSomewhere() {
        String notice = AboutBox.notice();
        String texts = notice.substring(notice.indexOf("Texts of the licences"));
        Set<String> licences = new TreeSet<>();
        Matcher names = Pattern.compile("(Apache|BSD|EPL|LGPL|GPL)-\\d+(\\.\\d+)?(-Clause)?|MIT|CC BY-SA \\d+\\.\\d+")
                .matcher(notice);
        while (names.find()) {
            licences.add(names.group());
        }
        assertThat(licences)
                .hasSizeGreaterThan(6)
                .allSatisfy(name -> assertThat(texts).contains(name));
    }
}
