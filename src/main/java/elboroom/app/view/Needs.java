package elboroom.app.view;

import elboroom.app.explore.Workspace;
import elboroom.app.explore.Workspace.DataChoice;
import elboroom.app.explore.Workspace.ModelChoice;
import elboroom.app.view.Need.Kind;
import elboroom.app.view.Need.Origin;
import elboroom.data.InputException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The models and data that a view needs: told where it is saved, found where it is opened. One's own have other paths there, and
 * are known by title and form.
 */
final class Needs {
    private static final String MOMENT = ".* at step \\d+";

    private final Workspace workspace;

    Needs(Workspace workspace) {
        this.workspace = workspace;
    }

    /** What models and data of these names are. */
    List<Need> of(TreeSet<String> models, TreeSet<String> data) {
        List<Need> needs = new ArrayList<>();
        for (ModelChoice model : workspace.models()) {
            if (models.contains(model.name())) {
                needs.add(new Need(Kind.MODEL, model.name(), model.title(), form(model), origin(model.name())));
            }
        }
        for (DataChoice choice : workspace.data()) {
            if (data.contains(choice.id())) {
                boolean own = workspace
                        .catalogue()
                        .find(choice.dataset())
                        .filter(set -> set.licence().equals("your own"))
                        .isPresent();
                needs.add(new Need(
                        Kind.DATA, choice.id(), choice.title(), form(choice), own ? Origin.OWN : Origin.PROGRAM));
            }
        }
        return needs;
    }

    private static String form(ModelChoice model) {
        return "%d latent dimensions, images of %s".formatted(model.latentSize(), model.shape());
    }

    private static String form(DataChoice data) {
        return "%s split, %,d images of %s".formatted(data.split(), data.size(), data.shape());
    }

    private static Origin origin(String model) {
        if (model.matches(MOMENT)) {
            return Origin.RUN;
        }
        return isPath(model) ? Origin.OWN : Origin.PROGRAM;
    }

    private static boolean isPath(String model) {
        // By hand: a path of another system is none to Path.
        return model.contains("/") || model.contains("\\");
    }

    /**
     * The view by the names of this computer.
     *
     * @throws InputException if a model or data is missing; it says what to do about it
     */
    KeptScreen found(Path file, KeptScreen view) {
        Map<String, String> models = new HashMap<>();
        for (String name : view.models()) {
            Need need = need(view, Kind.MODEL, name);
            models.put(
                    name,
                    model(file, name, need).orElseThrow(() -> new InputException(missing(file, "model", name, need))));
        }
        Map<String, String> data = new HashMap<>();
        for (String id : view.data()) {
            Need need = need(view, Kind.DATA, id);
            data.put(id, data(id, need).orElseThrow(() -> new InputException(missing(file, "data", id, need))));
        }
        return view.renamed(models, data);
    }

    private static @Nullable Need need(KeptScreen view, Kind kind, String name) {
        return view.needs().stream()
                .filter(need -> need.kind() == kind && need.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    private Optional<String> model(Path file, String name, @Nullable Need need) {
        if (workspace.models().stream().anyMatch(model -> model.name().equals(name))) {
            return Optional.of(name);
        }
        if (!isPath(name) || name.matches(MOMENT)) {
            return Optional.empty();
        }
        return byPath(name)
                .or(() -> beside(file, name))
                .or(() -> workspace.models().stream()
                        .filter(model -> isPath(model.name()))
                        .filter(model -> need != null && model.title().equals(need.title()))
                        .filter(model -> need != null && form(model).equals(need.form()))
                        .map(ModelChoice::name)
                        .findFirst());
    }

    private Optional<String> byPath(String path) {
        try {
            return Path.of(path).isAbsolute() ? Optional.of(workspace.find(path).name()) : Optional.empty();
        } catch (InputException | InvalidPathException e) {
            return Optional.empty();
        }
    }

    /** A teacher may give away a folder with the view and the model in it. */
    private Optional<String> beside(Path file, String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        return last.isEmpty() || last.equals("..") || last.equals(".")
                ? Optional.empty()
                : byPath(file.toAbsolutePath().resolveSibling(last).toString());
    }

    private Optional<String> data(String id, @Nullable Need need) {
        return workspace.data().stream()
                .filter(data -> data.id().equals(id))
                .findFirst()
                .or(() -> workspace.data().stream()
                        .filter(data -> need != null && need.origin() == Origin.OWN)
                        .filter(data -> need != null && data.title().equals(need.title()))
                        .filter(data -> need != null && form(data).equals(need.form()))
                        .findFirst())
                .map(DataChoice::id);
    }

    private static String missing(Path file, String what, String name, @Nullable Need need) {
        String called = need == null ? "'" + name + "'" : "“%s” (%s)".formatted(need.title(), need.form());
        Origin origin = need == null ? Origin.PROGRAM : need.origin();
        String advice = switch (origin) {
            case PROGRAM -> "which this ELBO Room does not have: it may come with a newer one";
            case OWN ->
                what.equals("data")
                        ? "somebody's own, which is not open here: open it by the button beside the data, then this view"
                                + " again"
                        : "from %s, which is not on this computer: put it beside the view or open it by the button beside"
                                        .formatted(name)
                                + " the models, then open this view again";
            case RUN ->
                "a moment of a run, which is not open here: open the run in the Train tab, explore that moment, then"
                        + " open this view again";
        };
        return "%s: needs the %s %s, %s"
                .formatted(file.getFileName(), what, ViewFile.plain(called), ViewFile.plain(advice));
    }
}
