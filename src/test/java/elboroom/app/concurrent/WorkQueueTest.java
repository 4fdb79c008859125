package elboroom.app.concurrent;

import static org.assertj.core.api.Assertions.assertThat;

import de.sandec.jmemorybuddy.JMemoryBuddy;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class WorkQueueTest {
    private final LinkedBlockingQueue<Runnable> ui = new LinkedBlockingQueue<>();
    private final List<Object> delivered = new ArrayList<>();
    private final List<Throwable> failures = new ArrayList<>();
    private final WorkQueue queue = new WorkQueue("test", ui::add, failures::add);
    private final CountDownLatch gate = new CountDownLatch(1);

    @AfterEach
    void close() {
        gate.countDown();
        queue.close();
    }

    private void settle() throws InterruptedException {
        while (!ui.isEmpty() || !queue.idleProperty().get()) {
            Runnable update = ui.poll(20, TimeUnit.SECONDS);
            assertThat(update).as("an update while the queue is busy").isNotNull();
            update.run();
        }
    }

    /** Occupies the thread until the gate opens. */
    private void occupy() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        queue.submit(
                "gate",
                () -> {
                    begun.countDown();
                    gate.await();
                    return "gate";
                },
                delivered::add);
        begun.await();
    }

    /** A request may hold a data set. */
    @Test
    void nothingOfARequestIsKeptWhenItIsDone() throws InterruptedException {
        JMemoryBuddy.assertCollectable(submitOverSomething());
    }

    private WeakReference<Object> submitOverSomething() throws InterruptedException {
        Object held = new Object();
        queue.submit("work", held::toString, text -> {});
        settle();
        return new WeakReference<>(held);
    }

    @Test
    void aNewerRequestTakesThePlaceOfAnOlderOneThatWaits() throws InterruptedException {
        occupy();
        List<Integer> run = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            int number = i;
            queue.submit("decode", () -> run.add(number) ? number : -1, delivered::add);
        }
        gate.countDown();
        settle();
        assertThat(run).containsExactly(4);
        assertThat(delivered).containsExactly("gate", 4);
    }

    @Test
    void atMostOneUpdateIsPendingForAKey() throws InterruptedException {
        CountDownLatch first = new CountDownLatch(1);
        CountDownLatch second = new CountDownLatch(1);
        queue.submit("decode", () -> 1, delivered::add);
        queue.submit("mark", () -> counted(first), ignored -> {});
        first.await();
        queue.submit("decode", () -> 2, delivered::add);
        queue.submit("mark", () -> counted(second), ignored -> {});
        second.await();
        settle();
        assertThat(delivered).containsExactly(2);
    }

    @Test
    void whatIsReadyIsDeliveredAtOnceInOrderAndNotAgain() throws InterruptedException {
        CountDownLatch done = new CountDownLatch(1);
        queue.submit("decode", () -> 1, delivered::add);
        queue.submit("inspect", () -> 2, delivered::add);
        queue.submit("mark", () -> counted(done), ignored -> {});
        done.await();
        queue.deliverReady();
        assertThat(delivered).startsWith(1, 2);
        settle();
        assertThat(delivered).containsExactly(1, 2);
    }

    private static int counted(CountDownLatch latch) {
        latch.countDown();
        return 0;
    }

    @Test
    void quickWorkGoesBetweenTheStepsOfLongWork() throws InterruptedException {
        occupy();
        List<String> order = new ArrayList<>();
        int[] steps = {0};
        queue.submitSteps(
                "long",
                () -> "step " + steps[0],
                () -> {
                    order.add("step");
                    if (++steps[0] == 1) {
                        queue.submit("quick", () -> order.add("quick"), ignored -> {});
                    }
                    return steps[0] < 3 ? Optional.empty() : Optional.of("done");
                },
                delivered::add);
        gate.countDown();
        settle();
        assertThat(order).containsExactly("step", "quick", "step", "step");
        assertThat(delivered).containsExactly("gate", "done");
    }

    @Test
    void whatIsCancelledIsNotDelivered() throws InterruptedException {
        occupy();
        queue.submit("decode", () -> 1, delivered::add);
        queue.cancel("decode");
        queue.cancel("gate");
        gate.countDown();
        settle();
        assertThat(delivered).isEmpty();
    }

    @Test
    void aFailureIsToldAndTheThreadGoesOn() throws InterruptedException {
        queue.submit(
                "bad",
                () -> {
                    throw new IllegalStateException("no");
                },
                delivered::add);
        queue.submit("good", () -> 1, delivered::add);
        settle();
        assertThat(failures).singleElement().isInstanceOf(IllegalStateException.class);
        assertThat(delivered).containsExactly(1);
    }

    @Test
    void namesTheLongWorkThatRuns() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        queue.submitNamed(
                "open",
                "loading a model",
                () -> {
                    begun.countDown();
                    gate.await();
                    return 1;
                },
                delivered::add);
        begun.await();
        while (queue.activityProperty().get().isEmpty()) {
            ui.take().run();
        }
        assertThat(queue.activityProperty().get()).isEqualTo("loading a model");
        gate.countDown();
        settle();
        assertThat(queue.activityProperty().get()).isEmpty();
    }

    /** Asks for something of a moment and says which thread did it. */
    private void ask(List<Thread> by) {
        queue.submitMoment("moment", () -> by.add(Thread.currentThread()), delivered::add);
    }

    /** Asks until a moment's request was done here, as it is once one was over soon enough. */
    private List<Thread> askUntilDoneHere() throws InterruptedException {
        List<Thread> by = new CopyOnWriteArrayList<>();
        do {
            ask(by);
            settle();
        } while (!by.contains(Thread.currentThread()));
        return by;
    }

    @Test
    void whatIsOverInAMomentIsDoneHereFromTheSecondTimeOn() throws InterruptedException {
        List<Thread> by = askUntilDoneHere();
        assertThat(by.get(0)).isNotEqualTo(Thread.currentThread());
        assertThat(by.get(by.size() - 1)).isEqualTo(Thread.currentThread());
        assertThat(delivered).hasSameSizeAs(by);
    }

    @Test
    void whatIsDoneHereIsDeliveredAsEverythingElse() throws InterruptedException {
        List<Thread> by = askUntilDoneHere();
        delivered.clear();
        ask(by);
        assertThat(delivered).isEmpty();
        settle();
        assertThat(delivered).containsExactly(true);
    }

    @Test
    void aMomentsRequestWaitsForTheThreadWhileThatHasWork() throws InterruptedException {
        List<Thread> by = askUntilDoneHere();
        by.clear();
        occupy();
        ask(by);
        assertThat(by).isEmpty();
        gate.countDown();
        settle();
        assertThat(by).singleElement().isNotEqualTo(Thread.currentThread());
    }

    @Test
    void whatTookLongIsNotDoneHereAgain() throws InterruptedException {
        List<Thread> by = askUntilDoneHere();
        Callable<Boolean> lengthy = () -> {
            long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(2);
            while (System.nanoTime() < end) {
                Thread.onSpinWait();
            }
            return true;
        };
        queue.submitMoment("moment", lengthy, delivered::add);
        settle();
        by.clear();
        ask(by);
        settle();
        assertThat(by).singleElement().isNotEqualTo(Thread.currentThread());
    }

    @Test
    void afterAllIsForgottenItIsTheThreadsTurnFirst() throws InterruptedException {
        List<Thread> by = askUntilDoneHere();
        queue.cancelAll();
        settle();
        by.clear();
        ask(by);
        settle();
        assertThat(by).singleElement().isNotEqualTo(Thread.currentThread());
    }

    @Test
    void theThreadDoesNotWorkNorEndDuringAMomentsRequest() throws InterruptedException {
        askUntilDoneHere();
        List<String> order = new CopyOnWriteArrayList<>();
        queue.submitMoment(
                "moment",
                () -> {
                    queue.submit("other", () -> order.add("other"), ignored -> {});
                    queue.close(() -> order.add("end"));
                    Thread.yield();
                    return order.add("moment");
                },
                ignored -> {});
        queue.awaitEnd();
        assertThat(order).containsExactly("moment", "end");
    }

    @Test
    void closingEndsTheThread() throws InterruptedException {
        queue.close();
        queue.awaitEnd();
        queue.submit("decode", () -> 1, delivered::add);
        settle();
        assertThat(delivered).isEmpty();
    }
}
