package elboroom.latent;

/** Ways from one latent point to another. */
public enum PathKind {
    /** The straight line, at even steps. */
    LINE,
    /** Along the great circle, at even angles, with the distance from the origin changing on the way (Shoemake 1985; White 2016). */
    SLERP,
    /** The way along which the decoded image changes least in all, at even changes of the image (Arvanitidis 2018). */
    GEODESIC
}
