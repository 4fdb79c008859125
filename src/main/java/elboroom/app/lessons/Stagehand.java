package elboroom.app.lessons;

import elboroom.app.ShellModel;
import elboroom.app.explore.ExploreModel;
import elboroom.app.explore.ExploreState;
import elboroom.app.explore.Layer;
import elboroom.app.explore.Workspace.DataChoice;
import elboroom.app.explore.Workspace.ModelChoice;
import elboroom.app.train.TrainModel;
import elboroom.app.trick.TrickModel;
import elboroom.app.trick.Way;
import elboroom.app.trick.Weights;
import elboroom.lesson.Setting;
import elboroom.lesson.Settings;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Brings the window into the state that a step of a lesson asks for. For the thread of the window. */
final class Stagehand {
    private final ShellModel shell;
    private final ExploreModel explore;
    private final TrickModel trick;
    private final TrainModel train;
    private final BiConsumer<String, String> pages;
    /** To be done once the points of the map are known. */
    private @Nullable Runnable later;

    /** @param pages turns a tab, by its id, to one of its pages, by its name */
    Stagehand(LessonSources sources, BiConsumer<String, String> pages) {
        shell = sources.shell();
        explore = sources.explore();
        trick = sources.trick();
        train = sources.train();
        this.pages = pages;
        explore.scatterProperty().addListener(observable -> whenLaidOut());
    }

    /**
     * Sets all that is named and leaves the rest as it is.
     *
     * @return what of it there is not, a sentence; empty if it is all there
     */
    String set(Settings settings) {
        String missing = explore(settings);
        settings.text(Setting.WAY).ifPresent(way -> trick.draw().choose(Way.valueOf(way.toUpperCase(Locale.ROOT))));
        settings.text(Setting.WEIGHTS)
                .ifPresent(weights -> trick.variance().choose(Weights.valueOf(weights.toUpperCase(Locale.ROOT))));
        Optional<String> preset = settings.text(Setting.PRESET);
        if (preset.isPresent() && !train.setUp(preset.get())) {
            missing = "This step sets up the run “%s”, which there is not".formatted(preset.get());
        }
        settings.text(Setting.TAB).ifPresent(shell.tabProperty()::set);
        settings.text(Setting.PAGE)
                .ifPresent(page -> pages.accept(shell.tabProperty().get(), page));
        return missing;
    }

    private String explore(Settings settings) {
        later = null;
        ExploreState now = explore.state();
        String name = settings.text(Setting.MODEL).orElse(now.model());
        Optional<ModelChoice> model = explore.models().stream()
                .filter(choice -> choice.name().equals(name))
                .findFirst();
        if (model.isEmpty()) {
            return "This step needs the model %s, which is not in the list".formatted(name);
        }
        String data = settings.text(Setting.DATA).orElse(now.data());
        Optional<DataChoice> split = explore.data().stream()
                .filter(choice -> choice.id().equals(data)
                        && choice.shape().equals(model.get().shape()))
                .findFirst();
        if (split.isEmpty()) {
            return "This step needs the data %s, which is not in the list or does not fit the model".formatted(data);
        }
        boolean same = now.model().equals(name) && now.data().equals(data);
        ExploreState from =
                same ? now : ExploreState.start(name, data, model.get().latentSize());
        ExploreState next = changed(from, settings);
        if (!next.equals(now)) {
            explore.open(next);
        }
        if (settings.text(Setting.POINT).isEmpty()
                && settings.text(Setting.IMAGE).isPresent()
                && next.selected() >= 0) {
            later = () -> explore.select(next.selected());
            whenLaidOut();
        }
        return "";
    }

    private static ExploreState changed(ExploreState from, Settings settings) {
        List<Double> point = settings.list(Setting.POINT)
                .map(parts -> parts.stream().map(Double::valueOf).toList())
                .filter(parts -> parts.size() == from.latent().size())
                .orElse(from.latent());
        Set<Layer> layers = settings.list(Setting.LAYERS).map(Stagehand::layers).orElse(from.layers());
        Set<Integer> hidden = settings.list(Setting.HIDDEN)
                .map(parts -> {
                    Set<Integer> classes = new TreeSet<>();
                    parts.forEach(part -> classes.add(Integer.valueOf(part)));
                    return (Set<Integer>) classes;
                })
                .orElse(from.hidden());
        return new ExploreState(
                from.model(),
                from.data(),
                from.plane(),
                point,
                settings.number(Setting.IMAGE).orElse(from.selected()),
                settings.text(Setting.IMAGE).isEmpty() && from.drawing(),
                from.strokes(),
                from.noiseSeed(),
                from.colour(),
                hidden,
                layers,
                null);
    }

    private static Set<Layer> layers(List<String> names) {
        EnumSet<Layer> layers = EnumSet.noneOf(Layer.class);
        names.forEach(layer -> layers.add(Layer.valueOf(layer.toUpperCase(Locale.ROOT))));
        return layers;
    }

    /** Where a selected image lies is known only once the points are. */
    private void whenLaidOut() {
        Runnable action = later;
        if (action != null && explore.scatterProperty().get().size() > 0) {
            later = null;
            action.run();
        }
    }
}
