package elboroom.train;

import elboroom.model.Posterior;
import elboroom.model.VaeConfig;
import elboroom.model.layer.LayeredVae;

/**
 * A model at one moment of its training.
 *
 * @param step steps taken by then
 * @param parameters of the network, in the graph's order
 * @param posterior of the first so many test images, what the map shows
 * @param losses on those images
 */
public record Snapshot(long step, float[] parameters, Posterior posterior, TestLosses losses) {
    /** The network with these parameters, for use: a millisecond. To be closed by the caller. */
    public LayeredVae open(VaeConfig config) {
        return LayeredVae.of(config, parameters);
    }
}
