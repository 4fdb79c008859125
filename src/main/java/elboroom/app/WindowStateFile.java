package elboroom.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import elboroom.data.AtomicFiles;
import elboroom.data.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the window's state in a JSON file. It is a convenience: whatever is wrong with it goes to the log, no further. */
final class WindowStateFile {
    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private final Path file;
    /** What was written last. */
    private byte[] written = {};
    /** Whether the log has it already that it cannot be written: it is tried again every few seconds. */
    private boolean told;

    WindowStateFile(Path file) {
        this.file = file;
    }

    /** The state of last time; that of the first start if there is none or it cannot be read. */
    WindowState load() {
        if (!Files.exists(file)) {
            return WindowState.INITIAL;
        }
        try {
            WindowState stored = JSON.readValue(Files.readAllBytes(file), WindowState.class);
            return stored == null ? WindowState.INITIAL : stored;
        } catch (JsonProcessingException e) {
            log().warn("{}: not a window state, starting afresh: {}", file, e.getOriginalMessage());
        } catch (IOException e) {
            log().warn("{}: cannot be read, starting afresh", file, e);
        }
        return WindowState.INITIAL;
    }

    /** Writes it, unless it is what was written last. */
    void save(WindowState state) {
        try {
            byte[] json = JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(state);
            if (Arrays.equals(json, written)) {
                return;
            }
            AtomicFiles.write(file, out -> out.write(json));
            written = json;
            told = false;
        } catch (JsonProcessingException | InputException e) {
            if (!told) {
                log().warn("{}: the window's state was not kept", file, e);
            }
            told = true;
        }
    }

    /** Not a constant: the file is read while the log is being set up by another thread, which takes as long. */
    private static Logger log() {
        return LoggerFactory.getLogger(WindowStateFile.class);
    }
}
