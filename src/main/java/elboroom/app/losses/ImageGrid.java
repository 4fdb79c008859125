package elboroom.app.losses;

import elboroom.app.widget.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;

/** Images in rows, each beside what the model makes of it; as many as there is room for. */
final class ImageGrid extends FlowPane {
    /** In em: a card, and the least gap between two. */
    private static final double CARD = 12.8;

    private static final double GAP = 1.143;

    private final List<ImageCard> cards = new ArrayList<>();
    private final Label font = new Label();
    private final ReadOnlyIntegerWrapper capacity = new ReadOnlyIntegerWrapper(this, "capacity", 1);
    private final IntConsumer onChosen;
    private int rows = 1;
    private List<Integer> images = List.of();

    /** @param onChosen told of the image that is clicked */
    ImageGrid(IntConsumer onChosen) {
        this.onChosen = onChosen;
        getStyleClass().add("image-tiles");
        font.setManaged(false);
        font.setVisible(false);
        getChildren().add(font);
        widthProperty().addListener(observable -> arrange());
        font.fontProperty().addListener(observable -> arrange());
    }

    /** Images that there is room for. */
    ReadOnlyIntegerProperty capacityProperty() {
        return capacity.getReadOnlyProperty();
    }

    /** Pixels of text size, which all sizes here follow. */
    double em() {
        return font.getFont().getSize();
    }

    void setRows(int newRows) {
        rows = newRows;
        arrange();
    }

    /** Fills the width: what is left over goes between the cards. */
    private void arrange() {
        double em = em();
        double card = Math.ceil(CARD * em);
        int columns = Math.max(1, (int) ((getWidth() + GAP * em) / (card + GAP * em)));
        setHgap(Math.floor(columns == 1 ? GAP * em : (getWidth() - columns * card) / (columns - 1)));
        capacity.set(columns * rows);
    }

    void clear() {
        images = List.of();
        getChildren().setAll(font);
    }

    /** Shows images, their reconstructions not yet. */
    void show(LossReport report, List<Integer> shown) {
        images = List.copyOf(shown);
        while (cards.size() < images.size()) {
            cards.add(new ImageCard(CARD, onChosen));
        }
        for (int i = 0; i < images.size(); i++) {
            cards.get(i).show(report, images.get(i));
        }
        getChildren().setAll(cards.subList(0, images.size()));
        getChildren().add(font);
        setAccessibleText(Numbers.fixed(images.size(), 0) + " images");
    }

    /** Shows what the model makes of the images, if these are the ones. */
    void show(Reconstructions made) {
        for (int i = 0; i < images.size() && made.images().equals(images); i++) {
            cards.get(i).show(made.reconstruction(i));
        }
    }
}
