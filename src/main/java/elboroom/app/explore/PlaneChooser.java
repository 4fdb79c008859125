package elboroom.app.explore;

import atlantafx.base.theme.Styles;
import elboroom.app.widget.Hints;
import elboroom.app.widget.Numbers;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;

/** Chooses the plane of the map when the latent space has more than two dimensions; hidden when it has not. */
final class PlaneChooser extends HBox {
    private final ExploreModel model;
    private final ToggleButton principal = new ToggleButton("PCA");
    private final ComboBox<Integer> first = new ComboBox<>();
    private final ComboBox<Integer> second = new ComboBox<>();
    private boolean showing;

    PlaneChooser(ExploreModel model) {
        this.model = model;
        getStyleClass().add("plane-chooser");
        setAlignment(Pos.CENTER_LEFT);
        setUp(first, "plane-first", "dimension to the right");
        setUp(second, "plane-second", "dimension upwards");
        principal.setId("plane-pca");
        principal.getStyleClass().add(Styles.SMALL);
        principal.setOnAction(event -> {
            model.choosePlane(principal.isSelected() ? PlaneChoice.PRINCIPAL : PlaneChoice.FIRST_TWO);
            show();
        });
        Hints.explain(
                principal,
                "principal components",
                "The plane in which the posterior means vary most: their first two principal components");
        Label title = new Label("Plane");
        title.getStyleClass().add("caption");
        getChildren().addAll(title, principal, first, second);
        model.stateProperty().addListener(observable -> show());
        show();
    }

    private void setUp(ComboBox<Integer> box, String id, String name) {
        box.setId(id);
        box.getStyleClass().add(Styles.SMALL);
        box.setCellFactory(list -> new NameCell());
        box.setButtonCell(new NameCell());
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
        PlaneChoice now = model.state().plane();
        // Choosing the other axis's dimension swaps the two.
        if (right.equals(up)) {
            model.choosePlane(
                    changed == first
                            ? PlaneChoice.dimensions(right, now.first())
                            : PlaneChoice.dimensions(now.second(), up));
        } else {
            model.choosePlane(PlaneChoice.dimensions(right, up));
        }
        show();
    }

    private void show() {
        showing = true;
        int size = model.state().latent().size();
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
        PlaneChoice plane = model.state().plane();
        principal.setSelected(plane.principal());
        first.setValue(plane.first());
        second.setValue(plane.second());
        showing = false;
    }

    private static final class NameCell extends ListCell<Integer> {
        @Override
        protected void updateItem(Integer dimension, boolean empty) {
            super.updateItem(dimension, empty);
            setText(empty || dimension == null ? "" : Numbers.latentName(dimension));
        }
    }
}
