package elboroom.lesson;

import java.util.Arrays;
import java.util.Optional;

/**
 * The numbers of the running program that lessons can name. Those of a whole model can be asked of another than the one that
 * is shown: {@code rate of mnist-beta-4-10d}.
 */
public enum Quantity {
    DISTORTION("distortion", 1, Source.MODEL, "reconstruction loss, nats per image"),
    RATE("rate", 1, Source.MODEL, "KL from the prior, nats per image"),
    ELBO("elbo", 1, Source.MODEL, "−distortion − rate, nats per image"),
    BETA("beta", 1, Source.MODEL, "weight of the rate when it was trained"),
    OBJECTIVE("objective", 1, Source.MODEL, "distortion + β · rate, nats per image"),
    LATENT_SIZE("latentSize", 0, Source.MODEL, "latent dimensions"),
    ACTIVE_UNITS("activeUnits", 0, Source.MODEL, "active latent dimensions: variance of the means above 0.01"),
    COLLAPSED_UNITS("collapsedUnits", 0, Source.MODEL, "latent dimensions that are (ε,δ)-collapsed"),
    LARGEST_KL("largestKl", 1, Source.MODEL, "KL of the latent dimension that has most, nats per image"),
    CODE_SPREAD("codeSpread", 1, Source.MODEL, "standard deviation of the codes' coordinates; the prior's is 1"),
    FARTHEST_CODE("farthestCode", 1, Source.MODEL, "distance of the farthest code from the origin"),
    COLLAPSED_DISTORTION("collapsedDistortion", 1, Source.MODEL, "distortion of a decoder that ignores z, nats"),
    DISTORTION_FLOOR("distortionFloor", 1, Source.MODEL, "distortion of a decoder that gives exactly the image, nats"),
    IMAGES("images", 0, Source.MODEL, "images that were measured"),

    IMAGE_DISTORTION("imageDistortion", 1, Source.EXPLORE, "distortion of the image looked at, nats"),
    IMAGE_RATE("imageRate", 1, Source.EXPLORE, "rate of the image looked at, nats"),
    IMAGE_ELBO("imageElbo", 1, Source.EXPLORE, "ELBO of the image looked at, nats"),
    IMAGE_CLASS("imageClass", 0, Source.EXPLORE, "class of the image looked at, counted from 0"),
    IMAGE_MEAN_1("imageMean1", 2, Source.EXPLORE, "first coordinate of its posterior's mean"),
    IMAGE_MEAN_2("imageMean2", 2, Source.EXPLORE, "second coordinate of its posterior's mean"),
    IMAGE_SIGMA_1("imageSigma1", 3, Source.EXPLORE, "σ of its posterior in the first dimension"),
    IMAGE_SIGMA_2("imageSigma2", 3, Source.EXPLORE, "σ of its posterior in the second dimension"),

    MARKER_1("marker1", 2, Source.EXPLORE, "first coordinate of the marker"),
    MARKER_2("marker2", 2, Source.EXPLORE, "second coordinate of the marker"),
    MARKER_RADIUS("markerRadius", 2, Source.EXPLORE, "distance of the marker from the origin"),
    NEIGHBOUR_DISTANCE("neighbourDistance", 2, Source.EXPLORE, "distance of the marker to the nearest code"),
    NEIGHBOUR_CLASS("neighbourClass", 0, Source.EXPLORE, "class of the nearest code, counted from 0"),
    NEIGHBOUR_CLASSES("neighbourClasses", 0, Source.EXPLORE, "how many classes the five nearest codes are of"),

    TARGET_CLASS("targetClass", 0, Source.TARGET, "class of the target image, counted from 0"),
    TARGET_DISTANCE("targetDistance", 2, Source.TARGET, "distance of the marker to the code of the target image"),
    TARGET_ERROR("targetError", 2, Source.TARGET, "distance of what is decoded at the marker to the target image"),
    TARGET_BEST("targetBest", 2, Source.TARGET, "the same at the code of the target image"),

    EVIDENCE("evidence", 1, Source.EVIDENCE, "log p(x) of the image looked at, nats"),
    EVIDENCE_ELBO("evidenceElbo", 1, Source.EVIDENCE, "its ELBO, nats"),
    GAP("gap", 2, Source.EVIDENCE, "log p(x) − ELBO of the image looked at, nats"),

    DRAWN_EPSILON("epsilon1", 2, Source.TRICK_DRAW, "ε in the first dimension"),
    DRAWN_MEAN("drawnMean1", 2, Source.TRICK_DRAW, "mean in the first dimension"),
    DRAWN_SIGMA("drawnSigma1", 3, Source.TRICK_DRAW, "σ in the first dimension"),
    DRAWN_Z("drawnZ1", 2, Source.TRICK_DRAW, "z in the first dimension"),
    PATH_GRADIENT("pathGradient1", 1, Source.TRICK_DRAW, "pathwise gradient by the first mean, from one draw"),
    SCORE_GRADIENT("scoreGradient1", 0, Source.TRICK_DRAW, "score-function gradient by the first mean, from one draw"),
    SCORE_RATIO("scoreRatio", 0, Source.TRICK_VARIANCE, "variance of the bare score function over the pathwise one"),
    BATCH_RATIO("batchRatio", 0, Source.TRICK_VARIANCE, "the same with the average of the batch for a baseline"),
    IMAGE_RATIO("imageRatio", 1, Source.TRICK_VARIANCE, "the same with each image's own average for a baseline"),
    DRAWS("draws", 0, Source.TRICK_VARIANCE, "draws of the noise that were made"),

    HOLE_MASS("holeMass", 1, Source.SCORES, "hole mass: samples of the prior where hardly any code is, per cent"),
    PLAUSIBLE("plausible", 1, Source.SCORES, "plausible samples, per cent"),
    UNEVENNESS("unevenness", 2, Source.SCORES, "median unevenness of straight ways from image to image; 1 is even"),
    STEEPNESS_PER_UNIT("steepnessPerUnit", 1, Source.SCORES, "median of σ_max by units of z"),
    STEEPNESS("steepness", 1, Source.SCORES, "median of σ_max by standard deviations of what is sampled"),
    WORST_UNEVENNESS("unevenness95", 2, Source.SCORES, "unevenness that one way in twenty exceeds"),

    RUN_EPOCHS("runEpochs", 1, Source.RUN, "epochs that the run has done"),
    RUN_DISTORTION("runDistortion", 1, Source.RUN, "the run's last test distortion, nats per image"),
    RUN_RATE("runRate", 1, Source.RUN, "the run's last test rate, nats per image"),
    RUN_BETA("runBeta", 1, Source.RUN, "the run's β now"),
    RUN_LATENT_SIZE("runLatentSize", 0, Source.RUN, "the run's latent dimensions"),
    RUN_USED("runUsed", 0, Source.RUN, "the run's dimensions in use: average KL above 0.1 nat");

    /** Where a number comes from, and so when it is there. */
    public enum Source {
        /** Measured of the model that is shown, or of the one that is named. */
        MODEL,
        /** What is looked at, in Explore or anywhere. */
        EXPLORE,
        /** Of a step with a target. */
        TARGET,
        /** While Evidence is shown. */
        EVIDENCE,
        /** While the Trick tab is shown. */
        TRICK_DRAW,
        /** While the page of variances in the Trick tab is shown. */
        TRICK_VARIANCE,
        /** What the page of scores in Geometry measures of a pair of models, while a step names it. */
        SCORES,
        /** Of the run in the Train tab. */
        RUN;

        /** Whether it has numbers of models by name. */
        public boolean byModel() {
            return this == MODEL || this == SCORES;
        }
    }

    private final String key;
    private final int decimals;
    private final Source source;
    private final String meaning;

    Quantity(String key, int decimals, Source source, String meaning) {
        this.key = key;
        this.decimals = decimals;
        this.source = source;
        this.meaning = meaning;
    }

    /** What it is called in a file. */
    public String key() {
        return key;
    }

    /** That it is usually told with. */
    public int decimals() {
        return decimals;
    }

    public Source source() {
        return source;
    }

    /** What it is, with its unit. */
    public String meaning() {
        return meaning;
    }

    static Optional<Quantity> of(String key) {
        return Arrays.stream(values()).filter(each -> each.key.equals(key)).findFirst();
    }
}
