package elboroom.app;

import elboroom.data.InputException;
import java.nio.file.Path;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What belongs to the window as a whole: its theme, the tab that is shown, and the message to the user. */
public final class ShellModel {
    private static final Logger LOG = LoggerFactory.getLogger(ShellModel.class);

    private final Path logs;
    private final BooleanProperty dark = new SimpleBooleanProperty(this, "dark");
    private final BooleanProperty projector = new SimpleBooleanProperty(this, "projector");
    private final StringProperty tab = new SimpleStringProperty(this, "tab", "");
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper(this, "message", "");
    private @Nullable Throwable lastFailure;

    /** @param logs folder of the log file, named in messages about the unexpected */
    public ShellModel(Path logs) {
        this.logs = logs;
    }

    /** Whether the dark theme is on. */
    public BooleanProperty darkProperty() {
        return dark;
    }

    /** Whether everything is half as large again, to be read from the last row. */
    public BooleanProperty projectorProperty() {
        return projector;
    }

    /** Id of the tab that is shown. */
    public StringProperty tabProperty() {
        return tab;
    }

    /** What the user has to know now; empty when there is nothing. */
    public ReadOnlyStringProperty messageProperty() {
        return message.getReadOnlyProperty();
    }

    /** The last thing that went wrong; null as long as nothing has. */
    public @Nullable Throwable lastFailure() {
        return lastFailure;
    }

    /** Tells the user something, in place of what was told before. */
    public void tell(String text) {
        message.set(text);
    }

    public void dismissMessage() {
        message.set("");
    }

    /** Tells the user of a failure: what is wrong with the input as it stands, anything else in short, with the log. */
    public void fail(Throwable failure) {
        lastFailure = failure;
        if (failure instanceof InputException) {
            LOG.info("told the user: {}", failure.getMessage());
            tell(String.valueOf(failure.getMessage()));
        } else {
            LOG.error("unexpected failure", failure);
            tell("Something went wrong (" + failure.getClass().getSimpleName() + "). Details are in " + logs);
        }
    }
}
