package elboroom.app.trick;

import elboroom.app.concurrent.WorkQueue;
import elboroom.app.explore.ExploreModel;
import elboroom.app.explore.Workspace;
import elboroom.app.explore.Workspace.DataChoice;
import elboroom.data.ImageSet;
import elboroom.data.InputException;
import elboroom.model.Likelihood;
import elboroom.train.EstimatorRace;
import elboroom.train.EstimatorRace.Lap;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** Networks trained side by side, one by each estimator of the gradient. For the thread of the window. */
public final class RaceModel {
    /** Steps in all, unless fewer are asked for: 19 passes over the images. */
    static final int STEPS = 600;
    /** Steps between two measurements. */
    static final int PER_LAP = 10;

    private final Workspace workspace;
    private final ExploreModel explore;
    private final WorkQueue worker;
    private final Executor ui;
    private final List<Lap> laps = new ArrayList<>();
    private final ReadOnlyObjectWrapper<@Nullable Lap> lap = new ReadOnlyObjectWrapper<>(this, "lap");
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper(this, "running");
    /** Grows with every race, so that an older one ends. */
    private final AtomicInteger turn = new AtomicInteger();

    private long seed;
    private int steps = STEPS;
    private DataChoice data;

    /**
     * All that a race follows from: run again, it is the same.
     *
     * @param data that was explored when it was started
     * @param seed of weights, minibatches and noise
     * @param steps that each was to take
     * @param reached steps that each has taken
     */
    record Race(String data, long seed, int steps, long reached) {
        Race {
            Objects.requireNonNull(data, "data");
        }
    }

    /** @param worker of this alone */
    RaceModel(Workspace workspace, ExploreModel explore, WorkQueue worker, Executor ui) {
        this.workspace = workspace;
        this.explore = explore;
        this.worker = worker;
        this.ui = ui;
        data = explore.dataset();
    }

    // ---- what there is to see ----

    /** The latest measurement; null before the first. */
    public ReadOnlyObjectProperty<@Nullable Lap> lapProperty() {
        return lap.getReadOnlyProperty();
    }

    /** All measurements of this race, the first before any step. */
    public List<Lap> laps() {
        return List.copyOf(laps);
    }

    public ReadOnlyBooleanProperty runningProperty() {
        return running.getReadOnlyProperty();
    }

    /** What they are trained on, or would be. */
    public DataChoice data() {
        return laps.isEmpty() && !running.get() ? explore.dataset() : data;
    }

    /** Steps that each takes in all. */
    public int steps() {
        return steps;
    }

    /** Of weights, minibatches and noise. */
    public long seed() {
        return seed;
    }

    // ---- commands ----

    /** Starts a race on the data that is explored, from other first weights than the last one. */
    public void start() {
        start(STEPS);
    }

    /** The same, for so many steps. */
    void start(int wanted) {
        run(new Race(explore.dataset().id(), seed + 1, wanted, wanted), explore.dataset());
    }

    /** The race that is shown; null if there is none. */
    @Nullable
    Race race() {
        Lap last = lap.get();
        return last == null ? null : new Race(data.id(), seed, steps, last.step());
    }

    /**
     * Checks a race that was stored.
     *
     * @return runs it again, unless it is what is shown
     * @throws InputException if it cannot be run
     */
    Runnable check(Race stored) {
        DataChoice of = workspace.data().stream()
                .filter(choice -> choice.id().equals(stored.data()))
                .findFirst()
                .orElseThrow(() -> new InputException(
                        "its race is on data '%s': not found; expected one from the list".formatted(stored.data())));
        if (stored.steps() < 1 || stored.steps() > STEPS || stored.reached() < 0 || stored.reached() > stored.steps()) {
            throw new InputException("its race has gone %d of %d steps; expected at most %d"
                    .formatted(stored.reached(), stored.steps(), STEPS));
        }
        return () -> {
            if (!stored.equals(race())) {
                run(stored, of);
            }
        };
    }

    private void run(Race race, DataChoice of) {
        clear();
        steps = race.steps();
        data = of;
        seed = race.seed();
        running.set(true);
        worker.submitSteps(
                "race",
                () -> "training a network by each estimator",
                new Running(split("train"), split("test"), seed, race.reached(), turn.get()),
                last -> {
                    add(last);
                    running.set(false);
                },
                () -> running.set(false));
    }

    /** Shows no race. */
    void clear() {
        stop();
        laps.clear();
        lap.set(null);
    }

    /** Ends the race; its curves stay. */
    public void stop() {
        turn.incrementAndGet();
        worker.cancel("race");
        running.set(false);
    }

    private String split(String name) {
        return workspace.data().stream()
                .filter(other ->
                        other.dataset().equals(data.dataset()) && other.split().equals(name))
                .map(DataChoice::id)
                .findFirst()
                .orElse(data.id());
    }

    private void add(Lap measured) {
        laps.add(measured);
        lap.set(measured);
    }

    /** One step of all at a time, and now and then a measurement. On the worker's thread. */
    private final class Running implements Callable<Optional<Lap>> {
        private final String training;
        private final String test;
        private final long ofSeed;
        private final long last;
        private final int mine;
        private @Nullable EstimatorRace race;

        Running(String training, String test, long ofSeed, long last, int mine) {
            this.training = training;
            this.test = test;
            this.ofSeed = ofSeed;
            this.last = last;
            this.mine = mine;
        }

        @Override
        public Optional<Lap> call() {
            EstimatorRace run = race;
            if (run == null) {
                ImageSet images = workspace.images(training);
                run = new EstimatorRace(
                        images, workspace.images(test), Likelihood.BERNOULLI, EstimatorRace.Setup.USUAL, ofSeed);
                race = run;
            } else {
                run.step();
            }
            boolean ended = run.steps() >= last;
            if (run.steps() % PER_LAP != 0 && !ended) {
                return Optional.empty();
            }
            Lap measured = run.lap();
            if (ended) {
                run.close();
                return Optional.of(measured);
            }
            ui.execute(() -> {
                if (turn.get() == mine) {
                    add(measured);
                }
            });
            return Optional.empty();
        }
    }
}
