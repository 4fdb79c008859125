package elboroom.app.evidence;

import elboroom.app.explore.ExploreModel;
import elboroom.data.ImageSet;
import elboroom.measure.EvidenceSurvey;
import elboroom.measure.EvidenceSurvey.OfImage;
import elboroom.measure.Watch;
import elboroom.model.Vae;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * Evidence and ELBO of the images of the explored data, a few at a time: of the first {@value #FIRST} within seconds, of all
 * in minutes. For the thread of the window.
 */
public final class SurveyModel {
    /** Images after which there is something to be seen: ten seconds of the reference network. */
    static final int FIRST = 500;

    private static final String KEY = "survey";
    /** Images after which whoever waits for the engine gets it. */
    private static final int AT_ONCE = 2;
    /** Between two times that the window is told: a chart of thousands of points is not drawn more often. */
    private static final long TOLD_EACH = 400_000_000L;

    private final Source source;
    private final Executor ui;
    private final ReadOnlyObjectWrapper<Known> known = new ReadOnlyObjectWrapper<>(this, "known", Known.NONE);
    /** All that was measured, in order; replaced, never changed. */
    private List<OfImage> measured = List.of();
    /** Model and data that {@link #measured} is of. */
    private String subject = "";

    private int most = Integer.MAX_VALUE;
    private int turn;
    private boolean asked;
    private boolean shown;
    /** Whether it was ended by hand, and goes on only when asked to. */
    private boolean held;

    /**
     * What is known.
     *
     * @param digest of the first images, in order
     * @param wanted how many there will be in the end
     * @param running whether it is getting more
     */
    record Known(SurveyDigest digest, int wanted, boolean running) {
        static final Known NONE = new Known(SurveyDigest.NONE, 0, false);

        int count() {
            return digest.count();
        }

        /** How many there will be soon: the first few hundred, and then all. */
        int next() {
            return count() < FIRST ? Math.min(FIRST, wanted) : wanted;
        }
    }

    SurveyModel(Source source, Executor ui) {
        this.source = source;
        this.ui = ui;
        source.explore().stateProperty().addListener(observable -> follow());
    }

    ReadOnlyObjectProperty<Known> knownProperty() {
        return known.getReadOnlyProperty();
    }

    /** Of each image that is known, in order. */
    List<OfImage> measured() {
        return measured;
    }

    boolean isAsked() {
        return asked;
    }

    /** Leaves it at fewer images, where there are no minutes to wait. */
    void measureAtMost(int images) {
        most = images;
    }

    /** Measures from now on, or no longer. */
    void show(boolean on) {
        shown = on;
        if (on) {
            asked = true;
            follow();
            if (!held && !known.get().running()) {
                run();
            }
        } else {
            end();
        }
    }

    /** Ends it; what is known stays. */
    public void cancel() {
        held = true;
        end();
    }

    /** Goes on where it ended. */
    public void resume() {
        held = false;
        run();
    }

    private void end() {
        turn++;
        source.cancel(KEY);
        known.set(new Known(known.get().digest(), known.get().wanted(), false));
    }

    private void follow() {
        ExploreModel explore = source.explore();
        String wanted = explore.state().model() + "\n" + explore.state().data();
        if (shown && !wanted.equals(subject)) {
            // What is under way is of another model, or of other data.
            end();
            subject = wanted;
            held = false;
            measured = List.of();
            known.set(Known.NONE);
            run();
        }
    }

    private void run() {
        ExploreModel explore = source.explore();
        int wanted = Math.min(most, explore.dataset().size());
        if (explore.model().autoencoder() || measured.size() >= wanted) {
            return;
        }
        int mine = ++turn;
        String data = explore.dataset().id();
        int latentSize = explore.model().latentSize();
        known.set(new Known(known.get().digest(), wanted, true));
        List<OfImage> all = new ArrayList<>(measured);
        Telling telling = new Telling(mine, wanted, latentSize);
        source.engine()
                .<Boolean>submitSteps(
                        KEY,
                        () -> "measuring evidence",
                        vae -> {
                            step(vae, data, all, wanted);
                            telling.tell(all);
                            return all.size() < wanted ? Optional.empty() : Optional.of(true);
                        },
                        done -> {});
    }

    private void step(Vae vae, String data, List<OfImage> all, int wanted) {
        ImageSet images = source.workspace().images(data);
        int from = all.size();
        // Of the place, so that it does not matter where it was ended and went on.
        SplittableRandom random = new SplittableRandom(from);
        int to = Math.min(wanted, from + AT_ONCE);
        all.addAll(EvidenceSurvey.part(vae, source.plane(vae), images.images(from, to), to - from, random, Watch.NONE));
    }

    /** Tells the window what is known so far; on the engine's thread. */
    private final class Telling {
        private final int mine;
        private final int wanted;
        private final int latentSize;
        private long told = System.nanoTime() - TOLD_EACH;

        Telling(int mine, int wanted, int latentSize) {
            this.mine = mine;
            this.wanted = wanted;
            this.latentSize = latentSize;
        }

        void tell(List<OfImage> all) {
            boolean done = all.size() >= wanted;
            if (!done && System.nanoTime() - told < TOLD_EACH) {
                return;
            }
            told = System.nanoTime();
            EvidenceSurvey now = new EvidenceSurvey(all, latentSize == 2, latentSize);
            SurveyDigest digest = SurveyDigest.of(now);
            ui.execute(() -> {
                if (turn == mine) {
                    measured = now.images();
                    known.set(new Known(digest, wanted, !done));
                }
            });
        }
    }
}
