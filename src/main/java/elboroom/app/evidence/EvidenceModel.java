package elboroom.app.evidence;

import elboroom.app.concurrent.Engine;
import elboroom.app.explore.ExploreModel;
import elboroom.app.explore.Scatter;
import elboroom.app.explore.Workspace;
import elboroom.data.ImageSet;
import elboroom.measure.GaussianFit.Step;
import elboroom.measure.Iwae.Rung;
import elboroom.measure.TruePosterior;
import java.util.List;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import org.jspecify.annotations.Nullable;

/**
 * The Evidence tab without its looks: the image that is explored, from a first look at its posterior to the best Gaussian and
 * the ladder of bounds, each shown as soon as it is there. For the thread of the window.
 */
public final class EvidenceModel {
    private final Source source;
    private final SurveyModel survey;
    private final ImageWork work;
    private final ReadOnlyIntegerWrapper step = new ReadOnlyIntegerWrapper(this, "step");
    private @Nullable Subject subject;
    private boolean shown;
    /** Whether the work on it was ended before it was done. */
    private boolean ended;

    /** The step of the climb that is shown once that has been found. */
    private int wantedStep;

    /**
     * Follows what is explored.
     *
     * @param engine of this tab alone
     * @param ui runs updates of the window
     */
    public EvidenceModel(Workspace workspace, ExploreModel explore, Engine engine, Executor ui) {
        source = new Source(workspace, explore, engine);
        survey = new SurveyModel(source, ui);
        work = new ImageWork(source, ui);
        work.climbProperty().addListener((observable, was, is) -> {
            if (is != null && wantedStep > 0) {
                showStep(wantedStep);
            }
        });
        explore.stateProperty().addListener(observable -> follow());
        explore.inspectionProperty().addListener(observable -> follow());
    }

    // ---- what there is to see ----

    /** Evidence and ELBO of the image; null until they are known, and for autoencoders. */
    public ReadOnlyObjectProperty<@Nullable ImageEvidence> lookProperty() {
        return work.lookProperty();
    }

    /** The way to the best Gaussian; null until it has been found. */
    public ReadOnlyObjectProperty<@Nullable Climb> climbProperty() {
        return work.climbProperty();
    }

    /** log p(z|x) around the best Gaussian; null until it is known. */
    public ReadOnlyObjectProperty<@Nullable TruePosterior> nearProperty() {
        return work.nearProperty();
    }

    /** Importance-weighted bounds at rising k; empty until they are known. */
    public ReadOnlyObjectProperty<List<Rung>> ladderProperty() {
        return work.ladderProperty();
    }

    /** The step of the climb that is shown. */
    public ReadOnlyIntegerProperty stepProperty() {
        return step.getReadOnlyProperty();
    }

    /** Share done of what is being worked out of the image; not a number when nothing is. */
    public ReadOnlyDoubleProperty progressProperty() {
        return work.progressProperty();
    }

    /** The evidence of many images. */
    public SurveyModel survey() {
        return survey;
    }

    /** Whether the model has a prior, and so an evidence. */
    public boolean hasEvidence() {
        return !source.explore().model().autoencoder();
    }

    public int latentSize() {
        return source.explore().model().latentSize();
    }

    /** Number of the image in its data; −1 for a drawing. */
    public int image() {
        return Subject.of(source.explore()).image();
    }

    /** The images that can be chosen; null until they have been read. */
    public ReadOnlyObjectProperty<@Nullable ImageSet> imagesProperty() {
        return source.explore().imagesProperty();
    }

    // ---- commands ----

    /** Works from now on, or no longer: only while the tab is shown. */
    public void show(boolean on) {
        shown = on;
        if (on) {
            resume();
        } else if (!Double.isNaN(work.progressProperty().get())) {
            cancel();
        }
        survey.show(on && survey.isAsked());
    }

    /** Ends what is being worked out; what is known stays, and the rest waits to be asked for. */
    public void cancel() {
        work.cancel();
        ended = true;
    }

    /** Works out what is missing. */
    public void resume() {
        Subject last = subject;
        if (shown && ended && last != null && last.equals(Subject.of(source.explore()))) {
            ended = false;
            if (hasEvidence()) {
                work.resume(last);
            }
        } else {
            follow();
        }
    }

    /** Looks at an image of the data, here and in Explore. */
    public void choose(int image) {
        source.explore().select(image);
    }

    /** Looks at the image whose posterior's mean is nearest to a place of the plane. */
    public void chooseNear(double x, double y) {
        Scatter scatter = source.explore().scatterProperty().get();
        int best = -1;
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < scatter.size(); i++) {
            double distance = Math.hypot(scatter.x()[i] - x, scatter.y()[i] - y);
            if (distance < least) {
                least = distance;
                best = i;
            }
        }
        if (best >= 0 && best != image()) {
            choose(best);
        }
    }

    /** Looks at the next image of a class, the first again after the last. */
    public void chooseNextOf(int label) {
        ImageSet images = imagesProperty().get();
        if (images == null) {
            return;
        }
        for (int i = 1; i <= images.size(); i++) {
            int index = Math.floorMod(Math.max(0, image()) + i, images.size());
            if (images.label(index) == label) {
                choose(index);
                return;
            }
        }
    }

    /** Shows a step of the climb. */
    public void showStep(int index) {
        Climb now = work.climbProperty().get();
        if (now != null) {
            step.set(Math.max(0, Math.min(now.steps().size() - 1, index)));
        }
    }

    /** Shows a step of the climb as soon as that has been found; beyond its end, the best Gaussian. */
    void showStepOnce(int index) {
        follow();
        wantedStep = index;
        showStep(index);
    }

    /** The step that is shown, or will be. */
    int wantedStep() {
        return work.climbProperty().get() == null ? wantedStep : step.get();
    }

    /** The Gaussian that is shown; null while there is none. */
    public @Nullable Step shownStep() {
        Climb now = work.climbProperty().get();
        return now == null
                ? null
                : now.steps().get(Math.min(step.get(), now.steps().size() - 1));
    }

    private void follow() {
        Subject wanted = Subject.of(source.explore());
        if (!shown || wanted.equals(subject)) {
            return;
        }
        subject = wanted;
        ended = false;
        wantedStep = 0;
        step.set(0);
        if (hasEvidence()) {
            work.start(wanted);
        } else {
            work.forget();
        }
    }
}
