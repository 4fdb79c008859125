package elboroom.data.own;

import elboroom.data.InputException;

/** The range of the values seen so far, and what in it is white. */
final class Values {
    private static final float WHITE = 255;
    /** Rounding may have left a value this much above 1, or below 0. */
    private static final float SLACK = 1e-5f;

    private final boolean levels;
    private float smallest = Float.POSITIVE_INFINITY;
    private float largest = Float.NEGATIVE_INFINITY;

    /** @param levels whether white is 255 whatever the values are */
    Values(boolean levels) {
        this.levels = levels;
    }

    /**
     * Takes note of an image's values, and puts those that are a trace below black to black.
     *
     * @return whether all are whole numbers
     * @throws InputException if one is neither from 0 to 1 nor from 0 to 255
     */
    boolean add(float[] values, RowSource.Where where) {
        boolean whole = true;
        for (int i = 0; i < values.length; i++) {
            if (values[i] < 0 && values[i] >= -SLACK) {
                values[i] = 0;
            }
            float value = values[i];
            if (!(value >= 0 && value <= WHITE * (1 + SLACK))) {
                throw new InputException("%s: found %s; expected values from 0 to 255, or from 0 to 1"
                        .formatted(where.of(i), Float.isNaN(value) ? "no number (NaN)" : value));
            }
            smallest = Math.min(smallest, value);
            largest = Math.max(largest, value);
            whole &= value == (int) value;
        }
        return whole;
    }

    float smallest() {
        return smallest;
    }

    float largest() {
        return largest;
    }

    /** 255 or 1: what white is, as no value is greater. */
    int scale() {
        return levels || largest > 1 + SLACK ? (int) WHITE : 1;
    }
}
