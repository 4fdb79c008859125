package elboroom.app.widget;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A part of a page that is made when it is first asked for, say when {@link InTurn} has come to it. For the thread of the window. */
public final class Later<T> implements Supplier<T> {
    private final Supplier<? extends T> maker;
    private @Nullable T made;

    public Later(Supplier<? extends T> maker) {
        this.maker = maker;
    }

    @Override
    public T get() {
        T known = made;
        if (known == null) {
            known = maker.get();
            made = known;
        }
        return known;
    }
}
