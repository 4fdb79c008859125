package elboroom.app.geometry;

import elboroom.app.map.LatentMap;
import elboroom.app.widget.Hints;
import elboroom.app.widget.ImageTile;
import elboroom.app.widget.InTurn;
import elboroom.app.widget.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Samples in pairs: what was decoded, and the training image nearest to it. Pointing at one shows where it is on the map. */
final class SamplesPane extends FlowPane {
    private static final PseudoClass HOLE = PseudoClass.getPseudoClass("hole");
    private static final PseudoClass POINTED = PseudoClass.getPseudoClass("pointed");

    /** In which the pairs come into the window, so that none takes long. */
    private static final int PARTS = 5;

    private final List<Pair> pairs = new ArrayList<>();

    /** @param chosen hears of the sample that is clicked, from 0 */
    SamplesPane(HolesModel model, LatentMap map, IntConsumer chosen) {
        getStyleClass().add("sample-pairs");
        for (int i = 0; i < HolesModel.COUNT; i++) {
            Pair pair = new Pair(i + 1);
            int index = i;
            pair.setOnMouseEntered(event -> {
                if (model.samplesProperty().get() != null) {
                    map.setHighlight(index);
                }
            });
            pair.setOnMouseExited(event -> map.setHighlight(-1));
            pair.setOnMouseClicked(event -> chosen.accept(index));
            pairs.add(pair);
        }
        InTurn.fill(
                this,
                IntStream.range(0, PARTS)
                        .<Runnable>mapToObj(part -> () -> getChildren()
                                .addAll(pairs.subList(part * pairs.size() / PARTS, (part + 1) * pairs.size() / PARTS)))
                        .toArray(Runnable[]::new));
    }

    void show(@Nullable Samples samples) {
        for (int i = 0; i < pairs.size(); i++) {
            boolean there = samples != null && i < samples.all().size();
            pairs.get(i).show(samples, there && samples != null ? samples.all().get(i) : null);
        }
    }

    /** Marks one; −1 for none. */
    void point(int index) {
        for (int i = 0; i < pairs.size(); i++) {
            pairs.get(i).pseudoClassStateChanged(POINTED, i == index);
        }
    }

    private static final class Pair extends VBox {
        private final int number;
        private final ImageTile decoded = new ImageTile("", "tile-small");
        private final ImageTile nearest = new ImageTile("", "tile-small");
        private final Label caption = new Label();

        Pair(int number) {
            this.number = number;
            getStyleClass().add("sample-pair");
            setId("sample-" + number);
            caption.getStyleClass().add("caption");
            HBox both = new HBox(decoded, nearest);
            both.setAlignment(Pos.CENTER_LEFT);
            getChildren().addAll(both, caption);
            Hints.explain(
                    this,
                    "sample " + number,
                    "Left: decoded from the sample. Right: the training image nearest to it, with the distance: the root of"
                            + " the sum of squared pixel differences. With two dimensions a click puts the marker there");
        }

        void show(@Nullable Samples samples, Samples.@Nullable Sample sample) {
            boolean hole = sample != null && sample.inHole();
            pseudoClassStateChanged(HOLE, hole);
            if (samples == null || sample == null) {
                decoded.show(null, elboroom.data.ImageShape.MNIST);
                nearest.show(null, elboroom.data.ImageShape.MNIST);
                caption.setText("");
                return;
            }
            decoded.show(sample.image(), samples.shape());
            nearest.show(sample.nearest(), samples.shape());
            boolean near = sample.distance() <= samples.typical();
            caption.setText("%d · %s%s%s"
                    .formatted(number, Numbers.fixed(sample.distance(), 1), near ? "" : " far", hole ? " · hole" : ""));
        }
    }
}
