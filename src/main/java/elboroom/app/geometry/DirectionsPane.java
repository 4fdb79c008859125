package elboroom.app.geometry;

import elboroom.app.widget.Formula;
import elboroom.app.widget.Hints;
import elboroom.app.widget.IconButtons;
import elboroom.app.widget.ImageTile;
import elboroom.app.widget.Numbers;
import elboroom.data.ImageShape;
import java.util.List;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The marker: the image there, and what becomes of it to and fro along the two directions in which it changes most. */
final class DirectionsPane extends VBox {
    /** In em of the small text: below this width the pictures are smaller. */
    private static final double ROOMY = 40;

    private static final Duration FRAME = Duration.millis(60);

    private final GeometryModel model;
    private final ImageTile image = new ImageTile("image here", "tile-large");
    private final List<ImageTile> ways = List.of(
            new ImageTile("changes most", "tile-large").withDetail(),
            new ImageTile("second", "tile-large").withDetail());
    private final Formula here;
    private final Label rank = new Label();
    private final Label words = new Label();
    private final ToggleButton paused =
            IconButtons.toggle(Feather.PAUSE, "pause", "Holds both pictures still where they are");
    private final Timeline motion = new Timeline(new KeyFrame(FRAME, event -> step()));
    private @Nullable PointStretch shown;
    private int frame = PointStretch.FRAMES / 2;
    private int direction = 1;

    DirectionsPane(GeometryModel model, ContinuityTexts texts) {
        this.model = model;
        getStyleClass().add("directions");
        here = new Formula("stretch-here", "At the marker", "", 1, "", texts::here);
        here.getStyleClass().add("plain");
        rank.getStyleClass().add("caption");
        rank.setId("stretch-rank");
        rank.setMinWidth(USE_PREF_SIZE);
        words.getStyleClass().add("caption");
        words.setWrapText(true);
        words.setMinHeight(USE_PREF_SIZE);
        image.setId("stretch-image");
        ways.get(0).setId("direction-1");
        ways.get(1).setId("direction-2");
        Hints.explain(
                ways.get(0),
                "first principal direction",
                "The image along the direction in latent space in which it changes most: the first right singular vector of J");
        Hints.explain(
                ways.get(1),
                "second principal direction",
                "The image along the direction, perpendicular to the first, in which it changes most of the rest. With two"
                        + " dimensions it is the one in which the image changes least");
        paused.setId("directions-pause");
        motion.setCycleCount(Animation.INDEFINITE);
        sceneProperty().addListener(observable -> run());
        paused.selectedProperty().addListener(observable -> run());
        widthProperty().addListener(observable -> size());
        HBox tiles = new HBox(image, ways.get(0), ways.get(1), paused);
        tiles.getStyleClass().add("tiles");
        // Narrower than its pictures, too, which are smaller then.
        tiles.setMinWidth(0);
        setMinWidth(0);
        tiles.setAlignment(Pos.CENTER_LEFT);
        HBox head = new HBox(here, rank);
        head.setAlignment(Pos.BASELINE_LEFT);
        head.getStyleClass().add("section-header");
        HBox.setHgrow(rank, Priority.ALWAYS);
        getChildren().addAll(head, tiles, words);
    }

    /** As large as three of them have room. */
    private void size() {
        String large = getWidth() < ROOMY * words.getFont().getSize() ? "tile-compact" : "tile-large";
        for (ImageTile tile : List.of(image, ways.get(0), ways.get(1))) {
            if (!tile.getStyleClass().contains(large)) {
                tile.getStyleClass().removeAll("tile-compact", "tile-large");
                tile.getStyleClass().add(large);
            }
        }
    }

    /** Motion only while somebody can see it. */
    private void run() {
        if (getScene() != null && !paused.isSelected() && shown != null) {
            motion.play();
        } else {
            motion.pause();
        }
    }

    /** A distance of images such that steps that change the image by it can be seen on the map: round, a quarter of the usual. */
    static double distance(Ranks ranks, @Nullable Ground ground) {
        double usual = ranks.percentile(Stretch.SIGMA_MAX, 0.5) * (ground == null ? 1 : ground.deviation()) / 4;
        if (!(usual > 0)) {
            return 1;
        }
        double power = Math.pow(10, Math.floor(Math.log10(usual)));
        return Math.max(1, Math.floor(usual / power)) * power;
    }

    void show(@Nullable PointStretch point, Stretch stretch, @Nullable Ranks ranks) {
        shown = point;
        Ground ground = model.groundProperty().get();
        ImageShape shape = model.explored().model().shape();
        if (point == null || ground == null) {
            here.setUnknown();
            rank.setText("");
            image.show(null, shape);
            ways.forEach(tile -> {
                tile.show(null, shape);
                tile.setDetail("");
            });
            words.setText("");
            run();
            return;
        }
        here.setUnit(stretch.unit(ground.model().autoencoder()));
        here.setValue(point.value(stretch), stretch.decimals());
        rank.setText(
                ranks == null
                        ? ""
                        : "more than at %s%% of samples"
                                .formatted(Numbers.fixed(100 * ranks.rank(stretch, point.value(stretch)), 0)));
        image.show(point.image(), shape);
        for (int k = 0; k < ways.size(); k++) {
            boolean there = k < point.stretches().length;
            ways.get(k).setVisible(there);
            ways.get(k).setTitle(k == 0 ? "changes most" : ground.latentSize() == 2 ? "changes least" : "second most");
            ways.get(k)
                    .setDetail(
                            there
                                    ? "σ%s = %s".formatted(k == 0 ? "₁" : "₂", Numbers.fixed(point.stretches()[k], 1))
                                    : "");
        }
        words.setText("Both pictures move by steps of ±%s%s along the principal directions of J."
                        .formatted(
                                Numbers.fixed(point.reach(), 2), ground.model().autoencoder() ? "" : " σ")
                + (ranks == null
                        ? ""
                        : " On the map, the inner ellipse holds the steps that change the image by %s, the outer one by twice that."
                                .formatted(
                                        Numbers.fixed(distance(ranks, ground), distance(ranks, ground) < 1 ? 2 : 0))));
        paint();
        run();
    }

    private void step() {
        if (frame + direction < 0 || frame + direction >= PointStretch.FRAMES) {
            direction = -direction;
        }
        frame += direction;
        paint();
    }

    private void paint() {
        PointStretch point = shown;
        if (point != null) {
            ImageShape shape = model.explored().model().shape();
            for (int k = 0; k < point.frames().length; k++) {
                ways.get(k).show(point.frames()[k][frame], shape);
            }
        }
    }
}
