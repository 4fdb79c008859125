package elboroom.app.chart;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The way of one model over the rate-distortion plane while it was trained.
 *
 * @param name in the numbers
 * @param places in the order of time; the first, of the untrained network, may lie off the plot
 * @param argb colour
 */
public record Trail(String name, List<Place> places, int argb) {
    private static final int OPAQUE = 0xFF000000;

    /** Somewhere on the plane, nats per image. */
    public record Place(double rate, double distortion) {
        double elbo() {
            return -distortion - rate;
        }

        /** Whether it is on the plane: an autoencoder has no rate, a run that diverged no losses. */
        public boolean isFinite() {
            return Double.isFinite(rate) && Double.isFinite(distortion);
        }
    }

    public Trail {
        places = List.copyOf(places);
    }

    /** Places within this share of the way down from the first to the lowest. */
    Stream<Place> lower(double share) {
        double least = places.stream().mapToDouble(Place::distortion).min().orElse(0);
        double first = places.isEmpty() ? 0 : places.get(0).distortion();
        return places.stream().filter(place -> place.distortion() <= least + share * (first - least));
    }

    /** The newest place. */
    public Optional<Place> end() {
        return places.isEmpty() ? Optional.empty() : Optional.of(places.get(places.size() - 1));
    }

    void draw(Pen pen, Frame plot) {
        draw(pen, plot, Line.solid(argb, 1.5));
    }

    /** Draws it as the one that is pointed at. */
    void emphasise(Pen pen, Frame plot) {
        draw(pen, plot, Line.solid(argb | OPAQUE, 2.5));
    }

    private void draw(Pen pen, Frame plot, Line line) {
        pen.polyline(x(plot), y(plot), places.size(), line);
    }

    /** Keeps names away from it. */
    void take(LabelSpace space, Frame plot) {
        space.takeByPath(x(plot), y(plot), LabelSpace.LINE);
    }

    private double[] x(Frame plot) {
        return places.stream()
                .mapToDouble(place -> plot.x().toScreen(place.rate()))
                .toArray();
    }

    private double[] y(Frame plot) {
        return places.stream()
                .mapToDouble(place -> plot.y().toScreen(place.distortion()))
                .toArray();
    }
}
