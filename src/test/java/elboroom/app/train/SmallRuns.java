package elboroom.app.train;

import static org.assertj.core.api.Assertions.assertThat;

import elboroom.app.concurrent.Updates;
import elboroom.data.Catalogue;
import elboroom.train.RunStore;
import elboroom.train.SessionStatus;
import elboroom.train.SessionStatus.State;
import elboroom.train.StoredRun;
import elboroom.train.TinyRuns;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.beans.value.ChangeListener;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The Train tab without a window: runs of a small network on a hundred and fifty shapes. */
abstract class SmallRuns {
    final Updates ui = new Updates();
    final List<Throwable> failures = new ArrayList<>();
    final List<Moment> explored = new ArrayList<>();
    final List<String> said = new ArrayList<>();

    @TempDir
    Path folder;

    TrainModel model;

    @BeforeEach
    void make() {
        Catalogue catalogue = new Catalogue(Path.of("assets"));
        catalogue.put(TinyRuns.source());
        model = new TrainModel(
                catalogue,
                new RunStore(folder),
                ui,
                failures::add,
                said::add,
                (run, moment) -> explored.add(moment),
                null);
        model.setup().set(SetupField.DATA, "tiny");
        model.setup().set(SetupField.HIDDEN, "12");
        model.setup().set(SetupField.BATCH, "32");
        settle();
    }

    @AfterEach
    void end() {
        model.close();
        model.ended().join();
        assertThat(failures).isEmpty();
    }

    final void settle() {
        ui.settle(model::isIdle);
    }

    final void train(int epochs) {
        model.setup().set(SetupField.EPOCHS, String.valueOf(epochs));
        model.start();
        settle();
    }

    final StoredRun trained(int epochs) {
        train(epochs);
        return model.runs().runsProperty().get().get(0);
    }

    /** Begins a run that would last for long, and pauses it after its first steps. */
    final void startAndPause() {
        model.setup().set(SetupField.EPOCHS, "100000");
        pauseAfter(0, model::start);
    }

    /** Has a run begin or go on, and pauses it after a step. */
    final void pauseAfter(long step, Runnable begin) {
        ChangeListener<SessionStatus> pause = (observable, was, is) -> {
            if (is != null && is.state() == State.RUNNING && is.step() > step) {
                model.run().pause();
            }
        };
        model.run().statusProperty().addListener(pause);
        begin.run();
        settle();
        model.run().statusProperty().removeListener(pause);
    }

    final State state() {
        return Objects.requireNonNull(model.run().statusProperty().get()).state();
    }

    final RunData data() {
        return Objects.requireNonNull(model.run().dataProperty().get());
    }

    final TimeModel time() {
        return model.run().time();
    }

    final Moment moment() {
        return Objects.requireNonNull(time().momentProperty().get());
    }

    final Notice notice() {
        return Objects.requireNonNull(model.noticeProperty().get());
    }
}
