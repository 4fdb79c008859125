package elboroom.app;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;

/** A tab that works only while it is shown, and whose nodes are made when it first is: the window's first picture waits for neither. */
public abstract class TabOnDemand implements Tab {
    private final String id;
    private final String title;
    private final Ikon icon;
    private final Supplier<? extends Node> maker;
    private @Nullable Node node;

    /**
     * @param show told whether the tab is shown: now, if it is, and at each change
     * @param maker makes what it shows
     */
    protected TabOnDemand(
            String id,
            String title,
            Ikon icon,
            ShellModel shell,
            Consumer<Boolean> show,
            Supplier<? extends Node> maker) {
        this.id = id;
        this.title = title;
        this.icon = icon;
        this.maker = maker;
        shell.tabProperty().addListener((observable, was, is) -> show.accept(is.equals(id)));
        if (shell.tabProperty().get().equals(id)) {
            show.accept(true);
        }
    }

    @Override
    public final String id() {
        return id;
    }

    @Override
    public final String title() {
        return title;
    }

    @Override
    public final Ikon icon() {
        return icon;
    }

    @Override
    public final Node node() {
        Node made = node;
        if (made == null) {
            made = maker.get();
            node = made;
        }
        return made;
    }

    /** A page of a tab by its name in small letters. */
    protected static <P extends Enum<P>> Optional<P> page(Class<P> pages, String name) {
        return Arrays.stream(pages.getEnumConstants())
                .filter(page -> page.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst();
    }
}
