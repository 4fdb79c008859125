package elboroom.app.view;

import com.fasterxml.jackson.databind.JsonNode;
import elboroom.app.ShellModel;
import elboroom.app.Tab;
import elboroom.app.TabState;
import elboroom.app.concurrent.WorkQueue;
import elboroom.app.explore.ExploreModel;
import elboroom.app.explore.ExploreState;
import elboroom.app.explore.StateRepair;
import elboroom.app.explore.Workspace;
import elboroom.app.lessons.KeptStep;
import elboroom.app.lessons.LessonsModel;
import elboroom.data.InputException;
import elboroom.lesson.Lessons;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Keeps what is on the screen in a file, and shows it again: all of it, or nothing. For the thread of the window. */
public final class ViewsModel {
    private final Workspace workspace;
    private final ExploreModel explore;
    private final ShellModel shell;
    private final List<Tab> tabs;
    private final LessonsModel lessons;
    private final WorkQueue worker;
    private final Consumer<Path> used;
    private final Needs needs;

    /** @param used told the file of each view that was saved or shown */
    public ViewsModel(
            Workspace workspace,
            ExploreModel explore,
            ShellModel shell,
            List<Tab> tabs,
            LessonsModel lessons,
            WorkQueue worker,
            Consumer<Path> used) {
        this.used = used;
        this.workspace = workspace;
        this.explore = explore;
        this.shell = shell;
        this.tabs = List.copyOf(tabs);
        this.lessons = lessons;
        this.worker = worker;
        needs = new Needs(workspace);
    }

    /** What is on the screen. */
    KeptScreen now() {
        Tab tab = tab(shell.tabProperty().get());
        Object own = tab.state().map(state -> state.now().get()).orElse(null);
        KeptScreen bare = new KeptScreen(
                tab.id(),
                follows(tab) ? ViewFile.tree(explore.state()) : null,
                own == null ? null : ViewFile.tree(own),
                ViewFile.tree(lessons.keptStep()),
                List.of());
        TreeSet<String> models = bare.models();
        return new KeptScreen(bare.tab(), bare.explored(), bare.own(), bare.lesson(), needs.of(models, bare.data()));
    }

    /** A tab with pickers of its own shows nothing of what is explored. */
    private static boolean follows(Tab tab) {
        return tab.pickers().isEmpty();
    }

    private Tab tab(String id) {
        return tabs.stream()
                .filter(tab -> tab.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new InputException("tab '%s': there is none of that name; expected one of %s"
                        .formatted(
                                ViewFile.plain(id), tabs.stream().map(Tab::id).collect(Collectors.joining(", ")))));
    }

    /** Keeps what is on the screen; the file's name gets the usual ending if it has none and that is free. */
    public void save(Path file) {
        KeptScreen view = now();
        worker.submitNamed(
                "save " + file,
                "saving " + file.getFileName(),
                () -> {
                    Path ended = file.resolveSibling(file.getFileName() + ViewFile.ENDING);
                    Path target = ViewFile.is(file) || Files.exists(ended) ? file : ended;
                    ViewFile.write(target, view);
                    return target;
                },
                written -> {
                    used.accept(written);
                    shell.tell("Saved " + written + ": opening it, here or elsewhere, shows exactly this");
                });
    }

    /** Shows what was kept. */
    public void open(Path file) {
        worker.submitNamed("view", "opening " + file.getFileName(), () -> read(file), stored -> show(file, stored));
    }

    record Stored(KeptScreen view, Lessons lessons) {}

    private Stored read(Path file) {
        return with(ViewFile.read(file));
    }

    /** A view with the lessons that it may need. */
    Stored with(KeptScreen view) {
        boolean lesson = view.lesson() != null && !view.lesson().isNull();
        return new Stored(view, lesson ? lessons.read() : new Lessons(List.of(), List.of()));
    }

    private void show(Path file, Stored stored) {
        try {
            check(file, stored).run();
            used.accept(file);
        } catch (InputException e) {
            shell.fail(e);
        }
    }

    /** @return shows it; up to then nothing is changed */
    Runnable check(Path file, Stored read) {
        KeptScreen stored = read.view();
        Tab tab = tab(stored.tab());
        KeptScreen view = needs.found(file, stored);
        ExploreState explored = explore.state();
        if (follows(tab)) {
            if (view.explored() == null) {
                throw new InputException(file + ": has no 'explore'; expected what the tab " + tab.title() + " shows");
            }
            explored = in(
                    file,
                    "explore",
                    StateRepair::checked,
                    ViewFile.value(file, "explore", view.explored(), ExploreState.class));
        }
        Runnable own = own(file, tab, view, explored);
        Runnable lesson = lesson(file, view, read.lessons());
        ExploreState next = explored;
        return () -> {
            shell.dismissMessage();
            explore.open(next);
            shell.tabProperty().set(tab.id());
            own.run();
            lesson.run();
        };
    }

    private Runnable lesson(Path file, KeptScreen view, Lessons there) {
        JsonNode kept = view.lesson();
        if (kept == null) {
            return () -> {};
        }
        KeptStep step = kept.isNull() ? null : ViewFile.value(file, "lesson", kept, KeptStep.class);
        try {
            return lessons.check(there, step);
        } catch (InputException e) {
            throw new InputException("%s: %s".formatted(file, e.getMessage()), e);
        }
    }

    private interface Check<T> {
        T of(Workspace workspace, T state);
    }

    private <T> T in(Path file, String part, Check<T> check, T state) {
        try {
            return check.of(workspace, state);
        } catch (InputException e) {
            throw new InputException("%s, '%s': %s".formatted(file, part, e.getMessage()), e);
        }
    }

    private static Runnable own(Path file, Tab tab, KeptScreen view, ExploreState explored) {
        if (tab.state().isEmpty() || view.own() == null) {
            return () -> {};
        }
        return own(file, tab.state().get(), view, explored);
    }

    private static <T> Runnable own(Path file, TabState<T> state, KeptScreen view, ExploreState explored) {
        T stored = ViewFile.value(file, "own", java.util.Objects.requireNonNull(view.own()), state.type());
        try {
            return state.opener().check(stored, explored);
        } catch (InputException e) {
            throw new InputException("%s, 'own': %s".formatted(file, e.getMessage()), e);
        }
    }
}
