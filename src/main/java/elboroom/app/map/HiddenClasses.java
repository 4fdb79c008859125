package elboroom.app.map;

import java.util.Set;

/** What a legend does to the set of hidden classes. */
final class HiddenClasses {
    private HiddenClasses() {}

    /** Hides a class that is shown and shows one that is hidden. */
    static void toggle(Set<Integer> hidden, int label) {
        if (!hidden.remove(label)) {
            hidden.add(label);
        }
    }

    /**
     * Shows only this class; if all others are hidden already, shows all.
     *
     * @param count number of classes
     */
    static void isolate(Set<Integer> hidden, int label, int count) {
        boolean others = false;
        for (int other = 0; other < count; other++) {
            others |= other != label && !hidden.contains(other);
        }
        for (int other = 0; other < count; other++) {
            if (others && other != label) {
                hidden.add(other);
            } else {
                hidden.remove(other);
            }
        }
    }
}
