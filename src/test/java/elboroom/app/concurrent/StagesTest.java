package elboroom.app.concurrent;

import static org.assertj.core.api.Assertions.assertThat;

import elboroom.app.concurrent.Stages.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class StagesTest {
    private final Updates updates = new Updates();
    private final List<Throwable> failures = new ArrayList<>();
    private final List<String> delivered = new ArrayList<>();
    private final List<Double> seen = new ArrayList<>();
    private final Engine engine = new Engine(updates, failures::add);
    private final Stages stages = new Stages(updates);

    @BeforeEach
    void open() {
        engine.open("tiny", () -> EngineTest.tiny(2));
        stages.progressProperty().addListener((observable, was, is) -> seen.add(is.doubleValue()));
    }

    @AfterEach
    void close() {
        engine.close();
        assertThat(failures).isEmpty();
    }

    private void settle() {
        updates.settle(() -> engine.idleProperty().get());
    }

    @Test
    void aStageRunsTheNextAndTheirProgressIsOfTheWhole() {
        Row row = stages.begin();
        row.run(
                engine,
                "first",
                0,
                0.5,
                (vae, watch) -> {
                    watch.step(0.5);
                    return "first";
                },
                first -> {
                    delivered.add(first);
                    row.run(
                            engine,
                            "second",
                            0.5,
                            1,
                            (vae, watch) -> {
                                watch.step(0.5);
                                return "second";
                            },
                            second -> {
                                delivered.add(second);
                                row.finish();
                            });
                });
        assertThat(stages.areUnderWay()).isTrue();
        settle();
        assertThat(delivered).containsExactly("first", "second");
        assertThat(seen).containsExactly(0.0, 0.25, 0.5, 0.75, Double.NaN);
        assertThat(stages.areUnderWay()).isFalse();
    }

    @Test
    void whatIsCancelledOnTheWayEndsAndIsNotDelivered() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        stages.begin()
                .run(
                        engine,
                        "endless",
                        0,
                        1,
                        (vae, watch) -> {
                            begun.countDown();
                            while (true) {
                                watch.step(0.1);
                            }
                        },
                        never -> delivered.add("endless"));
        begun.await();
        stages.cancel();
        settle();
        assertThat(delivered).isEmpty();
        assertThat(stages.areUnderWay()).isFalse();
        stages.begin().run(engine, "endless", 0, 1, (vae, watch) -> "again", delivered::add);
        settle();
        assertThat(delivered).containsExactly("again");
    }

    @Test
    void aRowThatIsOvertakenWhileItIsDeliveredGoesNoFurther() {
        Row first = stages.begin();
        first.run(engine, "one", 0, 0.5, (vae, watch) -> "one", one -> {
            stages.begin().run(engine, "other", 0, 1, (vae, watch) -> "other", delivered::add);
            first.run(engine, "two", 0.5, 1, (vae, watch) -> "two", delivered::add);
            first.finish();
        });
        settle();
        assertThat(delivered).containsExactly("other");
        assertThat(stages.areUnderWay())
                .as("the other has not said that it was all")
                .isTrue();
    }
}
