package elboroom.data.own;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Tells by the numbers alone which of two columns holds labels, and which is the first or last pixel. Labels are whole
 * numbers that leave few gaps; levels of grey from 0 to 255 leave many in a few rows, and a border of images is always the
 * same.
 *
 * @param distinct how many different numbers it holds
 * @param density share of the whole numbers between its smallest and largest that it holds; 0 if some are not whole
 */
record LabelColumn(int distinct, double density) {
    private static final double LEVELS = 256;
    /** Levels fill no more than this times what they do on average. */
    private static final double LUCK = 1.5;
    /** Densities that are as good as equal. */
    private static final double EQUAL = 0.9;

    /**
     * The column of labels, or -1 if neither holds whole numbers only.
     *
     * @param body rows of numbers
     */
    static int of(List<List<String>> body, int first, int last) {
        LabelColumn low = in(body, first);
        LabelColumn high = in(body, last);
        if (low.density == 0 && high.density == 0) {
            return -1;
        }
        return high.isRather(low, body.size()) ? last : first;
    }

    private boolean isRather(LabelColumn other, int rows) {
        if (density == 0 || other.density == 0) {
            return density > 0;
        }
        boolean one = distinct == 1;
        if (one != (other.distinct == 1)) {
            // One is always the same: the border of the images, unless the other column looks like levels.
            double varied = one ? other.density : density;
            boolean levels = varied < LUCK * (1 - Math.exp(-rows / LEVELS));
            return one == levels;
        }
        double larger = Math.max(density, other.density);
        boolean equal = Math.min(density, other.density) > EQUAL * larger;
        return equal ? distinct > other.distinct : density == larger;
    }

    private static LabelColumn in(List<List<String>> body, int column) {
        Set<Float> values = new HashSet<>();
        float smallest = Float.POSITIVE_INFINITY;
        float largest = Float.NEGATIVE_INFINITY;
        for (List<String> row : body) {
            if (column >= row.size() || row.get(column).isBlank()) {
                continue;
            }
            float value = CsvCells.number(row.get(column));
            if (value != Math.rint(value)) {
                // NaN among them.
                return new LabelColumn(0, 0);
            }
            values.add(value);
            smallest = Math.min(smallest, value);
            largest = Math.max(largest, value);
        }
        return new LabelColumn(values.size(), values.isEmpty() ? 0 : values.size() / (largest - smallest + 1.0));
    }
}
