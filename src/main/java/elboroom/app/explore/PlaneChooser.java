package elboroom.app.explore;

import atlantafx.base.theme.Styles;
import elboroom.app.widget.Hints;
import elboroom.app.widget.Numbers;
import elboroom.app.widget.OnceVisible;
import elboroom.app.widget.TitleCell;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** Chooses the plane of the map when the latent space has more than two dimensions; hidden when it has not. */
public final class PlaneChooser extends HBox {
    private final Consumer<PlaneChoice> onChosen;
    private PlaneChoice shown = PlaneChoice.FIRST_TWO;
    private final ToggleButton principal = new ToggleButton("PCA");
    private final ComboBox<Integer> first = new ComboBox<>();
    private final ComboBox<Integer> second = new ComboBox<>();
    private boolean showing;

    /**
     * @param prefix of the ids of its controls
     * @param onChosen hears of the plane that is wanted; {@link #show} then says what came of it
     */
    public PlaneChooser(String prefix, Consumer<PlaneChoice> onChosen) {
        this.onChosen = onChosen;
        getStyleClass().add("plane-chooser");
        setAlignment(Pos.CENTER_LEFT);
        setUp(first, prefix + "plane-first", "dimension to the right");
        setUp(second, prefix + "plane-second", "dimension upwards");
        principal.setId(prefix + "plane-pca");
        principal.getStyleClass().add(Styles.SMALL);
        principal.setOnAction(event -> {
            onChosen.accept(principal.isSelected() ? PlaneChoice.PRINCIPAL : PlaneChoice.FIRST_TWO);
            principal.setSelected(shown.principal());
        });
        Hints.explain(
                principal,
                "principal components",
                "The plane in which the posterior means vary most: their first two principal components");
        Label title = new Label("Plane");
        title.getStyleClass().add("caption");
        title.setMinWidth(Region.USE_PREF_SIZE);
        principal.setMinWidth(Region.USE_PREF_SIZE);
        show(PlaneChoice.FIRST_TWO, 2);
        OnceVisible.fill(this, title, principal, first, second);
    }

    private void setUp(ComboBox<Integer> box, String id, String name) {
        box.setId(id);
        box.getStyleClass().add(Styles.SMALL);
        TitleCell.install(box, Numbers::latentName);
        box.setOnAction(event -> choose(box));
        Hints.explain(
                box, name, "Shows the plane of two latent dimensions; the others are held at the sliders' values");
    }

    private void choose(ComboBox<Integer> changed) {
        Integer right = first.getValue();
        Integer up = second.getValue();
        if (showing || right == null || up == null) {
            return;
        }
        PlaneChoice now = shown;
        // Choosing the other axis's dimension swaps the two.
        if (right.equals(up)) {
            onChosen.accept(
                    changed == first
                            ? PlaneChoice.dimensions(right, now.first())
                            : PlaneChoice.dimensions(now.second(), up));
        } else {
            onChosen.accept(PlaneChoice.dimensions(right, up));
        }
    }

    /** Shows the plane there is now, in a space of so many dimensions. */
    public void show(PlaneChoice plane, int size) {
        showing = true;
        shown = plane;
        setVisible(size > 2);
        setManaged(size > 2);
        if (first.getItems().size() != size) {
            for (ComboBox<Integer> box : List.of(first, second)) {
                box.getItems().clear();
                for (int j = 0; j < size; j++) {
                    box.getItems().add(j);
                }
            }
        }
        principal.setSelected(plane.principal());
        first.setValue(plane.first());
        second.setValue(plane.second());
        showing = false;
    }
}
