package elboroom.latent;

import elboroom.model.Vae;
import java.util.ArrayList;
import java.util.List;

/** Ways of any kind, from stop to stop. */
public final class Routes {
    private Routes() {}

    /**
     * The way from a to b, [d] each.
     *
     * @param count of points, both ends among them
     */
    public static LatentPath leg(
            Vae vae, PathKind kind, double[] a, double[] b, int count, Geodesic.Patience patience) {
        return switch (kind) {
            case LINE -> LatentPath.line(a, b, count);
            case SLERP -> LatentPath.slerp(a, b, count);
            case GEODESIC -> Geodesic.between(vae, a, b, count, patience);
        };
    }

    /**
     * The way through all stops in turn.
     *
     * @param stops at least two
     * @param closed whether it goes back to the first in the end
     * @param perLeg points of each leg, both ends among them
     */
    public static LatentPath through(
            Vae vae, PathKind kind, List<double[]> stops, boolean closed, int perLeg, Geodesic.Patience patience) {
        List<LatentPath> legs = new ArrayList<>();
        for (int i = 1; i < stops.size() + (closed ? 1 : 0); i++) {
            legs.add(leg(vae, kind, stops.get(i - 1), stops.get(i % stops.size()), perLeg, patience));
        }
        return LatentPath.joined(legs);
    }
}
