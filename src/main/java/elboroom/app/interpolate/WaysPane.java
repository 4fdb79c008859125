package elboroom.app.interpolate;

import elboroom.app.explore.ExploreModel;
import elboroom.app.widget.Hints;
import elboroom.app.widget.InTurn;
import elboroom.app.widget.Numbers;
import elboroom.data.ImageSet;
import elboroom.data.ImageShape;
import elboroom.latent.PathKind;
import elboroom.raster.Film;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;

/** Each way as a strip of frames, with its length in image space; and what mixing the pixels would give. */
final class WaysPane extends VBox {
    private final InterpolateModel model;
    private final Map<PathKind, FilmStrip> strips = new EnumMap<>(PathKind.class);
    private final Map<PathKind, RadioButton> buttons = new EnumMap<>(PathKind.class);
    private final Map<PathKind, Label> lengths = new EnumMap<>(PathKind.class);
    private final ProgressBar searched = new ProgressBar(0);
    private final Button cancel = new Button("Cancel");
    private final FilmStrip fade;
    /** The ways that the strips are of. */
    private Map<PathKind, Way> shown = Map.of();

    WaysPane(InterpolateModel model, Executor drawing) {
        this.model = model;
        getStyleClass().add("ways");
        List<Node> rows = new ArrayList<>();
        ToggleGroup group = new ToggleGroup();
        for (PathKind kind : PathKind.values()) {
            RadioButton button = new RadioButton(Kinds.title(kind));
            button.setId("way-" + kind.name().toLowerCase(Locale.ROOT));
            button.setToggleGroup(group);
            button.setMinWidth(USE_PREF_SIZE);
            button.setGraphic(swatch(kind));
            button.setOnAction(event -> model.choose(kind));
            Hints.explain(button, Kinds.title(kind), Kinds.explanation(kind));
            buttons.put(kind, button);
            Label length = new Label();
            length.setId("length-" + kind.name().toLowerCase(Locale.ROOT));
            length.getStyleClass().add("caption");
            length.setMinWidth(USE_PREF_SIZE);
            Hints.explain(length, Kinds.title(kind), Kinds.LENGTH);
            lengths.put(kind, length);
            FilmStrip strip = new FilmStrip(drawing, share -> {
                model.choose(kind);
                model.walkTo(share);
            });
            strip.setId("strip-" + kind.name().toLowerCase(Locale.ROOT));
            strips.put(kind, strip);
            HBox left = new HBox(button);
            left.setAlignment(Pos.CENTER_LEFT);
            if (kind == PathKind.GEODESIC) {
                // Beside the name, where no word that changes moves it from under the pointer.
                left.getChildren().add(search());
            }
            rows.add(new VBox(head(left, length), strip));
        }
        Label fadeTitle = new Label("Pixels cross-faded");
        Hints.explain(
                fadeTitle,
                "Pixels cross-faded",
                "The first stop's picture fading into the next one's, without any model: two ghosts, where a latent way"
                        + " passes through images of their own");
        Label fadeNote = new Label("for comparison");
        fadeNote.getStyleClass().add("caption");
        fade = new FilmStrip(drawing, model::walkTo);
        fade.setId("strip-fade");
        fade.stand(-1);
        rows.add(new VBox(head(fadeTitle, fadeNote), fade));
        InTurn.children(this, rows.toArray(Node[]::new));
        model.waysProperty().addListener(observable -> show());
        model.progressProperty().addListener(observable -> progress());
        model.kindProperty().addListener(observable -> stand());
        model.positionProperty().addListener(observable -> stand());
        show();
        progress();
    }

    private static Rectangle swatch(PathKind kind) {
        Rectangle swatch = new Rectangle(14, 4, Kinds.colour(kind));
        swatch.setArcWidth(2);
        swatch.setArcHeight(2);
        return swatch;
    }

    /** How far the search for the geodesic is, and its end; seen only while there is one to speak of. */
    private HBox search() {
        searched.setId("geodesic-progress");
        searched.setMinWidth(USE_PREF_SIZE);
        cancel.setId("geodesic-cancel");
        cancel.setMinWidth(USE_PREF_SIZE);
        cancel.setOnAction(event -> {
            if (isSearching()) {
                model.cancel();
            } else {
                model.again();
            }
            progress();
        });
        Hints.explain(cancel, "search for the geodesic", "Ends the search for the shortest way, or takes it up again");
        HBox search = new HBox(cancel, searched);
        searched.managedProperty().bind(searched.visibleProperty());
        cancel.managedProperty().bind(cancel.visibleProperty());
        search.visibleProperty().bind(searched.visibleProperty().or(cancel.visibleProperty()));
        search.managedProperty().bind(search.visibleProperty());
        search.getStyleClass().add("search");
        search.setAlignment(Pos.CENTER_LEFT);
        return search;
    }

    private static GridPane head(Node left, Node right) {
        GridPane head = new GridPane();
        ColumnConstraints wide = new ColumnConstraints();
        wide.setHgrow(Priority.ALWAYS);
        ColumnConstraints last = new ColumnConstraints();
        last.setHalignment(HPos.RIGHT);
        head.getColumnConstraints().setAll(wide, last);
        head.addRow(0, left, right);
        return head;
    }

    private void show() {
        ImageShape shape = model.explored().model().shape();
        Map<PathKind, Way> ways = model.waysProperty().get();
        for (PathKind kind : PathKind.values()) {
            Way way = ways.get(kind);
            FilmStrip strip = strips.get(kind);
            say(kind);
            if (strip != null) {
                // A better geodesic leaves the other ways as they are.
                if (way != shown.get(kind)) {
                    strip.show(way == null ? null : () -> film(way.images(), way.count(), shape), shape);
                }
            }
        }
        Way line = ways.get(PathKind.LINE);
        if (line != shown.get(PathKind.LINE)) {
            fade.show(line == null ? null : crossFade(line, shape), shape);
        }
        shown = ways;
        stand();
    }

    private boolean isSearching() {
        return !Double.isNaN(model.progressProperty().get());
    }

    private void progress() {
        boolean busy = isSearching();
        searched.setVisible(busy);
        cancel.setText(busy ? "Cancel" : "Go on");
        boolean asked = busy || model.isCancelled();
        RadioButton way = buttons.get(PathKind.GEODESIC);
        if (!asked && cancel.isFocused() && way != null) {
            // Else the focus goes to whatever comes next, and the column is scrolled to that.
            way.requestFocus();
        }
        cancel.setVisible(asked);
        say(PathKind.GEODESIC);
        searched.setProgress(busy ? model.progressProperty().get() : 0);
    }

    private void say(PathKind kind) {
        Label length = lengths.get(kind);
        if (length != null) {
            length.setText(words(kind, model.waysProperty().get().get(kind)));
            length.setAccessibleText(Kinds.title(kind) + ", " + length.getText());
        }
    }

    private String words(PathKind kind, @Nullable Way way) {
        boolean open = kind == PathKind.GEODESIC && (isSearching() || model.isCancelled());
        if (way == null) {
            return open ? isSearching() ? "looking for it …" : "not looked for" : "";
        }
        String length = Numbers.fixed(way.length(), 1) + " " + Kinds.UNIT;
        // By few points corners are cut: the length of the first geodesics is below that of the way itself.
        if (open) {
            // While it gets better the bar beside it says so.
            return "≥ %s%s".formatted(length, isSearching() ? "" : " · by few points");
        }
        return "length %s · longest step %s×".formatted(length, Numbers.fixed(way.unevenness(), 1));
    }

    private void stand() {
        for (PathKind kind : PathKind.values()) {
            boolean chosen = model.kindProperty().get() == kind;
            FilmStrip strip = strips.get(kind);
            RadioButton button = buttons.get(kind);
            if (strip != null && button != null) {
                strip.stand(chosen ? model.positionProperty().get() : -1);
                button.setSelected(chosen);
            }
        }
    }

    private static Film film(float[] images, int count, ImageShape shape) {
        int size = images.length / count;
        float[] some = new float[FilmStrip.FRAMES * size];
        for (int i = 0; i < FilmStrip.FRAMES; i++) {
            int frame = (int) Math.round(i * (count - 1.0) / (FilmStrip.FRAMES - 1));
            System.arraycopy(images, frame * size, some, i * size, size);
        }
        return new Film(some, FilmStrip.FRAMES, shape.width(), shape.height());
    }

    private Supplier<Film> crossFade(Way line, ImageShape shape) {
        Trip trip = model.tripProperty().get();
        int legs = (line.count() - 1) / (WaysModel.PER_LEG - 1);
        float[][] stops = new float[legs + 1][];
        for (int i = 0; i <= legs; i++) {
            stops[i] = picture(trip, i % Math.max(1, trip.stops().size()), line, i);
        }
        return () -> crossFade(stops, shape);
    }

    private static Film crossFade(float[][] stops, ImageShape shape) {
        int legs = stops.length - 1;
        float[] images = new float[FilmStrip.FRAMES * shape.size()];
        for (int frame = 0; frame < FilmStrip.FRAMES; frame++) {
            double place = frame * (double) legs / (FilmStrip.FRAMES - 1);
            int leg = Math.min(legs - 1, (int) place);
            float share = (float) (place - leg);
            for (int k = 0; k < shape.size(); k++) {
                images[frame * shape.size() + k] = (1 - share) * stops[leg][k] + share * stops[leg + 1][k];
            }
        }
        return new Film(images, FilmStrip.FRAMES, shape.width(), shape.height());
    }

    /** The input itself where the stop is one, else what is decoded there. */
    private float[] picture(Trip trip, int stop, Way line, int leg) {
        ExploreModel explore = model.explored();
        ImageSet images = explore.imagesProperty().get();
        int image = stop < trip.stops().size() ? trip.stops().get(stop).image() : -1;
        return images != null && image >= 0 && image < images.size()
                ? images.image(image)
                : line.image(leg * (WaysModel.PER_LEG - 1));
    }
}
