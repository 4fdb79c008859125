package elboroom.app.map;

/** Hears where the user puts the marker. */
@FunctionalInterface
public interface MarkerListener {
    /** The marker is now at this latent point. */
    void markerMoved(double x, double y);
}
