package elboroom.latent;

import java.util.Arrays;
import java.util.List;

/**
 * Points along a way through latent space.
 *
 * @param latentSize d
 * @param points row-major [count][d], at least two
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record LatentPath(int latentSize, float[] points) {
    /** Below this sine of the angle between two ends, or this distance from the origin, there is no great circle to follow. */
    private static final double DEGENERATE = 1e-6;

    public LatentPath {
        if (latentSize < 1 || points.length < 2 * latentSize || points.length % latentSize != 0) {
            throw new IllegalArgumentException(
                    "%d numbers do not make a path of points of %d".formatted(points.length, latentSize));
        }
    }

    public int count() {
        return points.length / latentSize;
    }

    public double[] point(int index) {
        double[] point = new double[latentSize];
        for (int j = 0; j < latentSize; j++) {
            point[j] = points[index * latentSize + j];
        }
        return point;
    }

    /** The straight line from a to b, [d] each, by evenly spaced points. */
    public static LatentPath line(double[] a, double[] b, int count) {
        return weighted(a, b, count, t -> 1 - t, t -> t);
    }

    /**
     * The spherical path from a to b: sin((1 − t)Ω)/sin Ω · a + sin(tΩ)/sin Ω · b with Ω the angle between them, seen from
     * the origin. The straight line where that is not defined: an end in the origin, or both on one line through it.
     */
    public static LatentPath slerp(double[] a, double[] b, int count) {
        double lengths = norm(a) * norm(b);
        double cosine = lengths < DEGENERATE ? 1 : Math.max(-1, Math.min(1, dot(a, b) / lengths));
        double angle = Math.acos(cosine);
        double sine = Math.sin(angle);
        return sine < DEGENERATE
                ? line(a, b, count)
                : weighted(a, b, count, t -> Math.sin((1 - t) * angle) / sine, t -> Math.sin(t * angle) / sine);
    }

    /** Paths end to end, each of which starts where the one before ends; that point is kept once. */
    public static LatentPath joined(List<LatentPath> legs) {
        int d = legs.get(0).latentSize;
        float[] points =
                new float[legs.stream().mapToInt(leg -> leg.points.length - d).sum() + d];
        System.arraycopy(legs.get(0).points, 0, points, 0, d);
        int at = d;
        for (LatentPath leg : legs) {
            System.arraycopy(leg.points, d, points, at, leg.points.length - d);
            at += leg.points.length - d;
        }
        return new LatentPath(d, points);
    }

    /** The point at {@code t} from 0 to 1, as far between neighbouring points as t is between theirs. */
    public double[] at(double t) {
        double place = Math.max(0, Math.min(1, t)) * (count() - 1);
        int before = Math.min(count() - 2, (int) place);
        double share = place - before;
        double[] point = new double[latentSize];
        for (int j = 0; j < latentSize; j++) {
            float from = points[before * latentSize + j];
            float to = points[(before + 1) * latentSize + j];
            point[j] = from + share * (to - from);
        }
        return point;
    }

    /**
     * Other points of the same way, so that the length between each two is the same.
     *
     * @param steps lengths from each point to the next, [count − 1], in whatever measure; none negative
     */
    public LatentPath even(double[] steps, int number) {
        double total = Arrays.stream(steps).sum();
        if (!(total > 0)) {
            return at(number);
        }
        float[] result = new float[number * latentSize];
        int leg = 0;
        double before = 0;
        for (int i = 0; i < number; i++) {
            double wanted = total * i / (number - 1);
            while (leg < steps.length - 1 && before + steps[leg] < wanted) {
                before += steps[leg];
                leg++;
            }
            double share = steps[leg] > 0 ? Math.min(1, (wanted - before) / steps[leg]) : 0;
            double[] point = at((leg + share) / (count() - 1));
            for (int j = 0; j < latentSize; j++) {
                result[i * latentSize + j] = (float) point[j];
            }
        }
        System.arraycopy(points, 0, result, 0, latentSize);
        System.arraycopy(points, points.length - latentSize, result, result.length - latentSize, latentSize);
        return new LatentPath(latentSize, result);
    }

    /** Other points of the same way, evenly between the present ones. */
    public LatentPath at(int number) {
        float[] result = new float[number * latentSize];
        for (int i = 0; i < number; i++) {
            double[] point = at(i / (number - 1.0));
            for (int j = 0; j < latentSize; j++) {
                result[i * latentSize + j] = (float) point[j];
            }
        }
        return new LatentPath(latentSize, result);
    }

    private interface Weight {
        double at(double t);
    }

    private static LatentPath weighted(double[] a, double[] b, int count, Weight ofA, Weight ofB) {
        int d = a.length;
        float[] points = new float[count * d];
        for (int i = 0; i < count; i++) {
            double t = i / (count - 1.0);
            for (int j = 0; j < d; j++) {
                points[i * d + j] = (float) (ofA.at(t) * a[j] + ofB.at(t) * b[j]);
            }
        }
        return new LatentPath(d, points);
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int j = 0; j < a.length; j++) {
            sum += a[j] * b[j];
        }
        return sum;
    }

    private static double norm(double[] a) {
        return Math.sqrt(dot(a, a));
    }
}
