package elboroom.app.widget;

import java.util.function.Function;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;
import org.jspecify.annotations.Nullable;

/** A choice in a list, by its title. */
public final class TitleCell<T> extends ListCell<T> {
    private final Function<T, String> title;

    private TitleCell(Function<T, String> title) {
        this.title = title;
    }

    /** Makes a box name its choices so. */
    public static <T> void install(ComboBox<T> box, Function<T, String> title) {
        box.setCellFactory(list -> new TitleCell<>(title));
        box.setButtonCell(new TitleCell<>(title));
    }

    @Override
    protected void updateItem(@Nullable T choice, boolean empty) {
        super.updateItem(choice, empty);
        setText(empty || choice == null ? "" : title.apply(choice));
    }
}
