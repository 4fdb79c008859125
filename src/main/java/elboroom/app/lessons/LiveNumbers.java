package elboroom.app.lessons;

import elboroom.app.concurrent.Engine;
import elboroom.app.evidence.EvidenceModel;
import elboroom.app.evidence.ImageEvidence;
import elboroom.app.explore.ExploreModel;
import elboroom.app.explore.Inspection;
import elboroom.app.explore.NeighbourImage;
import elboroom.app.explore.Workspace;
import elboroom.app.geometry.GeometryModel;
import elboroom.app.geometry.ScoreCard;
import elboroom.app.train.RunData;
import elboroom.app.train.TrainModel;
import elboroom.app.trick.Drawn;
import elboroom.app.trick.TrickModel;
import elboroom.data.ImageSet;
import elboroom.lesson.NumbersNow;
import elboroom.lesson.Quantity;
import elboroom.measure.GeometrySurvey;
import elboroom.measure.GradientEstimators;
import elboroom.measure.GradientEstimators.Kind;
import elboroom.measure.LatentDraw;
import elboroom.train.TestLosses;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import javafx.beans.Observable;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;

/** Reads what lessons can name off the models of the window's tabs. For the thread of the window. */
final class LiveNumbers implements NumbersNow {
    /** Average KL above which a dimension of a run is said to be in use, nats. */
    private static final double IN_USE = 0.1;

    private final ExploreModel explore;
    private final EvidenceModel evidence;
    private final TrickModel trick;
    private final GeometryModel geometry;
    private final TrainModel train;
    private final Meter meter;
    private final Target target;
    private final Executor ui;
    private final AtomicBoolean pending = new AtomicBoolean();
    /** Grows when a number may have changed, at most once an update of the window. */
    private final ReadOnlyLongWrapper version = new ReadOnlyLongWrapper(this, "version");

    /**
     * @param measuring engine for whole models, of this alone
     * @param aiming engine for the image to be reached, of this alone
     * @param ui runs updates of the window
     */
    LiveNumbers(Workspace workspace, LessonSources sources, Engine measuring, Engine aiming, Executor ui) {
        explore = sources.explore();
        evidence = sources.evidence();
        trick = sources.trick();
        geometry = sources.geometry();
        train = sources.train();
        this.ui = ui;
        meter = new Meter(workspace, measuring, this::changed);
        target = new Target(workspace, explore, aiming, this::changed);
        Stream.<Observable>of(
                        explore.stateProperty(),
                        explore.inspectionProperty(),
                        explore.neighboursProperty(),
                        explore.decodedProperty(),
                        evidence.lookProperty(),
                        trick.draw().drawnProperty(),
                        trick.variance().estimatesProperty(),
                        geometry.scores().cardsProperty(),
                        train.run().dataProperty(),
                        train.run().statusProperty())
                .forEach(each -> each.addListener(observable -> changed()));
    }

    ReadOnlyLongProperty versionProperty() {
        return version.getReadOnlyProperty();
    }

    Target target() {
        return target;
    }

    /** Measures these models; the one that is shown is meant by an empty name. With their scores for Geometry, or without. */
    void want(Set<String> models, boolean scores) {
        geometry.scores().name(scores);
        meter.want(
                Set.copyOf(models.stream()
                        .map(model -> model.isEmpty() ? explore.state().model() : model)
                        .toList()),
                explore.state().data());
    }

    void stop() {
        geometry.scores().name(false);
        meter.stop();
    }

    private void changed() {
        if (pending.compareAndSet(false, true)) {
            ui.execute(() -> {
                pending.set(false);
                version.set(version.get() + 1);
            });
        }
    }

    @Override
    public double value(Quantity quantity, String model) {
        String name = model.isEmpty() ? explore.state().model() : model;
        return switch (quantity.source()) {
            case MODEL -> {
                ModelFigures figures = meter.figures(name, explore.state().data());
                yield figures == null ? Double.NaN : figures.value(quantity);
            }
            case SCORES -> score(quantity, name);
            case EXPLORE -> explored(quantity);
            case TARGET -> target.value(quantity);
            case EVIDENCE -> evidence(quantity);
            case TRICK_DRAW -> drawn(quantity);
            case TRICK_VARIANCE -> variance(quantity);
            case RUN -> run(quantity);
        };
    }

    private double explored(Quantity quantity) {
        Inspection looked = explore.inspectionProperty().get();
        List<NeighbourImage> near = explore.neighboursProperty().get();
        List<Double> marker = explore.state().latent();
        return switch (quantity) {
            case MARKER_1 -> marker.get(0);
            case MARKER_2 -> marker.size() > 1 ? marker.get(1) : Double.NaN;
            case MARKER_RADIUS ->
                Math.sqrt(marker.stream().mapToDouble(z -> z * z).sum());
            case NEIGHBOUR_DISTANCE -> near.isEmpty() ? Double.NaN : near.get(0).distance();
            case NEIGHBOUR_CLASS ->
                near.isEmpty() ? Double.NaN : label(near.get(0).index());
            case NEIGHBOUR_CLASSES ->
                near.isEmpty()
                        ? Double.NaN
                        : near.stream()
                                .mapToDouble(each -> label(each.index()))
                                .distinct()
                                .count();
            case IMAGE_CLASS -> label(explore.state().selected());
            default -> looked == null ? Double.NaN : inspected(quantity, looked);
        };
    }

    private static double inspected(Quantity quantity, Inspection looked) {
        int last = looked.posterior().latentSize() - 1;
        return switch (quantity) {
            case IMAGE_DISTORTION -> looked.distortion();
            case IMAGE_RATE -> looked.rate();
            case IMAGE_ELBO -> looked.elbo();
            case IMAGE_MEAN_1 -> looked.posterior().mean(0, 0);
            case IMAGE_MEAN_2 -> looked.posterior().mean(0, Math.min(1, last));
            case IMAGE_SIGMA_1 -> looked.posterior().deviation(0, 0);
            case IMAGE_SIGMA_2 -> looked.posterior().deviation(0, Math.min(1, last));
            default -> Double.NaN;
        };
    }

    private double label(int index) {
        ImageSet images = explore.imagesProperty().get();
        return images == null || index < 0 || index >= images.size() ? Double.NaN : images.label(index);
    }

    private double evidence(Quantity quantity) {
        ImageEvidence look = evidence.lookProperty().get();
        if (look == null) {
            return Double.NaN;
        }
        return switch (quantity) {
            case EVIDENCE -> look.logEvidence();
            case EVIDENCE_ELBO -> look.elbo();
            case GAP -> look.logEvidence() - look.elbo();
            default -> Double.NaN;
        };
    }

    private double drawn(Quantity quantity) {
        Drawn shown = trick.draw().drawnProperty().get();
        if (shown == null) {
            return Double.NaN;
        }
        LatentDraw draw = shown.draw();
        return switch (quantity) {
            case DRAWN_EPSILON -> draw.noise()[0];
            case DRAWN_MEAN -> draw.mean()[0];
            case DRAWN_SIGMA -> draw.deviation()[0];
            case DRAWN_Z -> draw.z()[0];
            case PATH_GRADIENT -> draw.pathByMean(0);
            case SCORE_GRADIENT -> draw.scoreByMean(0);
            default -> Double.NaN;
        };
    }

    private double variance(Quantity quantity) {
        GradientEstimators estimates = trick.variance().estimatesProperty().get();
        if (estimates == null) {
            return Double.NaN;
        }
        return switch (quantity) {
            case SCORE_RATIO -> estimates.varianceRatio(Kind.SCORE);
            case BATCH_RATIO -> estimates.varianceRatio(Kind.SCORE_BATCH_BASELINE);
            case IMAGE_RATIO -> estimates.varianceRatio(Kind.SCORE_IMAGE_BASELINE);
            case DRAWS -> estimates.draws();
            default -> Double.NaN;
        };
    }

    private double score(Quantity quantity, String model) {
        ScoreCard card = geometry.scores().cardsProperty().get().get(model);
        if (card == null) {
            return Double.NaN;
        }
        GeometrySurvey survey = card.survey();
        return switch (quantity) {
            case HOLE_MASS -> 100 * survey.hole().mass();
            case PLAUSIBLE -> 100 * survey.plausible();
            case UNEVENNESS -> survey.unevenness().median();
            case WORST_UNEVENNESS -> survey.unevenness().p95();
            case STEEPNESS_PER_UNIT -> survey.perUnit().median();
            case STEEPNESS -> survey.perDeviation().median();
            default -> Double.NaN;
        };
    }

    private double run(Quantity quantity) {
        RunData run = train.run().dataProperty().get();
        if (run == null || run.tests().isEmpty()) {
            return Double.NaN;
        }
        TestLosses last = run.tests().get(run.tests().size() - 1);
        float[] beta = run.curves().beta();
        int points = run.curves().points();
        return switch (quantity) {
            case RUN_EPOCHS -> run.epoch(last.step());
            case RUN_DISTORTION -> last.distortion();
            case RUN_RATE -> last.rate();
            case RUN_BETA -> points == 0 ? run.config().beta() : beta[points - 1];
            case RUN_LATENT_SIZE -> last.klPerDimension().size();
            case RUN_USED ->
                last.klPerDimension().stream().filter(kl -> kl > IN_USE).count();
            default -> Double.NaN;
        };
    }
}
