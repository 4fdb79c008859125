package elboroom.app.interpolate;

import elboroom.data.ImageSet;
import java.util.List;

/** Finds inputs for stops. */
final class Inputs {
    private Inputs() {}

    /** An input for a new stop: of another class than the ones before, as far as there are some. */
    static int usual(ImageSet images, int stop) {
        int classes = images.classNames().size();
        // A step that reaches all classes, and first a 7 and a 0 where they are digits.
        int step = classes % 3 == 0 ? 1 : 3;
        int found = classes < 2 ? -1 : after(images, (7 + step * stop) % classes, -1);
        return found >= 0 ? found : Math.min(stop, images.size() - 1);
    }

    /** The next input of a class, from the start again after the last; −1 if the class has none. */
    static int after(ImageSet images, int label, int index) {
        for (int i = 1; i <= images.size(); i++) {
            int at = Math.floorMod(index + i, images.size());
            if (images.label(at) == label) {
                return at;
            }
        }
        return -1;
    }

    /**
     * The input that words name: a class, of which it is the next, or a number such as "123" or "#123".
     *
     * @param index of the input that is there now, or −1
     * @return −1 if they name none
     */
    static int named(ImageSet images, String words, int index) {
        List<String> classes = images.classNames();
        for (int label = 0; label < classes.size(); label++) {
            if (classes.get(label).equalsIgnoreCase(words)) {
                return after(images, label, index);
            }
        }
        try {
            int number = Integer.parseInt(words.startsWith("#") ? words.substring(1) : words);
            return number >= 0 && number < images.size() ? number : -1;
        } catch (NumberFormatException e) {
            return -1;
        }
    }
}
