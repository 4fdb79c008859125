package elboroom.app.trick;

import elboroom.app.ShellModel;
import elboroom.app.chart.ChartFiles;
import elboroom.app.map.MapExtent;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/** The Trick tab: one of its pages. */
final class TrickView extends BorderPane {
    private final TrickModel model;
    private final Map<Page, Node> pages = new EnumMap<>(Page.class);
    private final Pills<Page> buttons;
    private final Function<Page, Node> maker;

    TrickView(TrickModel model, ShellModel shell, Executor drawing, ChartFiles files) {
        this.model = model;
        getStyleClass().add("trick-tab");
        // Made when they are first seen, so that none waits for the others.
        maker = page -> switch (page) {
            case DRAW -> new DrawPage(model, shell, drawing, files);
            case VARIANCE -> new VariancePage(model, shell, files);
            case RACE -> new RacePage(model, shell, files);
        };
        buttons = new Pills<>(model::turnTo);
        for (Page page : Page.values()) {
            buttons.with(page, "trick-" + page.name().toLowerCase(Locale.ROOT), page.title(), page.explanation());
        }
        HBox header = new HBox(buttons);
        header.getStyleClass().add("trick-header");
        header.setAlignment(Pos.CENTER_LEFT);
        setTop(header);
        model.pageProperty().addListener(observable -> show());
        show();
    }

    TrickTab.@Nullable Look look() {
        return getCenter() instanceof VariancePage page ? page.look() : null;
    }

    @Nullable
    MapExtent view() {
        return getCenter() instanceof DrawPage page ? page.sight().now() : null;
    }

    @Nullable
    Boolean held() {
        return getCenter() instanceof DrawPage page ? page.holdsNoise() : null;
    }

    void show(TrickTab.Shown kept) {
        if (getCenter() instanceof VariancePage page && kept.look() != null) {
            page.look(kept.look());
        }
        if (getCenter() instanceof DrawPage page) {
            page.sight().show(kept.view());
            page.hold(Boolean.TRUE.equals(kept.held()));
        }
    }

    private void show() {
        Page page = model.pageProperty().get();
        setCenter(pages.computeIfAbsent(page, maker));
        buttons.show(page);
    }
}
