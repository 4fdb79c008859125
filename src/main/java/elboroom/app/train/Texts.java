package elboroom.app.train;

import elboroom.app.widget.Numbers;
import elboroom.model.Architecture;
import elboroom.model.VaeConfig;
import elboroom.train.BetaSchedule;
import elboroom.train.RunDescription;
import elboroom.train.SessionStatus;
import elboroom.train.SettingChange.Setting;
import elboroom.train.TrainingPlan;
import elboroom.train.Trouble;
import elboroom.train.Trouble.Remedy;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** How runs, settings and times are put in words. */
final class Texts {
    private static final int DIGITS = 4;
    private static final int MINUTE = 60;
    private static final int HOUR = 3600;

    private Texts() {}

    /** A setting with as many digits as it has, four at most: 1, 0.001, 0.0001235. */
    static String number(double value) {
        if (!Double.isFinite(value)) {
            return "–";
        }
        BigDecimal rounded =
                new BigDecimal(value).round(new MathContext(DIGITS)).stripTrailingZeros();
        return rounded.signum() == 0 ? "0" : rounded.toPlainString().replace('-', '−');
    }

    /** Seconds as 12 s, 3:05 or 1:02:03; empty if there is no saying. */
    static String duration(double seconds) {
        if (!Double.isFinite(seconds) || seconds < 0) {
            return "";
        }
        long whole = Math.round(seconds);
        if (whole < MINUTE) {
            return whole + " s";
        }
        return whole < HOUR
                ? "%d:%02d min".formatted(whole / MINUTE, whole % MINUTE)
                : "%d:%02d h".formatted(whole / HOUR, whole % HOUR / MINUTE);
    }

    static String count(long count, String one, String many) {
        return Numbers.fixed(count, 0) + " " + (count == 1 ? one : many);
    }

    /** All that is set up in a run, in one line. */
    static String summary(RunDescription run, String dataset) {
        TrainingPlan plan = run.plan();
        VaeConfig config = plan.config();
        StringBuilder text = new StringBuilder(dataset);
        if (run.images() > 0) {
            text.append(", ").append(count(run.images(), "image", "images"));
        }
        text.append(" · ").append(config.autoencoder() ? "autoencoder" : "VAE");
        text.append(", ").append(network(config.architecture()));
        text.append(", z of ").append(config.latentSize());
        if (!config.autoencoder()) {
            text.append(" · β ").append(number(config.beta())).append(schedule(plan.betaSchedule()));
            if (config.freeBits() > 0) {
                text.append(" · free bits ").append(number(config.freeBits())).append(" nats");
            }
        }
        text.append(" · learning rate ").append(number(plan.learningRate()));
        text.append(" · batch ").append(plan.batch());
        text.append(" · ").append(count(plan.epochs(), "epoch", "epochs"));
        return text.append(" · seed ").append(config.seed()).toString();
    }

    /** What went wrong with a run that has ended, where, and what to start again with. */
    static String trouble(Trouble trouble) {
        if (trouble.mark().isEmpty()) {
            return trouble.text();
        }
        String what = "%s%s at step %s."
                .formatted(
                        trouble.mark().substring(0, 1).toUpperCase(Locale.ROOT),
                        trouble.mark().substring(1),
                        Numbers.fixed(trouble.step(), 0));
        Remedy remedy = trouble.remedy();
        if (remedy == null) {
            return what;
        }
        String setting = remedy.setting() == Setting.BETA ? "β at" : "a learning rate of";
        return "%s Start again with %s %s.".formatted(what, setting, number(remedy.value()));
    }

    private static String network(Architecture architecture) {
        return architecture instanceof Architecture.Convolutional
                ? "convolutional"
                : "MLP" + architecture.toString().substring(3);
    }

    private static String schedule(BetaSchedule schedule) {
        if (schedule instanceof BetaSchedule.WarmUp warmUp) {
            return warmUp.ofRun()
                    ? " after %s%% warm-up".formatted(number(100 * warmUp.length()))
                    : " after %s of warm-up"
                            .formatted(warmUp.length() == 1 ? "1 epoch" : number(warmUp.length()) + " epochs");
        }
        return schedule instanceof BetaSchedule.Cyclical cyclical
                ? " in " + count(cyclical.cycles(), "cycle", "cycles")
                : "";
    }

    /** How far a session has come; empty before that is known. */
    static String progress(SessionStatus now) {
        if (now.steps() == 0) {
            return "";
        }
        return "epoch %d of %d · step %s of %s"
                .formatted(
                        now.epoch(),
                        now.stepsPerEpoch() == 0 ? 0 : now.steps() / now.stepsPerEpoch(),
                        Numbers.fixed(now.step(), 0),
                        Numbers.fixed(now.steps(), 0));
    }

    /** What a session is doing, in a few words. */
    static String state(SessionStatus now) {
        return switch (now.state()) {
            case LOADING -> "reading the data…";
            case REPEATING -> "taking the steps up to there again…";
            case PAUSED -> "paused";
            case RUNNING ->
                now.imagesPerSecond() == 0
                        ? "starting…"
                        : Numbers.fixed(now.imagesPerSecond(), 0) + " images/s · " + duration(now.secondsLeft())
                                + " left";
            case STORING -> "storing the model…";
            case FINISHED -> "finished";
            case STOPPED -> "stopped";
            case DIVERGED -> "diverged";
            case FAILED -> "failed";
            case CLOSED -> "saved";
        };
    }
}
