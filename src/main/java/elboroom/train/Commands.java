package elboroom.train;

import elboroom.train.SettingChange.Setting;
import java.util.EnumMap;
import java.util.Map;

/** What a session is asked to do, from any thread, and what its own thread takes of it between two steps. */
final class Commands {
    private final Map<Setting, Double> settings = new EnumMap<>(Setting.class);
    private Wish wish = Wish.PAUSE;

    /** What to do next. After the last two there is nothing but the next of them. */
    enum Wish {
        PAUSE,
        STEP,
        RUN,
        STOP,
        CLOSE
    }

    /**
     * What was asked for since the last time.
     *
     * @param wish what to do; a single step is wished for once
     * @param settings new values
     */
    record Order(Wish wish, Map<Setting, Double> settings) {}

    synchronized void wish(Wish wanted) {
        if (!isEnding() || wanted.compareTo(wish) > 0) {
            wish = wanted;
            notifyAll();
        }
    }

    synchronized void change(Setting setting, double value) {
        SettingChange.require(setting, value);
        settings.put(setting, value);
        notifyAll();
    }

    /** Whether it is to end with nothing but saving. */
    synchronized boolean isClosing() {
        return wish == Wish.CLOSE;
    }

    /** Whether it is to end, in one way or the other. */
    synchronized boolean isEnding() {
        return wish.compareTo(Wish.STOP) >= 0;
    }

    synchronized Order take() {
        Order order = new Order(wish, Map.copyOf(settings));
        settings.clear();
        if (wish == Wish.STEP) {
            wish = Wish.PAUSE;
        }
        return order;
    }

    /** Waits until there is something to do. */
    synchronized void await() {
        while (wish == Wish.PAUSE && settings.isEmpty()) {
            try {
                wait();
            } catch (InterruptedException e) {
                // Nobody interrupts this thread but to end it.
                wish = Wish.CLOSE;
            }
        }
    }
}
