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
        int count = stops.size() - (closed ? 0 : 1);
        for (int i = 0; i < count; i++) {
            Geodesic.Patience part = patience.part((double) i / count, (i + 1.0) / count);
            legs.add(leg(vae, kind, stops.get(i), stops.get((i + 1) % stops.size()), perLeg, part));
        }
        return LatentPath.joined(legs);
    }
}
