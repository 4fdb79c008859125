package elboroom.model.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;

class WorkersTest {
    private static final int ROUNDS = 2_000;
    private static final int TASKS = 7;

    @Test
    void everyTaskRunsOnceInEveryRound() {
        AtomicIntegerArray runs = new AtomicIntegerArray(TASKS);
        AtomicIntegerArray atWork = new AtomicIntegerArray(3);
        try (Workers workers = new Workers(3)) {
            for (int round = 1; round <= ROUNDS; round++) {
                workers.share(TASKS, (task, worker) -> {
                    assertThat(atWork.incrementAndGet(worker)).isEqualTo(1);
                    runs.incrementAndGet(task);
                    atWork.decrementAndGet(worker);
                });
                for (int task = 0; task < TASKS; task++) {
                    assertThat(runs.get(task)).isEqualTo(round);
                }
            }
        }
    }

    @Test
    void tasksRunAtTheSameTime() {
        CountDownLatch both = new CountDownLatch(2);
        try (Workers workers = new Workers(2)) {
            // Neither task ends before the other has begun.
            workers.share(2, (task, worker) -> {
                both.countDown();
                await(both);
            });
        }
        assertThat(both.getCount()).isZero();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aFailureIsTheCallersAndTheNextRoundGoesOn() {
        try (Workers workers = new Workers(2)) {
            assertThatThrownBy(() -> workers.share(4, (task, worker) -> {
                        throw new IllegalArgumentException("task " + task);
                    }))
                    .isInstanceOf(IllegalStateException.class)
                    .hasCauseInstanceOf(IllegalArgumentException.class);
            AtomicIntegerArray runs = new AtomicIntegerArray(4);
            workers.share(4, (task, worker) -> runs.incrementAndGet(task));
            for (int task = 0; task < 4; task++) {
                assertThat(runs.get(task)).isEqualTo(1);
            }
        }
    }

    @Test
    void noThreadIsLeft() throws InterruptedException {
        Thread[] other = new Thread[2];
        CountDownLatch both = new CountDownLatch(2);
        try (Workers workers = new Workers(2)) {
            workers.share(2, (task, worker) -> {
                other[worker] = Thread.currentThread();
                both.countDown();
                await(both);
            });
        }
        other[1].join();
        assertThat(other[1].isAlive()).isFalse();
    }
}
