package elboroom.app.chart;

import elboroom.app.chart.Lettering.Align;
import elboroom.app.widget.IconButtons;
import java.util.List;
import java.util.function.Supplier;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.text.Font;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/**
 * A chart: drawn at most once a frame, in two layers so that what follows the pointer does not redraw the data; focusable,
 * described to screen readers; saved as a picture, a drawing or its numbers if {@link #setFiles} has been called. Its text
 * follows the window's font.
 */
public abstract class Plot extends Region {
    /** Of lines of text. */
    private static final double LINE_EM = 1.5;

    private final String title;
    private final Label probe = new Label();
    private final Sheet sheet = new Sheet();
    private final BooleanProperty dark = new SimpleBooleanProperty(this, "dark");
    private final StringProperty absence = new SimpleStringProperty(this, "absence", "");
    /** Put into words only when somebody asks for it. */
    private final StringBinding description = new StringBinding() {
        @Override
        protected String computeValue() {
            return isAbsent() ? absence.get() : describe();
        }
    };

    private @Nullable TextRuler ruler;
    private @Nullable Button save;
    private String family = "";

    /** @param title of the chart, for files and screen readers */
    Plot(String title) {
        this.title = title;
        getStyleClass().add("chart");
        probe.getStyleClass().add("chart-text");
        probe.setManaged(false);
        probe.setVisible(false);
        getChildren().addAll(probe, sheet);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleText(title);
        setMinSize(0, 0);
        dark.addListener(observable -> redraw());
        absence.addListener(observable -> redraw());
        focusVisibleProperty().addListener(observable -> redrawOver());
        probe.fontProperty().addListener(observable -> {
            // Heights are asked for in em.
            requestLayout();
            redraw();
        });
    }

    public final String title() {
        return title;
    }

    /** Whether it is drawn for the dark theme. */
    public final BooleanProperty darkProperty() {
        return dark;
    }

    /** Why there are no data, in place of axes, its lines parted by line feeds; empty if there are, or will be. */
    public final StringProperty absenceProperty() {
        return absence;
    }

    final boolean isAbsent() {
        return !absence.get().isEmpty();
    }

    /** Says in the middle why there are no data. */
    final void drawAbsence(Pen pen, double width, double height, Look look) {
        List<String> lines = absence.get().lines().toList();
        double first = height / 2 - 0.5 * LINE_EM * look.em() * (lines.size() - 1);
        for (int i = 0; i < lines.size(); i++) {
            pen.text(lines.get(i), width / 2, first + LINE_EM * look.em() * i, look.plain(Align.MIDDLE));
        }
    }

    /** Offers to save the chart, by a button in its corner and a menu. */
    public final void setFiles(ChartFiles files) {
        SaveMenu menu = new SaveMenu(this, files);
        Button button = IconButtons.button(
                Feather.DOWNLOAD,
                "save " + title,
                "Saves this chart as a picture, a drawing or its numbers",
                menu::show);
        button.getStyleClass().add("chart-save");
        button.visibleProperty().bind(hoverProperty().or(focusWithinProperty()).or(button.hoverProperty()));
        button.setManaged(false);
        save = button;
        getChildren().add(button);
        setOnContextMenuRequested(event -> menu.show(event.getScreenX(), event.getScreenY()));
    }

    /** The chart as it is now, for white paper. */
    public final Drawing drawing() {
        Look screen = look();
        Drawing drawing = new Drawing(getWidth(), getHeight());
        drawing.rectangle(0, 0, getWidth(), getHeight(), ChartTheme.LIGHT.paper());
        draw(drawing, getWidth(), getHeight(), new Look(ChartTheme.LIGHT, screen.em(), screen.widths()));
        return drawing;
    }

    final String fontFamily() {
        return probe.getFont().getFamily();
    }

    /** The data and all around them. */
    abstract void draw(Pen pen, double width, double height, Look look);

    /** What follows the pointer, over the data. */
    void drawOver(Pen pen, double width, double height, Look look) {}

    /** The numbers as they are now, as lines of comma-separated values; asked for on another thread. */
    abstract Supplier<String> numbers();

    /** What the chart shows, for who cannot see it. */
    abstract String describe();

    /** Draws everything again before the next frame. */
    final void redraw() {
        sheet.data = true;
        sheet.requestLayout();
    }

    /** Draws what is over the data again before the next frame. */
    final void redrawOver() {
        sheet.over = true;
        sheet.requestLayout();
    }

    final Look look() {
        Font font = probe.getFont();
        TextRuler known = ruler;
        if (known == null || !family.equals(font.getFamily())) {
            family = font.getFamily();
            known = new TextRuler(family);
            ruler = known;
        }
        return new Look(ChartTheme.of(dark.get()), font.getSize(), known);
    }

    /** Pixels at the right of the upper edge that belong to the button. */
    final double reserved() {
        return save == null ? 0 : 2 * probe.getFont().getSize();
    }

    @Override
    protected void layoutChildren() {
        sheet.resizeRelocate(0, 0, getWidth(), getHeight());
        Button button = save;
        if (button != null) {
            button.autosize();
            button.relocate(getWidth() - button.getWidth(), 0);
        }
        redraw();
    }

    @Override
    protected double computePrefWidth(double height) {
        return 320;
    }

    @Override
    protected double computePrefHeight(double width) {
        return 200;
    }

    /** The two canvases. Not managed: what it asks for does not lay out the window again. */
    private final class Sheet extends Region {
        private final Canvas lower = new Canvas();
        private final Canvas upper = new Canvas();
        private boolean data = true;
        private boolean over = true;

        Sheet() {
            setManaged(false);
            setMouseTransparent(true);
            getChildren().addAll(lower, upper);
        }

        @Override
        protected void layoutChildren() {
            double width = getWidth();
            double height = getHeight();
            if (width < 1 || height < 1) {
                return;
            }
            fit(lower, width, height);
            fit(upper, width, height);
            Look look = look();
            if (data) {
                lower.getGraphicsContext2D().clearRect(0, 0, width, height);
                draw(new CanvasPen(lower.getGraphicsContext2D(), fontFamily()), width, height, look);
                Plot.this.accessibleHelpProperty().bind(description);
                description.invalidate();
            }
            if (data || over) {
                upper.getGraphicsContext2D().clearRect(0, 0, width, height);
                Pen pen = new CanvasPen(upper.getGraphicsContext2D(), fontFamily());
                drawOver(pen, width, height, look);
                if (Plot.this.isFocusVisible()) {
                    pen.frame(
                            1, 1, width - 2, height - 2, Line.solid(look.theme().accent(), 2));
                }
            }
            data = false;
            over = false;
        }

        private static void fit(Canvas canvas, double width, double height) {
            if (canvas.getWidth() != width || canvas.getHeight() != height) {
                canvas.setWidth(width);
                canvas.setHeight(height);
            }
        }
    }
}
