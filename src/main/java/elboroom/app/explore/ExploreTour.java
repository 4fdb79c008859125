package elboroom.app.explore;

import elboroom.app.ShellModel;
import elboroom.app.TourStep;
import elboroom.app.explore.Workspace.ModelChoice;
import elboroom.app.map.MapExtent;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;

/** The states of the Explore tab that are worth a picture. */
final class ExploreTour {
    private static final int SELECTED = 0;
    /** Data whose generating factors are known. */
    private static final String FACTORS = "shapes";

    private final ExploreModel model;
    private final ShellModel shell;

    ExploreTour(ExploreModel model, ShellModel shell) {
        this.model = model;
        this.shell = shell;
    }

    List<TourStep> steps() {
        ExploreState flat = start(model.models().get(0));
        ExploreState placed = flat.at(new double[] {0.8, -0.6});
        ExploreState selected = flat.select(SELECTED);
        List<TourStep> steps = new ArrayList<>();
        steps.add(step("explore-points", placed, false, false));
        steps.add(step("explore-selected-input", selected, false, false));
        steps.add(step("explore-mosaic", with(selected, Layer.MOSAIC, Layer.PRIOR), false, false));
        steps.add(step("explore-mosaic-zoomed", closer(selected), false, false));
        steps.add(step("explore-density", with(selected, Layer.DENSITY, Layer.PRIOR), false, false));
        steps.add(step("explore-one-class", selected.hide(Set.of(0, 1, 2, 3, 5, 6, 7, 8, 9)), false, false));
        steps.add(step("explore-drawing", placed.draw(three()), false, false));
        steps.add(step("explore-dark", selected, true, false));
        steps.add(step("explore-projector", selected, false, true));
        model.models().stream()
                .filter(choice -> choice.dataset().equals(FACTORS) && choice.latentSize() == 2)
                .findFirst()
                .ifPresent(known -> {
                    steps.add(step("explore-factors", start(known).select(SELECTED), false, false));
                    steps.add(step("explore-factors-y", start(known).colour("y").select(SELECTED), false, false));
                });
        model.models().stream()
                .filter(choice -> choice.latentSize() > 2 && !choice.autoencoder())
                .findFirst()
                .ifPresent(many -> {
                    String name = "explore-" + many.latentSize() + "d-";
                    steps.add(step(name + "pca", start(many).select(SELECTED), false, false));
                    PlaneChoice plane = PlaneChoice.dimensions(0, many.latentSize() - 1);
                    steps.add(step(name + "dimensions", start(many).on(plane).select(SELECTED), false, false));
                });
        return steps;
    }

    private ExploreState start(ModelChoice choice) {
        String data = model.data().stream()
                .filter(split -> split.dataset().equals(choice.dataset()))
                .filter(split -> split.split().equals("test"))
                .map(Workspace.DataChoice::id)
                .findFirst()
                .orElse(model.state().data());
        return ExploreState.start(choice.name(), data, choice.latentSize());
    }

    private static ExploreState with(ExploreState state, Layer... layers) {
        return state.show(EnumSet.copyOf(List.of(layers)));
    }

    private static ExploreState closer(ExploreState state) {
        return with(state, Layer.MOSAIC, Layer.POINTS).look(new MapExtent(0.5, 0.5, 1));
    }

    private TourStep step(String name, ExploreState state, boolean dark, boolean projector) {
        return new TourStep(name, () -> {
            shell.darkProperty().set(dark);
            shell.projectorProperty().set(projector);
            model.open(state);
            if (state.selected() >= 0) {
                whenLaidOut(() -> model.select(state.selected()));
            }
        });
    }

    /** Where the selected image lies is known only once the points are. */
    private void whenLaidOut(Runnable action) {
        if (model.scatterProperty().get().size() > 0) {
            action.run();
            return;
        }
        model.scatterProperty().addListener(new ChangeListener<>() {
            @Override
            public void changed(ObservableValue<? extends Scatter> property, Scatter was, Scatter is) {
                if (is.size() > 0) {
                    model.scatterProperty().removeListener(this);
                    action.run();
                }
            }
        });
    }

    /** A handwritten 3. */
    private static List<Stroke> three() {
        return List.of(new Stroke(
                false,
                List.of(
                        0.30, 0.24, 0.42, 0.16, 0.56, 0.17, 0.64, 0.26, 0.60, 0.37, 0.50, 0.45, 0.42, 0.47, 0.54, 0.48,
                        0.66, 0.57, 0.68, 0.70, 0.60, 0.81, 0.46, 0.85, 0.32, 0.79)));
    }
}
