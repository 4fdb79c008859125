package elboroom.app.geometry;

import atlantafx.base.theme.Styles;
import elboroom.app.ShellModel;
import elboroom.app.chart.ChartFiles;
import elboroom.app.explore.ExploreModel;
import elboroom.app.explore.PlaneChooser;
import elboroom.app.widget.Hints;
import elboroom.app.widget.WhileShown;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Function;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** The Geometry tab: one of three pages, the plane they show, and how far the work on them is. */
final class GeometryView extends BorderPane {
    private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");
    /** In em: below this width, what is beside the map takes less. */
    private static final double ROOMY = 78;

    private final GeometryModel model;
    private final Map<Page, ToggleButton> buttons = new EnumMap<>(Page.class);
    private final Map<Page, Node> pages = new EnumMap<>(Page.class);
    private final Function<Page, Node> maker;
    private final ProgressBar bar = new ProgressBar(0);
    private final Button cancel = new Button("Cancel");
    private final PlaneChooser planes;
    private boolean cancelled;

    GeometryView(GeometryModel model, ShellModel shell, Executor drawing, ChartFiles files) {
        this.model = model;
        getStyleClass().add("geometry-tab");
        planes = new PlaneChooser("geometry-", model.explored()::choosePlane);
        // Made when they are first seen, so that none waits for the others.
        maker = page -> switch (page) {
            case CONTINUITY -> new ContinuityPage(model, shell, drawing, files);
            case HOLES -> new HolesPage(model, shell, drawing, files);
            case SCORES -> new ScoresPage(model, shell, drawing, files);
        };
        setTop(header());
        model.pageProperty().addListener(observable -> show());
        model.progressProperty().addListener(observable -> progress());
        widthProperty().addListener(observable -> narrow());
        show();
        progress();
        WhileShown.updateAfterFrame(this, this::plane, model.explored().stateProperty());
    }

    private void narrow() {
        double em = cancel.getFont().getSize();
        pseudoClassStateChanged(NARROW, getWidth() < ROOMY * em);
    }

    private HBox header() {
        ToggleGroup group = new ToggleGroup();
        HBox switches = new HBox();
        for (Page page : Page.values()) {
            ToggleButton button = new ToggleButton(page.title());
            button.setId("geometry-" + page.name().toLowerCase(Locale.ROOT));
            button.setToggleGroup(group);
            button.setMinWidth(USE_PREF_SIZE);
            button.getStyleClass()
                    .add(
                            page == Page.CONTINUITY
                                    ? Styles.LEFT_PILL
                                    : page == Page.SCORES ? Styles.RIGHT_PILL : Styles.CENTER_PILL);
            button.setOnAction(event -> {
                button.setSelected(true);
                model.turnTo(page);
            });
            buttons.put(page, Hints.explain(button, page.title(), page.explanation()));
            switches.getChildren().add(button);
        }
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        bar.setMinWidth(USE_PREF_SIZE);
        cancel.setId("geometry-cancel");
        cancel.setMinWidth(USE_PREF_SIZE);
        cancel.setOnAction(event -> {
            cancelled = !cancelled;
            if (cancelled) {
                model.cancel();
            } else {
                model.again();
            }
            progress();
        });
        HBox header = new HBox(switches, planes, gap, bar, cancel);
        header.getStyleClass().add("geometry-header");
        header.setAlignment(Pos.CENTER_LEFT);
        return header;
    }

    private void show() {
        Page page = model.pageProperty().get();
        setCenter(pages.computeIfAbsent(page, maker));
        buttons.forEach((each, button) -> button.setSelected(each == page));
        cancelled = false;
        plane();
        progress();
    }

    /** What is seen of the page in front, beyond what the model knows. */
    GeometryTab.Sight sight() {
        Node front = getCenter();
        return new GeometryTab.Sight(
                front instanceof Sighted page ? page.sight().now() : null,
                front instanceof ContinuityPage page && page.showsCodes());
    }

    void show(GeometryTab.Sight kept) {
        if (getCenter() instanceof Sighted page) {
            page.sight().show(kept.view());
        }
        if (getCenter() instanceof ContinuityPage page) {
            page.showCodes(kept.codes());
        }
    }

    private void plane() {
        ExploreModel explore = model.explored();
        int size = model.pageProperty().get() == Page.SCORES
                ? 2
                : explore.state().latent().size();
        planes.show(explore.state().plane(), size);
    }

    private void progress() {
        Number share = model.progressProperty().getValue();
        boolean busy = share != null && !Double.isNaN(share.doubleValue());
        cancelled &= !busy;
        bar.setVisible(busy);
        bar.setProgress(busy && share != null ? share.doubleValue() : 0);
        cancel.setText(busy ? "Cancel" : "Go on");
        cancel.setVisible(busy || cancelled);
    }
}
