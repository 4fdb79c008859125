package elboroom.app.compare;

import elboroom.app.ShellModel;
import elboroom.app.Tab;
import elboroom.app.TabState;
import elboroom.app.TourStep;
import elboroom.app.chart.ChartFiles;
import elboroom.app.undo.Undo;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/** The Compare tab as the shell sees it. */
public final class CompareTab implements Tab {
    public static final String ID = "compare";

    private final CompareModel model;
    private final Supplier<CompareView> maker;
    private @Nullable CompareView view;
    private @Nullable PairBar pickers;
    private final ObservableValue<String> status;
    private final CompareTour tour;

    /**
     * @param drawing draws the maps' points off the thread of the window
     * @param files saves pictures
     */
    public CompareTab(CompareModel model, ShellModel shell, Executor drawing, ChartFiles files) {
        this.model = model;
        maker = () -> new CompareView(model, shell.darkProperty(), drawing, files);
        SideModel left = model.side(Side.LEFT);
        SideModel right = model.side(Side.RIGHT);
        status = Bindings.createStringBinding(
                () -> PairText.status(model),
                left.decodedProperty(),
                right.decodedProperty(),
                left.scatterProperty(),
                left.engineProperty(),
                right.engineProperty());
        tour = new CompareTour(model, shell);
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String title() {
        return "Compare";
    }

    @Override
    public Ikon icon() {
        return Feather.COLUMNS;
    }

    /** Made when it is first shown, like {@link #pickers}: the window's first picture does not wait for them. */
    @Override
    public Node node() {
        CompareView made = view == null ? maker.get() : view;
        view = made;
        return made;
    }

    @Override
    public Optional<Undo> steps() {
        return Optional.of(model.steps());
    }

    @Override
    public Optional<Node> pickers() {
        PairBar made = pickers == null ? new PairBar(model) : pickers;
        pickers = made;
        return Optional.of(made);
    }

    @Override
    public Optional<ObservableValue<String>> status() {
        return Optional.of(status);
    }

    @Override
    public Optional<TabState<?>> state() {
        return Optional.of(new TabState<>(CompareState.class, model::state, (state, explored) -> {
            model.check(state);
            return () -> model.open(state);
        }));
    }

    @Override
    public List<TourStep> tour() {
        return tour.steps();
    }
}
