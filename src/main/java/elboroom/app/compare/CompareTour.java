package elboroom.app.compare;

import elboroom.app.ShellModel;
import elboroom.app.TourStep;
import elboroom.app.explore.Layer;
import elboroom.app.explore.Workspace.ModelChoice;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/** The states of the Compare tab that are worth a picture. */
final class CompareTour {
    private static final int SELECTED = 0;

    private final CompareModel model;
    private final ShellModel shell;

    CompareTour(CompareModel model, ShellModel shell) {
        this.model = model;
        this.shell = shell;
    }

    List<TourStep> steps() {
        CompareState pair = model.usualPair().at(0.8, -0.6);
        CompareState selected = pair.select(SELECTED);
        List<TourStep> steps = new ArrayList<>();
        steps.add(step("compare-same-axes", pair, false, false));
        steps.add(step("compare-prior-axes", pair.on(Axes.PRIOR), false, false));
        steps.add(step("compare-fit-each", pair.on(Axes.EACH), false, false));
        steps.add(step("compare-mosaics", mosaics(pair.on(Axes.PRIOR)), false, false));
        steps.add(step("compare-samples", pair.on(Axes.PRIOR).withSeed(1), false, false));
        steps.add(step("compare-selected-image", selected.on(Axes.PRIOR), false, false));
        steps.add(step("compare-dark", selected.on(Axes.PRIOR), true, false));
        steps.add(step("compare-projector", selected.on(Axes.PRIOR), false, true));
        many().ifPresent(more -> steps.add(step(
                "compare-many-dimensions",
                selected.with(Side.LEFT, selected.right())
                        .with(Side.RIGHT, SideChoice.usual(more.name(), more.latentSize()))
                        .on(Axes.EACH),
                false,
                false)));
        return steps;
    }

    private Optional<ModelChoice> many() {
        ModelChoice first = model.side(Side.LEFT).model();
        return model.models().stream()
                .filter(choice -> choice.latentSize() > 2 && choice.shape().equals(first.shape()))
                .findFirst();
    }

    private static CompareState mosaics(CompareState state) {
        return state.show(EnumSet.of(Layer.MOSAIC, Layer.PRIOR));
    }

    private TourStep step(String name, CompareState state, boolean dark, boolean projector) {
        return new TourStep(name, () -> {
            shell.darkProperty().set(dark);
            shell.projectorProperty().set(projector);
            model.open(state);
        });
    }
}
