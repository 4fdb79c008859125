package elboroom.app.train;

import elboroom.app.widget.Hints;
import elboroom.app.widget.IconButtons;
import elboroom.app.widget.Numbers;
import javafx.animation.AnimationTimer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The time machine's handle: one slider over the steps of the run moves curves, map, mosaic and bars together. */
final class Scrubber extends HBox {
    /** Between two moments while it plays. */
    private static final long NANOS_BETWEEN_MOMENTS = 150_000_000;

    private final RunModel model;
    private final TimeModel time;
    private final Slider slider = new Slider(0, 1, 1);
    private final ToggleButton play;
    private final Button live = new Button("Newest");
    private final Button branch = new Button("Continue from here", new FontIcon(Feather.GIT_BRANCH));
    private final Label place = new Label();
    private final AnimationTimer player = new AnimationTimer() {
        private long last;

        @Override
        public void handle(long now) {
            if (now - last >= NANOS_BETWEEN_MOMENTS) {
                last = now;
                time.advance();
            }
        }
    };
    /** Set while the slider is moved by the time machine, so that it does not answer back. */
    private boolean showing;

    Scrubber(RunModel model) {
        this.model = model;
        this.time = model.time();
        getStyleClass().add("transport-row");
        setAlignment(Pos.CENTER_LEFT);
        play = IconButtons.toggle(
                Feather.PLAY_CIRCLE, "play", "Plays the run from its start, from one kept moment to the next");
        play.setId("play");
        play.setOnAction(event -> time.play(play.isSelected()));
        slider.setId("scrubber");
        slider.valueProperty().addListener((observable, was, is) -> {
            if (!showing) {
                time.seek(Math.round(is.doubleValue()));
                // Where nothing is to be seen the handle does not stay either.
                show();
            }
        });
        HBox.setHgrow(slider, Priority.ALWAYS);
        Hints.explain(
                slider,
                "time machine",
                "Goes back in the time of the run: the curves' cursor, the map, the mosaic and the bars move together. The map"
                        + " shows the kept moment that is nearest");
        place.setId("place");
        place.getStyleClass().addAll("number", "place");
        live.setId("newest");
        live.setMinWidth(USE_PREF_SIZE);
        live.setOnAction(event -> time.goLive());
        Hints.explain(live, "newest", "Goes to the newest moment, and follows the run from there");
        branch.setId("branch");
        branch.setMinWidth(USE_PREF_SIZE);
        branch.setOnAction(event -> model.branch());
        Hints.explain(
                branch,
                "continue from here",
                "Begins another run with the weights of the moment that the map shows. This run stays as it is");
        getChildren().addAll(play, slider, place, live, branch);
        time.stepProperty().addListener(observable -> show());
        time.stopsProperty().addListener(observable -> show());
        time.liveProperty().addListener(observable -> show());
        time.momentProperty().addListener(observable -> show());
        model.dataProperty().addListener(observable -> show());
        time.playingProperty().addListener((observable, was, is) -> play(is));
        show();
    }

    private void play(boolean on) {
        play.setSelected(on);
        if (on) {
            player.start();
        } else {
            player.stop();
        }
    }

    private void show() {
        showing = true;
        RunData run = model.dataProperty().get();
        long step = time.stepProperty().get();
        slider.setMax(Math.max(1, time.end()));
        slider.setBlockIncrement(Math.max(1, slider.getMax() / 100));
        slider.setValue(step);
        boolean none = time.stopsProperty().get().isEmpty();
        boolean back = !time.liveProperty().get();
        slider.setDisable(none);
        play.setDisable(none);
        live.setDisable(!back);
        branch.setDisable(!back || time.momentProperty().get() == null);
        place.setText(
                run == null
                        ? ""
                        : back
                                ? "step %s · epoch %s"
                                        .formatted(Numbers.fixed(step, 0), Numbers.fixed(run.epoch(step), 2))
                                : "newest");
        showing = false;
    }
}
