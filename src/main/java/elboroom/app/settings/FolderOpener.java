package elboroom.app.settings;

import elboroom.data.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Shows a folder in the program that the system has for that. */
final class FolderOpener {
    private FolderOpener() {}

    /**
     * Starts that program and does not wait for it.
     *
     * @throws InputException if there is none
     */
    static void open(Path folder, String system) {
        Path there = existing(folder);
        List<String> command = command(there, system);
        try {
            new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            throw new InputException(
                    "%s: cannot be shown, as there is no program '%s' here; copy the path instead"
                            .formatted(there, command.get(0)),
                    e);
        }
    }

    /** A folder that is made when first needed may not be there yet: the nearest above it is. */
    static Path existing(Path folder) {
        for (Path at = folder.toAbsolutePath(); at != null; at = at.getParent()) {
            if (Files.isDirectory(at)) {
                return at;
            }
        }
        throw new InputException(folder + ": no such folder");
    }

    static List<String> command(Path folder, String system) {
        String name = system.toLowerCase(Locale.ROOT);
        String program = name.startsWith("mac") ? "open" : name.startsWith("windows") ? "explorer" : "xdg-open";
        return List.of(program, folder.toString());
    }
}
