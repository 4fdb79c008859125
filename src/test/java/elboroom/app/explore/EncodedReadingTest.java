package elboroom.app.explore;

import static org.assertj.core.api.Assertions.assertThat;

import elboroom.app.concurrent.Engine;
import elboroom.app.concurrent.Updates;
import elboroom.app.concurrent.WorkQueue;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class EncodedReadingTest {
    private final Map<String, CountDownLatch> begun =
            Map.of("spots-test", new CountDownLatch(1), "spots-train", new CountDownLatch(1));
    private final Map<String, CountDownLatch> gates =
            Map.of("spots-test", new CountDownLatch(1), "spots-train", new CountDownLatch(1));
    private final FakeWorkspace workspace = new FakeWorkspace();
    private final List<Throwable> failures = new ArrayList<>();
    private final Updates updates = new Updates();
    private final WorkQueue worker = new WorkQueue("worker", updates, failures::add);
    private final Engine engine = new Engine(updates, failures::add);

    @AfterEach
    void close() {
        gates.values().forEach(CountDownLatch::countDown);
        worker.close();
        engine.close();
    }

    /** The workspace, but what was stored of data is read only when its gate opens. */
    private Workspace slow() {
        return (Workspace) Proxy.newProxyInstance(
                Workspace.class.getClassLoader(), new Class<?>[] {Workspace.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("stored")) {
                        begun.get(arguments[1]).countDown();
                        gates.get(arguments[1]).await();
                    }
                    return method.invoke(workspace, arguments);
                });
    }

    private Workspace.DataChoice data(String id) {
        return workspace.data().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whatIsBeingReadWhenOtherDataIsChosenIsNotTakenForIt() throws InterruptedException {
        EncodedReading reading = new EncodedReading(slow(), engine, worker, "");
        List<Integer> sizes = new ArrayList<>();
        reading.encoded().subscribe(points -> {
            if (points != null) {
                sizes.add(points.labels().length);
            }
        });
        reading.images().subscribe(images -> {
            if (images != null) {
                sizes.add(images.size());
            }
        });
        engine.open("spots", () -> workspace.open("spots-2d"));
        reading.load(workspace.find("spots-2d"), data("spots-test"));
        begun.get("spots-test").await();
        reading.load(workspace.find("spots-2d"), data("spots-train"));
        gates.get("spots-test").countDown();
        begun.get("spots-train").await();
        // What there is of the test images is delivered, if anything is.
        updates.settle(() -> true);
        gates.get("spots-train").countDown();
        updates.settle(
                () -> worker.idleProperty().get() && engine.idleProperty().get());
        assertThat(sizes).containsExactly(4 * FakeWorkspace.SIZE, 4 * FakeWorkspace.SIZE);
        assertThat(failures).isEmpty();
    }
}
