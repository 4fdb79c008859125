package elboroom.app.train;

import elboroom.model.VaeConfig;
import elboroom.train.Curves;
import elboroom.train.RunHistory;
import elboroom.train.SettingChange;
import elboroom.train.TestLosses;
import elboroom.train.Trouble;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The curves of a run as they are at one moment.
 *
 * @param title of the run
 * @param config network and objective
 * @param stepsPerEpoch steps in one pass over the images
 * @param steps in the whole run
 * @param curves losses of the minibatches
 * @param tests losses of the test images, in the order of their steps
 * @param changes of settings on the way
 * @param trouble what went wrong on the way; null if nothing did
 */
public record RunData(
        String title,
        VaeConfig config,
        long stepsPerEpoch,
        long steps,
        Curves curves,
        List<TestLosses> tests,
        List<SettingChange> changes,
        @Nullable Trouble trouble) {
    public RunData {
        // A run that diverged is measured again at its last good weights, an earlier step.
        tests = tests.stream()
                .sorted(Comparator.comparingLong(TestLosses::step))
                .toList();
        changes = List.copyOf(changes);
    }

    /** What a history says now. */
    static RunData of(RunMatter what, RunHistory history, List<SettingChange> changes, @Nullable Trouble trouble) {
        return new RunData(
                what.title(),
                what.run().plan().config(),
                what.stepsPerEpoch(),
                what.steps(),
                history.curves(),
                history.tests(),
                changes,
                trouble);
    }

    RunData titled(String other) {
        return new RunData(other, config, stepsPerEpoch, steps, curves, tests, changes, trouble);
    }

    /** Where on the axis of epochs a step is. */
    public double epoch(long step) {
        return stepsPerEpoch == 0 ? 0 : (double) step / stepsPerEpoch;
    }

    /** The test losses known at a step: the last ones measured by then, or the first. */
    public Optional<TestLosses> testAt(long step) {
        TestLosses found = tests.isEmpty() ? null : tests.get(0);
        for (TestLosses test : tests) {
            if (test.step() <= step) {
                found = test;
            }
        }
        return Optional.ofNullable(found);
    }

    /** What training would minimise if its minibatch were the test images: distortion + β · rate, with free bits if any. */
    public double objective(TestLosses test) {
        if (config.autoencoder()) {
            return test.distortion();
        }
        double rate = test.klPerDimension().stream()
                .mapToDouble(kl -> Math.max(config.freeBits(), kl))
                .sum();
        return test.distortion() + betaAt(test.step()) * rate;
    }

    private double betaAt(long step) {
        if (curves.points() == 0) {
            return config.beta();
        }
        int found = Arrays.binarySearch(curves.step(), step);
        return curves.beta()[Math.min(curves.points() - 1, found < 0 ? -found - 1 : found)];
    }
}
