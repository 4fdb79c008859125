package elboroom.train;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import elboroom.data.AtomicFiles;
import elboroom.data.InputException;
import elboroom.model.ModelJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The description of a run as it lies in its folder: all that is needed to make it again, or to go on with it.
 *
 * @param run what it is of
 * @param changes of settings in its course, in the order of their steps
 * @param branch from which run it was continued, null if it began by itself
 * @param created when, in ISO 8601
 * @param trouble what it came to in the end, such as that it diverged; null if it did well, or is not at its end
 */
public record RunFile(
        RunDescription run,
        List<SettingChange> changes,
        @Nullable Branch branch,
        String created,
        @Nullable Trouble trouble) {
    private static final String FORMAT = "elbo-room run 1";
    private static final long MAX_BYTES = 1 << 22;
    private static final ObjectMapper MAPPER =
            ModelJson.mapper().registerModule(ModelJson.asText(BetaSchedule.class, BetaSchedule::parse));

    /**
     * Where a run was continued from.
     *
     * @param run title of the run that it comes from
     * @param step steps that it has in common with it
     */
    public record Branch(String run, long step) {}

    /** As it lies in the file. */
    private record Stored(
            String format,
            RunDescription run,
            List<SettingChange> changes,
            @Nullable Branch branch,
            String created,
            @Nullable Trouble trouble) {}

    public RunFile {
        changes = List.copyOf(changes);
    }

    /** A new run, from now. */
    public static RunFile of(RunDescription run) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        return new RunFile(run, List.of(), null, now.toString(), null);
    }

    RunFile with(Branch newBranch) {
        return new RunFile(run, changes, newBranch, created, trouble);
    }

    RunFile with(List<SettingChange> newChanges) {
        return new RunFile(run, newChanges, branch, created, trouble);
    }

    RunFile with(RunDescription newRun) {
        return new RunFile(newRun, changes, branch, created, trouble);
    }

    /** @param newTrouble null for none */
    RunFile endedWith(@Nullable Trouble newTrouble) {
        return new RunFile(run, changes, branch, created, newTrouble);
    }

    void write(Path file) {
        Stored stored = new Stored(FORMAT, run, changes, branch, created, trouble);
        AtomicFiles.write(file, out -> MAPPER.writeValue(out, stored));
    }

    /** @throws InputException if the file is missing or wrong */
    static RunFile read(Path file) {
        try {
            if (Files.size(file) > MAX_BYTES) {
                throw new InputException(file + ": larger than any description of a run, " + MAX_BYTES + " bytes");
            }
            Stored stored = MAPPER.readValue(file.toFile(), Stored.class);
            if (stored == null) {
                throw new InputException(file + ": not a description of a run, which is a JSON object");
            }
            if (!FORMAT.equals(stored.format())
                    || stored.run() == null
                    || stored.run().dataset() == null
                    || stored.run().title() == null
                    || stored.run().plan() == null
                    || stored.run().plan().config() == null
                    || stored.run().plan().betaSchedule() == null) {
                throw new InputException("%s: its format is '%s', expected '%s' with a run and its plan"
                        .formatted(file, stored.format(), FORMAT));
            }
            List<SettingChange> changes = stored.changes() == null ? List.of() : stored.changes();
            return new RunFile(
                    stored.run(), changes, stored.branch(), String.valueOf(stored.created()), stored.trouble());
        } catch (JsonMappingException e) {
            String reason = e.getCause() instanceof InputException input ? input.getMessage() : e.getOriginalMessage();
            throw new InputException(file + ": not a right description of a run: " + reason, e);
        } catch (JsonProcessingException e) {
            throw new InputException(file + ": not a right JSON file: " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new InputException(file + ": cannot be read: " + e.getMessage(), e);
        }
    }
}
