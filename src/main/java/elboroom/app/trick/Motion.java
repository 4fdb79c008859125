package elboroom.app.trick;

import javafx.animation.Animation;
import javafx.animation.Interpolator;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.animation.Transition;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.util.Duration;

/** Takes steps of the One draw page, one or one after the other; ε moves to its new place, so that the eye can follow z. */
final class Motion {
    private static final Duration PAUSE = Duration.millis(1_100);
    private static final Duration GLIDE = Duration.millis(400);

    private final DrawModel model;
    private final BooleanProperty playing = new SimpleBooleanProperty(this, "playing");
    private final Timeline steps = new Timeline(new KeyFrame(PAUSE, event -> step()));
    private double[] from = {};
    private double[] to = {};
    private boolean holdsNoise;
    private final Transition glide = new Transition() {
        {
            setCycleDuration(GLIDE);
            setInterpolator(Interpolator.EASE_BOTH);
        }

        @Override
        protected void interpolate(double share) {
            if (from.length != model.noise().length) {
                return;
            }
            double[] between = new double[from.length];
            for (int j = 0; j < between.length; j++) {
                between[j] = from[j] + share * (to[j] - from[j]);
            }
            model.setNoise(between);
        }
    };

    Motion(DrawModel model) {
        this.model = model;
        steps.setCycleCount(Animation.INDEFINITE);
        playing.addListener(observable -> {
            if (playing.get()) {
                step();
                steps.play();
            } else {
                steps.stop();
            }
        });
    }

    /** Whether steps follow each other. */
    BooleanProperty playingProperty() {
        return playing;
    }

    /** @param on true to hold ε and change the input, false to hold the input and draw ε */
    void holdNoise(boolean on) {
        holdsNoise = on;
    }

    boolean holdsNoise() {
        return holdsNoise;
    }

    void step() {
        if (holdsNoise) {
            model.nextImage();
        } else {
            glide.stop();
            from = model.noise();
            to = model.freshNoise();
            glide.playFromStart();
        }
    }

    /** The hand takes over. */
    void stop() {
        glide.stop();
        playing.set(false);
    }
}
