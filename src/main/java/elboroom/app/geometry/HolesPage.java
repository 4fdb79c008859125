package elboroom.app.geometry;

import atlantafx.base.theme.Styles;
import elboroom.app.ShellModel;
import elboroom.app.chart.ChartFiles;
import elboroom.app.map.KeptSight;
import elboroom.app.map.MapEllipse;
import elboroom.app.map.MapMark;
import elboroom.app.map.MapPoints;
import elboroom.app.widget.DirectScroll;
import elboroom.app.widget.Formula;
import elboroom.app.widget.Hints;
import elboroom.app.widget.InTurn;
import elboroom.app.widget.Numbers;
import elboroom.measure.Holes;
import elboroom.raster.ClassColours;
import elboroom.raster.Palette;
import elboroom.raster.Picture;
import elboroom.raster.Pixels;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executor;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Where samples fall and no image is encoded: a map, the share of it, and what is decoded from samples. */
final class HolesPage extends BorderPane implements Sighted {
    /** Blue where images are, red in a hole. */
    private static final Palette PALETTE = new Palette(new int[] {ClassColours.argb(0), ClassColours.argb(1)}, false);

    /** Dimensions above which hole mass says little. */
    private static final int MANY = 4;

    private final GeometryModel geometry;
    private final HolesModel model;
    private final PlaneMap plane;
    private final Map<Source, ToggleButton> buttons = new EnumMap<>(Source.class);
    private final Formula mass;
    private final Label words = new Label();
    private final SamplesPane pairs;

    HolesPage(GeometryModel geometry, ShellModel shell, Executor drawing, ChartFiles files) {
        this.geometry = geometry;
        model = geometry.holes();
        getStyleClass().add("geometry-page");
        plane = new PlaneMap("hole-map", geometry, model, shell.darkProperty(), drawing);
        plane.map().layers().points().set(true);
        mass = new Formula(
                "hole-mass",
                "Hole mass",
                "% of samples",
                1,
                "Where q(z), all images' codes together, is less than a tenth of p(z): beyond the line on the map.",
                this::massFormula);
        words.setId("samples-words");
        words.getStyleClass().add("caption");
        words.setWrapText(true);
        words.setMinHeight(USE_PREF_SIZE);
        pairs = new SamplesPane(model, plane.map(), this::explore);
        VBox side = new VBox(mass, sources(), words, pairs);
        side.getStyleClass().add("geometry-side");
        side.setMinWidth(0);
        DirectScroll scroll = new DirectScroll(side);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("geometry-scroll");
        Label legend = new Label("blue: samples where images are · diamond: in a hole · line: q(z) = p(z)/10");
        legend.getStyleClass().add("caption");
        FlowPane bar = new FlowPane(MapFiles.button(plane, "hole-map", files), legend, plane.reading());
        bar.getStyleClass().add("map-bar");
        bar.setMinHeight(USE_PREF_SIZE);
        VBox left = new VBox(bar, plane.heatMap());
        left.getStyleClass().add("geometry-main");
        VBox.setVgrow(plane.heatMap(), Priority.ALWAYS);
        setCenter(left);
        InTurn.fill(this, () -> setRight(scroll));
        model.heatProperty()
                .addListener(
                        observable -> plane.heatMap().show(model.heatProperty().get()));
        model.massProperty().addListener(observable -> showMass());
        model.sourceProperty().addListener(observable -> showSource());
        model.samplesProperty().addListener(observable -> showSamples());
        geometry.groundProperty().addListener(observable -> showSource());
        plane.map().setOnPointHovered(this::hover);
        plane.map().setOnPointSelected(this::explore);
        showMass();
        showSource();
        showSamples();
    }

    @Override
    public KeptSight sight() {
        return plane.sight();
    }

    private FlowPane sources() {
        ToggleGroup group = new ToggleGroup();
        HBox switches = new HBox();
        for (Source source : Source.values()) {
            ToggleButton button = new ToggleButton();
            button.setId("source-" + source.name().toLowerCase(Locale.ROOT));
            button.setToggleGroup(group);
            button.setMinWidth(USE_PREF_SIZE);
            button.getStyleClass()
                    .addAll(
                            Styles.SMALL,
                            source == Source.PRIOR
                                    ? Styles.LEFT_PILL
                                    : source == Source.MIXTURE ? Styles.RIGHT_PILL : Styles.CENTER_PILL);
            button.setOnAction(event -> {
                button.setSelected(true);
                model.choose(source);
            });
            buttons.put(source, Hints.explain(button, "samples of " + source.title(false), source.explanation()));
            switches.getChildren().add(button);
        }
        Button again = new Button("Draw again");
        again.setId("draw-again");
        again.getStyleClass().add(Styles.SMALL);
        again.setMinWidth(USE_PREF_SIZE);
        again.setOnAction(event -> model.redraw());
        Hints.explain(again, "draw again", "Draws " + HolesModel.COUNT + " other samples");
        FlowPane line = new FlowPane(switches, again);
        line.getStyleClass().add("map-bar");
        line.setMinHeight(USE_PREF_SIZE);
        return line;
    }

    private void showSource() {
        Ground ground = geometry.groundProperty().get();
        boolean autoencoder = ground != null && ground.model().autoencoder();
        buttons.forEach((source, button) -> {
            button.setText(source.title(autoencoder));
            button.setSelected(source == model.sourceProperty().get());
        });
    }

    private void showMass() {
        Holes.Mass known = model.massProperty().get();
        if (known == null) {
            mass.setUnknown();
        } else {
            mass.setValue(100 * known.mass());
        }
    }

    private String massFormula() {
        Holes.Mass known = model.massProperty().get();
        Ground ground = geometry.groundProperty().get();
        if (known == null || ground == null) {
            return "not worked out yet";
        }
        boolean autoencoder = ground.model().autoencoder();
        return ("hole mass = ∫ p(z) 1[q(z)/p(z) < %s] dz\np(z): %s\nq(z): %s\n= %s of %s samples of p(z), in all %d"
                        + " dimensions\n= %s%% ± %s%%%s")
                .formatted(
                        Holes.THRESHOLD,
                        autoencoder
                                ? "the Gaussian with mean and covariance of the codes (an autoencoder has no prior)"
                                : "the prior N(0, I)",
                        autoencoder
                                ? "%s codes, each a small Gaussian; their width makes left-out codes most likely"
                                        .formatted(
                                                Numbers.fixed(ground.posterior().count(), 0))
                                : "average of the posteriors of %s images"
                                        .formatted(
                                                Numbers.fixed(ground.posterior().count(), 0)),
                        Numbers.fixed(known.mass() * known.samples(), 0),
                        Numbers.fixed(known.samples(), 0),
                        ground.latentSize(),
                        Numbers.fixed(100 * known.mass(), 1),
                        Numbers.fixed(100 * known.standardError(), 1),
                        ground.latentSize() > MANY
                                ? "\nIn so many dimensions the posteriors cover little of the prior, whatever the model."
                                : "");
    }

    private void showSamples() {
        Samples samples = model.samplesProperty().get();
        pairs.show(samples);
        if (samples == null) {
            words.setText("");
            plane.map().setPoints(MapPoints.NONE);
            plane.map().marks().clear();
            return;
        }
        Ground ground = geometry.groundProperty().get();
        int count = samples.all().size();
        words.setText(
                ("%s of %d samples lie in holes%s. %s of %d are as near to a training image as test images to their"
                                + " reconstructions (%s at most). Each is shown beside that image, with the distance.%s")
                        .formatted(
                                samples.inHoles(),
                                count,
                                ground != null && ground.latentSize() > 2 ? " of what is seen on the plane" : "",
                                samples.plausible(),
                                count,
                                Numbers.fixed(samples.typical(), 1),
                                ground != null && ground.latentSize() > MANY
                                        ? " In %d dimensions posteriors cover little of the prior, whatever the model."
                                                .formatted(ground.latentSize())
                                        : ""));
        float[] x = new float[count];
        float[] y = new float[count];
        int[] labels = new int[count];
        List<MapMark> marks = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Samples.Sample sample = samples.all().get(i);
            x[i] = (float) sample.x();
            y[i] = (float) sample.y();
            labels[i] = sample.inHole() ? 1 : 0;
            if (sample.inHole()) {
                marks.add(new MapMark(sample.x(), sample.y(), Integer.toString(i + 1), MapEllipse.Kind.DRAWN));
            }
        }
        plane.map().setPoints(new MapPoints(x, y, labels, List.of("where images are", "in a hole"), PALETTE));
        plane.map().marks().setAll(marks);
    }

    /** Puts the marker on a sample; of more dimensions, the sample does not lie on the plane. */
    private void explore(int index) {
        Samples samples = model.samplesProperty().get();
        Ground ground = geometry.groundProperty().get();
        if (samples != null
                && ground != null
                && ground.latentSize() == 2
                && index < samples.all().size()) {
            geometry.explored()
                    .moveTo(
                            samples.all().get(index).x(),
                            samples.all().get(index).y());
            geometry.explored().endGesture();
        }
    }

    private void hover(int index) {
        Samples samples = model.samplesProperty().get();
        pairs.point(index);
        if (samples != null && index >= 0 && index < samples.all().size()) {
            Samples.Sample sample = samples.all().get(index);
            plane.map().setHoverContent(picture(sample.image(), samples), "sample " + (index + 1));
        }
    }

    private static Picture picture(float[] image, Samples samples) {
        return samples.shape().channels() == 3
                ? Pixels.colour(image, samples.shape().width(), samples.shape().height())
                : Pixels.grey(image, samples.shape().width(), samples.shape().height());
    }
}
