package elboroom.raster;

/** Finds out where on a view points are, which bands of its rows they touch, and which are not seen at all. */
final class PointPlaces {
    private final Viewport view;
    private final Points points;
    private final int kinds;
    private final int reach;

    /**
     * Prepares a frame.
     *
     * @param kinds of points; labels past them begin anew
     * @param reach greatest distance in pixels, in rows or columns, of a pixel that a point touches from the one it is noted at
     */
    PointPlaces(Viewport view, Points points, int kinds, int reach) {
        this.view = view;
        this.points = points;
        this.kinds = kinds;
        this.reach = reach;
    }

    /** The first row of a band of {@code height} rows; of the one past the last, the height. */
    static int firstRow(int height, int band, int bands) {
        return height * band / bands;
    }

    /**
     * Notes the points {@code from} (inclusive) to {@code to} (exclusive) for the bands that they touch, in place of what was
     * noted before; not those that are not numbers.
     */
    void note(Notes[] ofBand, int from, int to) {
        for (Notes each : ofBand) {
            each.clear();
        }
        int height = (int) view.height();
        int[] bandOfRow = bandOfRow(height, ofBand.length);
        // Added to a place before its fraction is cut off, so that what is cut off is never negative; in local
        // variables, as
        // the compiler reads fields again after each write to an array.
        int margin = reach + 1;
        double scale = view.pixelsPerUnit() * Notes.PHASES;
        double left = (view.toScreenX(0) + margin) * Notes.PHASES;
        double top = (view.toScreenY(0) + margin) * Notes.PHASES;
        double right = (view.width() + 2 * margin) * Notes.PHASES;
        double bottom = (view.height() + 2 * margin) * Notes.PHASES;
        int ofMargin = margin * Notes.PHASES;
        boolean[] hide = points.hidden();
        int[] kindOf = points.labels();
        float[] xs = points.x();
        float[] ys = points.y();
        int within = kinds;
        for (int i = from; i < to; i++) {
            double placeX = left + xs[i] * scale;
            double placeY = top - ys[i] * scale;
            // Written so that NaN fails it too.
            if (!(placeX >= 0 && placeX < right && placeY >= 0 && placeY < bottom)) {
                continue;
            }
            int label = kindOf[i];
            if (label < hide.length && hide[label]) {
                continue;
            }
            int column = (int) placeX - ofMargin;
            int row = (int) placeY - ofMargin;
            int kind = label < within ? label : label % within;
            int at = (row >> Notes.PHASE_BITS) + margin;
            int first = bandOfRow[Math.max(0, at - reach)];
            int last = bandOfRow[Math.min(bandOfRow.length - 1, at + reach)];
            ofBand[first].add(column, row, kind);
            for (int band = first + 1; band <= last; band++) {
                ofBand[band].add(column, row, kind);
            }
        }
    }

    /** Of rows from a margin above the view to one below it; those outside belong to the nearest band. */
    private int[] bandOfRow(int height, int bands) {
        int margin = reach + 1;
        int[] bandOfRow = new int[height + 2 * margin];
        for (int i = 0, band = 0; i < bandOfRow.length; i++) {
            while (band < bands - 1 && i - margin >= firstRow(height, band + 1, bands)) {
                band++;
            }
            bandOfRow[i] = band;
        }
        return bandOfRow;
    }
}
