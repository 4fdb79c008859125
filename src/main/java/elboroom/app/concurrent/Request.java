package elboroom.app.concurrent;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** What a {@link WorkQueue} is asked for. */
final class Request<T> {
    final String key;
    /** What is being done, for the status line; empty when it is nothing worth a name. */
    final Supplier<String> description;
    /** Does some of the work; empty while there is more to do. */
    final Callable<Optional<T>> step;

    final Consumer<? super T> delivery;
    final Runnable failed;
    boolean cancelled;

    Request(String key, Supplier<String> description, Callable<Optional<T>> step, Consumer<? super T> delivery) {
        this(key, description, step, delivery, () -> {});
    }

    Request(
            String key,
            Supplier<String> description,
            Callable<Optional<T>> step,
            Consumer<? super T> delivery,
            Runnable failed) {
        this.key = key;
        this.description = description;
        this.step = step;
        this.delivery = delivery;
        this.failed = failed;
    }
}
