package elboroom.app.geometry;

import elboroom.app.map.KeptSight;

/** A page with a map. */
interface Sighted {
    /** The part of the plane that its map shows. */
    KeptSight sight();
}
