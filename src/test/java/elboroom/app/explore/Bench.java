package elboroom.app.explore;

import elboroom.app.concurrent.Engine;
import elboroom.app.concurrent.Updates;
import elboroom.app.concurrent.WorkQueue;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An {@link ExploreModel} over the fakes, with the test's thread in place of the window's. */
final class Bench implements AutoCloseable {
    private final Updates ui = new Updates();
    final List<String> messages = new ArrayList<>();
    final Engine engine = new Engine(ui, this::failed);
    final WorkQueue worker = new WorkQueue("worker", ui, this::failed);
    final ExploreModel model;

    Bench() {
        this(null);
    }

    Bench(@Nullable ExploreState initial) {
        model = new ExploreModel(new FakeWorkspace(), engine, worker, messages::add, initial);
    }

    private void failed(Throwable failure) {
        messages.add(String.valueOf(failure.getMessage()));
    }

    /** Runs updates until there is nothing more to come. */
    Bench settle() {
        ui.settle(() -> engine.idleProperty().get() && worker.idleProperty().get());
        return this;
    }

    @Override
    public void close() {
        engine.close();
        worker.close();
    }
}
