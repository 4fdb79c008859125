package elboroom.app.evidence;

import elboroom.app.explore.ExploreModel;
import elboroom.app.explore.MapContent;
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
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Evidence and ELBO of the first images of the explored data, a few at a time. For the thread of the window. */
public final class SurveyModel {
    /** Images that are measured: half a minute of the reference network. */
    static final int MOST = 500;

    private static final String KEY = "survey";
    /** Images after which whoever waits for the engine gets it. */
    private static final int AT_ONCE = 2;

    private final Source source;
    private final Executor ui;
    private final ReadOnlyObjectWrapper<Known> known = new ReadOnlyObjectWrapper<>(this, "known", Known.NONE);
    private String subject = "";
    /** What {@link #known} is of. */
    private String measured = "";

    private int most = MOST;
    private int turn;
    private boolean asked;
    private boolean shown;

    /**
     * What is known.
     *
     * @param of the first images, in order
     * @param wanted how many there will be
     * @param running whether it is getting more
     */
    public record Known(EvidenceSurvey of, int wanted, boolean running) {
        static final Known NONE = new Known(new EvidenceSurvey(List.of(), true, 2), 0, false);

        public int count() {
            return of.images().size();
        }

        /** The images with the largest gaps, the largest first. */
        List<Integer> largest(int most) {
            return IntStream.range(0, count())
                    .boxed()
                    .sorted((a, b) -> Double.compare(gap(b), gap(a)))
                    .limit(most)
                    .toList();
        }

        double gap(int image) {
            return of.images().get(image).gap();
        }

        /** Images with a gap above some nats. */
        long above(double nats) {
            return of.images().stream().filter(image -> image.gap() > nats).count();
        }
    }

    SurveyModel(Source source, Executor ui) {
        this.source = source;
        this.ui = ui;
        source.explore().stateProperty().addListener(observable -> follow());
    }

    public ReadOnlyObjectProperty<Known> knownProperty() {
        return known.getReadOnlyProperty();
    }

    /** The image's class and number. */
    String name(int image) {
        return MapContent.describe(source.explore().imagesProperty().get(), image);
    }

    boolean isAsked() {
        return asked;
    }

    /** Leaves it at fewer images, where there is no half minute to wait. */
    void measureAtMost(int images) {
        most = images;
    }

    /** Measures from now on, or no longer. */
    void show(boolean on) {
        shown = on;
        if (on) {
            asked = true;
            subject = "";
            follow();
        } else {
            cancel();
        }
    }

    /** Ends it; what is known stays. */
    public void cancel() {
        turn++;
        source.cancel(KEY);
        known.set(new Known(known.get().of(), known.get().wanted(), false));
    }

    /** Goes on where it ended. */
    public void resume() {
        run();
    }

    private void follow() {
        ExploreModel explore = source.explore();
        String wanted = explore.state().model() + "\n" + explore.state().data();
        if (!shown || wanted.equals(subject)) {
            return;
        }
        boolean other = !wanted.equals(measured);
        subject = wanted;
        if (other) {
            measured = wanted;
            known.set(Known.NONE);
        }
        run();
    }

    private void run() {
        ExploreModel explore = source.explore();
        int wanted = Math.min(most, explore.dataset().size());
        if (explore.model().autoencoder()
                || known.get().count() >= wanted && known.get().wanted() > 0) {
            return;
        }
        int mine = ++turn;
        String data = explore.dataset().id();
        List<OfImage> all = new ArrayList<>(known.get().of().images());
        boolean exact = explore.model().latentSize() == 2;
        int latentSize = explore.model().latentSize();
        known.set(new Known(new EvidenceSurvey(all, exact, latentSize), wanted, true));
        SplittableRandom random = new SplittableRandom(all.size());
        source.engine()
                .<Boolean>submitSteps(
                        KEY,
                        () -> "measuring evidence",
                        vae -> {
                            step(vae, data, all, wanted, random);
                            EvidenceSurvey now = new EvidenceSurvey(all, exact, latentSize);
                            boolean done = all.size() >= wanted;
                            ui.execute(() -> {
                                if (turn == mine) {
                                    known.set(new Known(now, wanted, !done));
                                }
                            });
                            return done ? Optional.of(true) : Optional.empty();
                        },
                        done -> {});
    }

    private void step(Vae vae, String data, List<OfImage> all, int wanted, SplittableRandom random) {
        ImageSet images = source.workspace().images(data);
        int from = all.size();
        int to = Math.min(wanted, from + AT_ONCE);
        all.addAll(EvidenceSurvey.part(vae, source.plane(vae), images.images(from, to), to - from, random, Watch.NONE));
    }
}
