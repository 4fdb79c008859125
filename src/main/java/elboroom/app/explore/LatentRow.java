package elboroom.app.explore;

import elboroom.app.widget.Bar;
import elboroom.app.widget.Hints;
import elboroom.app.widget.IconButtons;
import elboroom.app.widget.IntervalStrip;
import elboroom.app.widget.Numbers;
import elboroom.model.Posterior;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/**
 * One latent dimension: where the marker is, by slider and as a typed number, and below the slider, on the same axis, the
 * posterior of the input that is looked at, with its share of the rate.
 */
final class LatentRow extends HBox {
    private static final double LIMIT = 4;
    private static final double KEY_STEP = 0.1;

    private final int dimension;
    private final ExploreModel model;
    private final Slider slider = new Slider(-LIMIT, LIMIT, 0);
    private final TextField field = new TextField();
    private final IntervalStrip strip = new IntervalStrip(LIMIT);
    private final Label posterior = new Label();
    private final Bar klBar = new Bar();
    private final Label kl = new Label();
    /** Set while the row is written from the state, so that it does not answer back. */
    private boolean showing;
    /** What the row last wrote into its field: anything else has been typed. */
    private String written = "";

    LatentRow(ExploreModel model, int dimension) {
        this.model = model;
        this.dimension = dimension;
        getStyleClass().add("latent-row");
        setAlignment(Pos.CENTER_LEFT);
        String name = Numbers.latentName(dimension);
        Label title = new Label(name);
        title.getStyleClass().add("latent-name");
        VBox track = new VBox(slider, strip);
        track.setAlignment(Pos.CENTER);
        HBox.setHgrow(track, Priority.ALWAYS);
        Button reset = IconButtons.button(
                Feather.ROTATE_CCW, "reset " + name, "Sets " + name + " to 0, the middle of the prior", () -> put(0));
        reset.getStyleClass().add("reset");
        setUpSlider(name);
        setUpField(name);
        posterior.getStyleClass().addAll("number", "posterior");
        kl.getStyleClass().addAll("number", "kl");
        Hints.explain(
                posterior,
                "posterior of " + name,
                "Where the encoder puts the input along " + name
                        + ": the mean of its posterior q(z|x) ± the standard deviation σ");
        Hints.explain(
                klBar,
                "KL of " + name,
                "The part of the rate that " + name
                        + " costs: KL divergence from the prior N(0, 1), in nats. A dimension"
                        + " near 0 carries nothing about the input");
        getChildren().addAll(title, track, field, reset, posterior, klBar, kl);
    }

    private void setUpSlider(String name) {
        slider.setId("slider-" + dimension);
        slider.setBlockIncrement(KEY_STEP);
        slider.valueProperty().addListener((observable, old, value) -> {
            if (!showing && isThere()) {
                model.setLatent(dimension, value.doubleValue());
            }
        });
        slider.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) {
                put(0);
            }
        });
        slider.setOnMouseReleased(event -> model.endGesture());
        slider.setOnKeyReleased(event -> model.endGesture());
        Hints.explain(
                slider,
                "slider of " + name,
                "The marker's place along " + name + ", in standard deviations of the prior. Double-click: back to 0");
    }

    private void setUpField(String name) {
        field.setId("field-" + dimension);
        field.getStyleClass().add("latent-field");
        field.setOnAction(event -> commit());
        field.focusedProperty().addListener((observable, was, focused) -> {
            if (!focused) {
                commit();
            }
        });
        Hints.explain(
                field, "value of " + name, "The marker's place along " + name + "; type a number and press Enter");
    }

    private void commit() {
        double typed = Numbers.parse(field.getText());
        if (Double.isFinite(typed) && !field.getText().equals(written)) {
            put(typed);
        }
        if (isThere()) {
            write(model.state().latent().get(dimension));
        }
    }

    private void put(double value) {
        if (isThere()) {
            model.endGesture();
            model.setLatent(dimension, value);
            model.endGesture();
        }
    }

    /** Rows follow a moment after the model, which by now may be another with fewer dimensions. */
    private boolean isThere() {
        return dimension < model.state().latent().size();
    }

    void show(double value) {
        showing = true;
        slider.setValue(Math.max(-LIMIT, Math.min(LIMIT, value)));
        showing = false;
        boolean typing = !field.getText().equals(written);
        if (!typing) {
            write(value);
        }
    }

    private void write(double value) {
        written = Numbers.fixed(value, 2);
        field.setText(written);
    }

    /**
     * Shows the posterior of the input that is looked at.
     *
     * @param largest KL of all dimensions, which fills the bar
     */
    void show(@Nullable Posterior looked, double largest) {
        if (looked == null) {
            strip.clear();
            posterior.setText("");
            klBar.setShare(0);
            kl.setText("");
            return;
        }
        double mean = looked.mean(0, dimension);
        double deviation = looked.deviation(0, dimension);
        double nats = looked.kl(0, dimension);
        strip.show(mean, deviation);
        posterior.setText(Numbers.fixed(mean, 2) + " ± " + Numbers.fixed(deviation, 2));
        klBar.setShare(nats / largest);
        kl.setText(Numbers.fixed(nats, 1));
    }
}
