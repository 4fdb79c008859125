package elboroom.data.own;

import elboroom.data.ImageShape;
import elboroom.data.InputException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Images in arrays: N×D, N×1×D, N×H×W, N×H×W×C or N×C×H×W, one array or one for each split, each with an array of whole
 * numbers or texts as labels if there are any.
 */
final class ArrayRows implements RowSource {
    /** Stands for a character that is none. */
    private static final int UNKNOWN = 0xfffd;
    /** Of a label's text, as of those in CSV files. */
    private static final int SHOWN = 40;

    private final String kind;
    private final List<Split> splits;
    private final ImageShape stored;
    private final boolean planar;
    private final String found;
    private final Fitter fitter;
    private final List<String> notes = new ArrayList<>();

    /** Images, their labels if any, and the split that they belong to. */
    record Split(StoredArray images, @Nullable StoredArray labels, Part part) {}

    /** @throws InputException if the arrays are not images, or do not belong together */
    ArrayRows(String kind, List<Split> splits, ImportOptions options) throws IOException {
        this.kind = kind + (splits.get(0).labels == null ? ", without labels" : ", with labels");
        this.splits = List.copyOf(splits);
        StoredArray images = splits.get(0).images();
        long total = 0;
        for (Split split : splits) {
            List<Integer> dims = split.images.dims();
            if (!dims.subList(1, dims.size())
                    .equals(images.dims().subList(1, images.dims().size()))) {
                throw new InputException("%s: is %s, but %s is %s; expected images of one shape"
                        .formatted(split.images.name(), split.images.describe(), images.name(), images.describe()));
            }
            total += split.images.count();
            checkLabels(split);
        }
        if (total > StoredArray.MAX_IMAGES) {
            throw new InputException("%s: claims %,d images; expected at most %,d"
                    .formatted(images.name(), total, StoredArray.MAX_IMAGES));
        }
        stored = ImportOptions.checked(shape(images, options), images.name());
        boolean flat = stored.channels() > 1 && images.dims().get(images.dims().size() - 1) == stored.size();
        planar = flat ? arePlanes(images) : isPlanar(images.dims());
        found = images.describe() + (flat && planar ? ", planes of colour" : "");
        fitter = new Fitter(options.target(stored), options.fit());
    }

    private static void checkLabels(Split split) {
        StoredArray labels = split.labels;
        if (labels != null && (labels.count() != split.images.count() || !labels.single())) {
            throw new InputException("%s: is %s; expected %,d labels, one for each image of %s"
                    .formatted(labels.name(), labels.describe(), split.images.count(), split.images.name()));
        }
    }

    private boolean arePlanes(StoredArray images) throws IOException {
        ColourOrder order = new ColourOrder(stored);
        images.rows((index, values) -> {
            order.add(values);
            return index + 1 < ColourOrder.ENOUGH;
        });
        notes.add(order.note(stored));
        return order.isPlanes();
    }

    /** N×C×H×W, as PyTorch has it: three planes, or one, before the sides. */
    private static boolean isPlanar(List<Integer> dims) {
        return dims.size() == 4 && isChannels(dims.get(1)) && !isChannels(dims.get(3));
    }

    private static boolean isChannels(int size) {
        return size == 1 || size == 3;
    }

    private ImageShape shape(StoredArray images, ImportOptions options) {
        List<Integer> dims = images.dims();
        switch (dims.size()) {
            case 2:
                return ofVector(images, dims.get(1), options);
            case 3:
                if (dims.get(1) == 1 && Layout.fits(dims.get(2), options)) {
                    // One channel, and the image in a row.
                    return ofVector(images, dims.get(2), options);
                }
                return new ImageShape(dims.get(1), dims.get(2), 1);
            case 4:
                if (isPlanar(dims)) {
                    return new ImageShape(dims.get(2), dims.get(3), dims.get(1));
                }
                if (isChannels(dims.get(3))) {
                    return new ImageShape(dims.get(1), dims.get(2), dims.get(3));
                }
                break;
            default:
                break;
        }
        throw new InputException("%s: is %s; expected images as N×D, N×H×W, N×H×W×C or N×C×H×W with 1 or 3 channels"
                .formatted(images.name(), images.describe()));
    }

    private ImageShape ofVector(StoredArray images, int size, ImportOptions options) {
        return Layout.of(images.name(), size, options).shape();
    }

    /** Something that was assumed, a sentence. */
    void note(String sentence) {
        notes.add(sentence);
    }

    @Override
    public String kind() {
        return kind;
    }

    @Override
    public String found() {
        return found;
    }

    @Override
    public ImageShape shape() {
        return fitter.target();
    }

    @Override
    public long count() {
        return splits.stream().mapToLong(s -> s.images().count()).sum();
    }

    @Override
    public List<Path> beside() {
        return splits.stream()
                .map(Split::labels)
                .filter(Objects::nonNull)
                .map(StoredArray::file)
                .distinct()
                .toList();
    }

    @Override
    public List<String> notes() {
        return List.copyOf(notes);
    }

    @Override
    public void read(RowSink sink) throws IOException {
        double all = count();
        long before = 0;
        float[] turned = new float[stored.size()];
        boolean fits = stored.equals(fitter.target());
        for (Split split : splits) {
            String[] labels = split.labels == null ? null : labels(split.labels);
            long start = before;
            boolean more = split.images.rows((index, values) -> {
                float[] image = planar ? ColourOrder.interleave(values, turned, stored.channels()) : values;
                sink.progress((start + index) / all);
                return sink.row(
                        fits ? image : fitter.fit(stored, image),
                        labels == null ? null : labels[index],
                        split.part,
                        value -> "%s: image %,d, value %,d".formatted(split.images.name(), index, value));
            });
            if (!more) {
                return;
            }
            before += split.images.count();
        }
    }

    private static String[] labels(StoredArray array) throws IOException {
        String[] labels = new String[array.count()];
        // Of many images, few labels are different ones.
        Map<String, String> known = new HashMap<>();
        array.rows((index, values) -> {
            String label = array.text() ? text(array, values) : number(array, index, values[0]);
            String same = known.size() > CopyWriter.MAX_CLASSES ? null : known.putIfAbsent(label, label);
            labels[index] = same == null ? label : same;
            return true;
        });
        return labels;
    }

    private static String number(StoredArray array, int index, float value) {
        if ((int) value != value) {
            throw new InputException(
                    "%s: label %s of image %,d; expected a whole number".formatted(array.name(), value, index));
        }
        return Integer.toString((int) value);
    }

    /** Filled up with zeros; bytes are UTF-8. */
    private static String text(StoredArray array, float[] values) {
        StringBuilder text = new StringBuilder();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (float value : values) {
            if (array.element().width() == 1) {
                bytes.write((int) value);
            } else if (value > 0) {
                text.appendCodePoint(value <= Character.MAX_CODE_POINT ? (int) value : UNKNOWN);
            }
        }
        String whole = text + bytes.toString(StandardCharsets.UTF_8);
        String line = whole.replaceAll("\\p{Cntrl}+", " ").strip();
        return line.isEmpty() ? "(none)" : line.length() <= SHOWN ? line : line.substring(0, SHOWN) + "…";
    }
}
