package elboroom.app.explore;

import elboroom.app.concurrent.Engine;
import elboroom.app.concurrent.WorkQueue;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** An {@link ExploreModel} over the fakes, with the test's thread in place of the window's. */
final class Bench implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 20;

    private final LinkedBlockingQueue<Runnable> ui = new LinkedBlockingQueue<>();
    final List<String> messages = new ArrayList<>();
    final Engine engine = new Engine(ui::add, this::failed);
    final WorkQueue worker = new WorkQueue("worker", ui::add, this::failed);
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
        while (!ui.isEmpty()
                || !engine.idleProperty().get()
                || !worker.idleProperty().get()) {
            try {
                Runnable update = ui.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
                if (update == null) {
                    throw new AssertionError("engine and worker are busy but nothing comes of it");
                }
                update.run();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
        return this;
    }

    @Override
    public void close() {
        engine.close();
        worker.close();
    }
}
