package elboroom.app.data;

import elboroom.app.widget.Numbers;
import elboroom.data.ImageShape;
import elboroom.data.own.Understanding;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a look found out, in words. */
final class Facts {
    private static final int CLASSES_NAMED = 12;
    private static final double MEGABYTE = 1e6;

    private Facts() {}

    /** Each fact by its name, in order. */
    static Map<String, String> of(Understanding data) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("What it is", data.kind());
        facts.put("Found", data.found());
        facts.put(
                "Images",
                "%s%s, each %s"
                        .formatted(
                                data.counted() ? "" : "about ", Numbers.fixed(data.count(), 0), shape(data.shape())));
        facts.put(
                "Values",
                "%s to %s, of which %d is white"
                        .formatted(plain(data.smallest()), plain(data.largest()), data.scale()));
        facts.put("Classes", classes(data.classNames()));
        facts.put(
                "Split",
                data.splitItself()
                        ? "the data itself says which images are for testing"
                        : "at random, by the share and seed below");
        facts.put(
                "Copy",
                "about %s MB, in your folder of ELBO Room; your own files are only read"
                        .formatted(Numbers.fixed(Math.max(1, Math.ceil(data.copyBytes() / MEGABYTE)), 0)));
        return facts;
    }

    private static String shape(ImageShape shape) {
        String size = shape.height() == shape.width()
                ? "%d × %d pixels".formatted(shape.height(), shape.width())
                : "%d pixels high, %d wide".formatted(shape.height(), shape.width());
        return size + (shape.channels() == 1 ? ", grey" : ", in colour");
    }

    private static String plain(float value) {
        return Numbers.fixed(value, value == Math.rint(value) ? 0 : 3);
    }

    private static String classes(List<String> names) {
        if (names.isEmpty()) {
            return "none: the images have no labels";
        }
        String shown = String.join(", ", names.subList(0, Math.min(CLASSES_NAMED, names.size())));
        return "%d seen: %s%s".formatted(names.size(), shown, names.size() > CLASSES_NAMED ? ", …" : "");
    }
}
