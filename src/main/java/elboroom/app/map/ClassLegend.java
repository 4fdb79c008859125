package elboroom.app.map;

import elboroom.raster.Palette;
import elboroom.raster.PointShape;
import java.util.List;
import java.util.Objects;
import javafx.collections.ObservableSet;
import javafx.collections.SetChangeListener;
import javafx.collections.WeakSetChangeListener;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.paint.Color;
import javafx.scene.shape.SVGPath;

/**
 * One chip a class, with its colour, shape and name. A click, Space or Enter hides or shows the class; a double click, or
 * any of these with Alt or Ctrl, shows only that class, and once more all of them.
 */
public final class ClassLegend extends FlowPane {
    private final ObservableSet<Integer> hidden;
    /** Kept here, because the set knows it only weakly: the set may outlive the legend. */
    private final SetChangeListener<Integer> listener = change -> refresh();

    /** A legend of no classes yet, bound both ways to the given set. */
    public ClassLegend(ObservableSet<Integer> hidden) {
        this.hidden = hidden;
        hidden.addListener(new WeakSetChangeListener<>(listener));
        getStyleClass().add("class-legend");
    }

    /** Shows these classes in their colours; their hidden state is kept. */
    public void setClasses(List<String> names, Palette palette) {
        getChildren().clear();
        for (int label = 0; label < names.size(); label++) {
            getChildren().add(chip(label, names.get(label), names.size(), palette));
        }
        refresh();
    }

    private ToggleButton chip(int label, String name, int count, Palette palette) {
        ToggleButton chip = new ToggleButton(name, symbol(palette.shape(label), palette.argb(label)));
        chip.getStyleClass().add("class-chip");
        chip.setUserData(name);
        chip.setTooltip(
                new Tooltip("Click to hide or show " + name + "; double-click to show only it, again to show all"));
        chip.setAccessibleHelp("Space hides or shows this class, Ctrl and Space shows only it");
        // What a button does by itself with a press would undo what is done here.
        chip.addEventFilter(MouseEvent.ANY, event -> {
            if (event.getEventType() == MouseEvent.MOUSE_PRESSED && event.getButton() == MouseButton.PRIMARY) {
                chip.requestFocus();
                boolean alone = event.isAltDown() || event.isControlDown() || event.getClickCount() == 2;
                act(label, count, alone);
                event.consume();
            } else if (event.getEventType() == MouseEvent.MOUSE_RELEASED) {
                event.consume();
            }
        });
        chip.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.SPACE || event.getCode() == KeyCode.ENTER) {
                act(label, count, event.isAltDown() || event.isControlDown());
                event.consume();
            }
        });
        return chip;
    }

    private void act(int label, int count, boolean alone) {
        if (alone) {
            HiddenClasses.isolate(hidden, label, count);
        } else {
            HiddenClasses.toggle(hidden, label);
        }
    }

    private void refresh() {
        for (int label = 0; label < getChildren().size(); label++) {
            ToggleButton chip = (ToggleButton) getChildren().get(label);
            boolean shown = !hidden.contains(label);
            chip.setSelected(shown);
            chip.setAccessibleText("Class " + chip.getUserData() + (shown ? ", shown" : ", hidden"));
        }
    }

    private static SVGPath symbol(PointShape shape, int argb) {
        SVGPath symbol = new SVGPath();
        symbol.setContent(path(shape));
        symbol.setFill(Color.rgb(argb >> 16 & 0xFF, argb >> 8 & 0xFF, argb & 0xFF));
        return symbol;
    }

    /** The outlines that {@link PointShape} rasterises, within 12×12. */
    private static String path(PointShape shape) {
        return switch (shape) {
            case CIRCLE -> "M1 6 a5 5 0 1 0 10 0 a5 5 0 1 0 -10 0 Z";
            case SQUARE -> "M1.5 1.5 H10.5 V10.5 H1.5 Z";
            case TRIANGLE -> "M6 0.5 L11.5 10.5 H0.5 Z";
            case DIAMOND -> "M6 0 L12 6 L6 12 L0 6 Z";
            case CROSS -> "M4.3 0.5 H7.7 V4.3 H11.5 V7.7 H7.7 V11.5 H4.3 V7.7 H0.5 V4.3 H4.3 Z";
        };
    }

    @Override
    public String getUserAgentStylesheet() {
        return Objects.requireNonNull(ClassLegend.class.getResource("latent-map.css"))
                .toExternalForm();
    }
}
