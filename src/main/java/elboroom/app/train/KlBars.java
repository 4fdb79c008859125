package elboroom.app.train;

import elboroom.app.widget.Hints;
import elboroom.app.widget.Numbers;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** The KL of each latent dimension at one moment, as upright bars with their values above, if there is room for these. */
final class KlBars extends Region {
    private static final double GAP = 0.25;

    private final List<Region> bars = new ArrayList<>();
    private final List<Label> names = new ArrayList<>();
    private final List<Label> numbers = new ArrayList<>();
    private double[] values = {};
    private double largest = 1;

    KlBars() {
        getStyleClass().add("kl-bars");
        Hints.explain(
                this,
                "KL of each dimension",
                "What each latent dimension costs, in nats per image on the test images: its KL divergence from the prior."
                        + " A dimension at 0 says nothing about the image");
    }

    /** Shows the KLs in nats; values that are not numbers have no bar. The scale shrinks with them only when they are halved. */
    void show(List<Double> kl) {
        values = kl.stream().mapToDouble(Double::doubleValue).toArray();
        double most = 0;
        for (double value : values) {
            most = Double.isFinite(value) ? Math.max(most, value) : most;
        }
        if (most > largest || most < largest / 2) {
            largest = Math.max(most, 1);
        }
        if (bars.size() != values.length) {
            build();
        }
        for (int j = 0; j < values.length; j++) {
            numbers.get(j).setText(Numbers.fixed(values[j], 1));
        }
        setAccessibleText("KL of each dimension in nats: "
                + String.join(", ", numbers.stream().map(Label::getText).toList()));
        requestLayout();
    }

    private void build() {
        getChildren().clear();
        bars.clear();
        names.clear();
        numbers.clear();
        for (int j = 0; j < values.length; j++) {
            Region bar = new Region();
            bar.getStyleClass().add("fill");
            bars.add(bar);
            names.add(label(Numbers.latentName(j)));
            numbers.add(label(""));
        }
        getChildren().addAll(bars);
        getChildren().addAll(names);
        getChildren().addAll(numbers);
    }

    private static Label label(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("caption");
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }

    @Override
    protected void layoutChildren() {
        if (values.length == 0) {
            return;
        }
        double text = Math.ceil(names.get(0).prefHeight(-1));
        double pitch = getWidth() / values.length;
        boolean room = numbers.stream().allMatch(label -> label.prefWidth(-1) <= pitch);
        double bottom = getHeight() - (room ? text : 0);
        double top = room ? text : 0;
        // A bar of two dimensions need not be as broad as a third of the window.
        double width = Math.min(pitch * (1 - GAP), 4 * text);
        for (int j = 0; j < values.length; j++) {
            boolean known = Double.isFinite(values[j]);
            double height = known ? Math.max(1, (bottom - top) * values[j] / largest) : 0;
            double left = j * pitch;
            bars.get(j)
                    .resizeRelocate(
                            Math.round(left + (pitch - width) / 2),
                            Math.round(bottom - height),
                            Math.round(width),
                            Math.round(height));
            names.get(j).setVisible(room);
            numbers.get(j).setVisible(room);
            layoutInArea(names.get(j), left, bottom, pitch, text, 0, HPos.CENTER, VPos.CENTER);
            layoutInArea(numbers.get(j), left, bottom - height - text, pitch, text, 0, HPos.CENTER, VPos.CENTER);
        }
    }
}
