package elboroom.train;

import elboroom.data.ImageSet;
import elboroom.measure.DataBounds;
import elboroom.measure.Watch;
import elboroom.model.VaeConfig;
import elboroom.train.SettingChange.Setting;
import elboroom.train.Trouble.Remedy;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.DoublePredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Whether a run whose losses stayed finite has come to anything. An autoencoder, whose loss has no exponential in it, stays
 * finite at any learning rate; and any network may end as one that gives the average image whatever it is shown.
 */
final class Verdict {
    /** Of the untrained network's distortion: noise of a minibatch is less, and no step that is small enough raises it more. */
    private static final double RISE = 0.1;
    /** Between the average image, 0, and the untrained network, 1, this is as good as the average image. */
    private static final double NEAR = 0.02;
    /** Nats; of a posterior that is the prior. */
    private static final double NO_RATE = 0.1;
    /** Points of the curves, so that halves of them can be told from noise. */
    private static final int LEAST_POINTS = 40;

    private final TestLosses start;
    private final TestLosses end;
    private final Curves curves;

    private Verdict(TestLosses start, TestLosses end, Curves curves) {
        this.start = start;
        this.end = end;
        this.curves = curves;
    }

    /**
     * Judges a run by its test losses at the end. Reads all images if there is a suspicion: 70,000 digits take a second.
     *
     * @param training images that the average image is of
     * @param beta full height at the end
     * @param learningRate at the end
     * @return null if it has learnt something, or may yet
     */
    static @Nullable Trouble of(
            RunHistory history,
            VaeConfig config,
            ImageSet training,
            ImageSet test,
            double beta,
            double learningRate,
            Watch watch) {
        TestLosses start = history.atStart();
        List<TestLosses> tests = history.tests();
        if (start == null || tests.size() < 2) {
            return null;
        }
        Verdict verdict = new Verdict(start, tests.get(tests.size() - 1), history.curves());
        if (verdict.rise().isEmpty() && !verdict.mayHaveCollapsed()) {
            return null;
        }
        ImageSet measured = test.first(verdict.end.images());
        double collapsed =
                DataBounds.of(measured, training, config.likelihood(), watch).collapsed();
        return verdict.given(collapsed, beta, learningRate);
    }

    private @Nullable Trouble given(double collapsed, double beta, double learningRate) {
        OptionalLong rise = rise();
        double margin = NEAR * Math.max(0, start.distortion() - collapsed);
        if (rise.isPresent() ? end.distortion() < collapsed : Math.abs(end.distortion() - collapsed) > margin) {
            return null;
        }
        String text =
                ("it has learnt nothing: in the end its distortion is %.1f nats per image, and that of a decoder that"
                                + " always gives the average image %.1f.")
                        .formatted(end.distortion(), collapsed);
        if (rise.isPresent()) {
            return slower(
                    text + " At step %d the loss rose above that of the untrained network.".formatted(rise.getAsLong()),
                    rise.getAsLong(),
                    "loss rose",
                    learningRate);
        }
        long since = first(value -> value <= collapsed + margin).orElse(end.step());
        if (beta > 1) {
            return new Trouble(
                    text
                            + " It has been like that since step %d: the posterior has collapsed to the prior, with a rate of %.2f nats. Try β at 1 in place of %s."
                                    .formatted(since, end.rate(), beta),
                    since,
                    "collapsed",
                    new Remedy(Setting.BETA, 1));
        }
        return slower(
                text + " It has been like that since step %d.".formatted(since), since, "collapsed", learningRate);
    }

    /** A run whose loss has settled, while it goes on, at more than it began with; null if it has not. */
    static @Nullable Trouble underWay(RunHistory history, Speed speed, double learningRate) {
        TestLosses start = history.atStart();
        if (start == null || !speed.isSettledAbove(risen(start))) {
            return null;
        }
        long step = new Verdict(start, start, history.curves()).rise().orElse(0);
        String text = "the reconstruction loss is larger than it was at the start: it rose at step %d.".formatted(step);
        return slower(text, step, "loss rose", learningRate);
    }

    private static Trouble slower(String text, long step, String mark, double learningRate) {
        double lower = DivergedException.lower(learningRate);
        return new Trouble(
                text + " Try a learning rate of %s in place of %s.".formatted(lower, learningRate),
                step,
                mark,
                new Remedy(Setting.LEARNING_RATE, lower));
    }

    private static double risen(TestLosses start) {
        return start.distortion() + RISE * Math.abs(start.distortion());
    }

    /** The first step after which the loss was clearly more than that of the untrained network. */
    private OptionalLong rise() {
        return first(value -> value > risen(start));
    }

    private OptionalLong first(DoublePredicate distortion) {
        return IntStream.range(0, curves.points())
                .filter(i -> distortion.test(curves.distortion()[i]))
                .mapToLong(i -> curves.step()[i])
                .findFirst();
    }

    /** Whether it has no rate to pay for pictures with, if it could, and does not get better any more. */
    private boolean mayHaveCollapsed() {
        int points = curves.points();
        if (points < LEAST_POINTS || end.rate() > NO_RATE) {
            return false;
        }
        double third = average(points / 2, points * 3 / 4);
        double fourth = average(points * 3 / 4, points);
        return third - fourth < NEAR * Math.max(0, start.distortion() - fourth);
    }

    private double average(int from, int to) {
        return IntStream.range(from, to)
                .mapToDouble(i -> curves.distortion()[i])
                .average()
                .orElse(Double.NaN);
    }
}
