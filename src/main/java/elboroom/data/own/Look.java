package elboroom.data.own;

import elboroom.data.InputException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the first images of a source to tell what it is. */
final class Look implements RowSource.RowSink {
    private static final int ROWS = 100;
    private static final int SHOWN = 24;

    private final Values values;
    private final Set<String> classes = new LinkedHashSet<>();
    private final List<String> skipped = new ArrayList<>();
    private final List<float[]> first = new ArrayList<>();
    private final List<@Nullable String> labels = new ArrayList<>();
    private boolean split;
    private boolean whole = true;
    private int rows;

    private Look(RowSource source) {
        values = new Values(source.levels());
        classes.addAll(source.knownClasses());
    }

    static Understanding at(Path path, RowSource source) throws IOException {
        Look look = new Look(source);
        source.read(look);
        if (look.rows == 0) {
            throw new InputException(path + ": holds no images that can be read"
                    + (look.skipped.isEmpty() ? "" : "; " + look.skipped.get(0)));
        }
        int scale = look.values.scale();
        for (float[] image : look.first) {
            for (int i = 0; i < image.length; i++) {
                image[i] = Math.min(1, image[i] / scale);
            }
        }
        boolean toTheEnd = look.rows < ROWS;
        // Of files, some may turn out not to be pictures.
        boolean known = source.count() >= 0;
        long count = known ? source.count() - look.skipped.size() : source.estimate();
        return new Understanding(
                path,
                source.kind(),
                source.found(),
                source.shape(),
                toTheEnd ? look.rows : count,
                toTheEnd || (known && look.skipped.isEmpty()),
                ClassNames.sorted(look.classes),
                look.split,
                look.values.smallest(),
                look.values.largest(),
                scale,
                look.whole,
                source.notes(),
                List.copyOf(look.skipped),
                List.copyOf(look.first),
                Collections.unmodifiableList(look.labels));
    }

    @Override
    public boolean row(float[] image, @Nullable String label, RowSource.Part part, RowSource.Where where) {
        whole &= values.add(image, where);
        if (label != null) {
            classes.add(label);
        }
        if (first.size() < SHOWN) {
            first.add(image.clone());
            labels.add(label);
        }
        split |= part != RowSource.Part.UNSPLIT;
        return ++rows < ROWS;
    }

    @Override
    public void skipped(String line) {
        skipped.add(line);
    }

    @Override
    public void progress(double share) {
        // Too short to tell anyone.
    }
}
