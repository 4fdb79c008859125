package elboroom.app.geometry;

import elboroom.raster.Bounds;
import javafx.beans.property.ReadOnlyDoubleProperty;

/** The work behind a page with a map. It is done only while the page is seen. */
interface Part {
    /**
     * Is about another plane, or another model.
     *
     * @param sameSpace whether model and data are the same, so that only the map changes
     */
    void show(Ground ground, boolean sameSpace);

    /** Is about nothing until {@link #show}: another network is being opened, which must not be asked about the old ground. */
    void leave();

    /** Works from now on, or no longer. */
    void activate(boolean on);

    /** Shows this part of the plane. */
    void look(Bounds seen);

    /** Ends what is being worked out. */
    void cancel();

    /** Works out what was cancelled. */
    void again();

    /** Share done of what is being worked out; not a number when nothing is. */
    ReadOnlyDoubleProperty progressProperty();
}
