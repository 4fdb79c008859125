package elboroom.app.trick;

import elboroom.app.chart.ArrowPlane.Arrow;
import elboroom.app.chart.ArrowPlane.Content;
import elboroom.app.chart.ArrowPlane.Ellipse;
import elboroom.app.chart.ArrowPlane.Spot;
import elboroom.app.chart.FlowGraph;
import elboroom.app.chart.FlowGraph.Back;
import elboroom.app.chart.FlowGraph.Box;
import elboroom.app.chart.FlowGraph.Edge;
import elboroom.app.widget.Numbers;
import elboroom.measure.GradientEstimators;
import elboroom.measure.LatentDraw;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the pictures of the One draw page are made of. */
final class DrawPictures {
    private static final double NOISE_REACH = 3;
    /** Standard deviations of the posterior that are seen around its mean. */
    private static final double REACH = 3.2;
    /** Of the plane's half width: as long is an arrow of the usual length. */
    private static final double USUAL = 0.42;

    private static final int BLUE = 0;
    private static final int ORANGE = 1;
    private static final int GREEN = 8;
    private static final int PURPLE = 9;

    private DrawPictures() {}

    /** The plane of ε: the standard normal's circles and the draw. */
    static Content noise(LatentDraw draw, int first, int second) {
        return new Content(
                0,
                0,
                NOISE_REACH,
                List.of(new Ellipse(0, 0, 1, 1, BLUE, false), new Ellipse(0, 0, 2, 2, BLUE, true)),
                List.of(new Arrow(0, 0, draw.noise()[first], draw.noise()[second], "", PURPLE, false)),
                List.of(new Spot(draw.noise()[first], draw.noise()[second], "ε", PURPLE)),
                "");
    }

    /** The plane of z near the posterior, with the gradients by mean and σ. */
    static Content code(LatentDraw draw, @Nullable GradientEstimators others, Way way, int first, int second) {
        double x = draw.mean()[first];
        double y = draw.mean()[second];
        double right = draw.deviation()[first];
        double up = draw.deviation()[second];
        double reach = REACH * Math.max(right, up);
        List<Arrow> arrows = new ArrayList<>();
        double usual = usual(draw, others, way, first, second);
        double scale = USUAL * reach / usual;
        if (others != null) {
            double[] across = others.values(way.estimator(), first);
            double[] upward = others.values(way.estimator(), second);
            for (int k = 0; k < across.length; k++) {
                arrows.add(new Arrow(x, y, scale * across[k], scale * upward[k], "", BLUE, true));
            }
        }
        arrows.add(new Arrow(
                x, y, scale * way.byMean(draw, first), scale * way.byMean(draw, second), "by mean", BLUE, false));
        arrows.add(new Arrow(x + right, y, sigma(scale * way.byDeviation(draw, first), reach), 0, "", GREEN, false));
        arrows.add(new Arrow(x, y + up, 0, sigma(scale * way.byDeviation(draw, second), reach), "by σ", GREEN, false));
        if (way == Way.REPARAMETERISED) {
            arrows.add(new Arrow(
                    draw.z()[first],
                    draw.z()[second],
                    scale * draw.slope()[first],
                    scale * draw.slope()[second],
                    "",
                    PURPLE,
                    false));
        }
        return new Content(
                x,
                y,
                reach,
                List.of(
                        new Ellipse(x, y, right, up, ORANGE, false),
                        new Ellipse(x, y, 2 * right, 2 * up, ORANGE, true)),
                arrows,
                List.of(new Spot(draw.z()[first], draw.z()[second], "z", PURPLE), new Spot(x, y, "", ORANGE)),
                "arrow as long as σ: " + Numbers.fixed(Math.max(right, up) / scale, 0) + " nats per unit");
    }

    /** Arrows by σ stand at the ellipse's ends and stay in the picture. */
    private static double sigma(double length, double reach) {
        return Math.max(-0.6 * reach, Math.min(0.6 * reach, length));
    }

    /** Root of the average square length of the gradient by the mean, over the other draws. */
    private static double usual(LatentDraw draw, @Nullable GradientEstimators others, Way way, int first, int second) {
        double sum = square(way.byMean(draw, first)) + square(way.byMean(draw, second));
        int count = 1;
        if (others != null) {
            sum = 0;
            count = others.draws();
            for (int j : new int[] {first, second}) {
                for (double value : others.values(way.estimator(), j)) {
                    sum += square(value);
                }
            }
        }
        return Math.max(1e-9, Math.sqrt(sum / count));
    }

    private static double square(double value) {
        return value * value;
    }

    /** What is computed from what. */
    static FlowGraph.Content graph(Way way, LatentDraw draw, int first) {
        boolean trick = way == Way.REPARAMETERISED;
        List<Box> boxes = List.of(
                new Box(0, 1, "x", "", false),
                new Box(1, 1, "encoder", "", false),
                new Box(2, 1, "mean, σ", "", false),
                new Box(3, 1, trick ? "z = mean + σ·ε" : "z ~ q(z|x)", trick ? "" : "chance is inside", !trick),
                new Box(4, 1, "decoder", "", false),
                new Box(5, 1, "log p(x|z)", "", false),
                new Box(6, 1, "ELBO", "", false),
                new Box(4, 2, "KL", "", false),
                new Box(3, 0, "ε ~ N(0, I)", "", true));
        List<Edge> edges = new ArrayList<>(List.of(
                new Edge(0, 1, Back.NONE, ""),
                new Edge(1, 2, Back.FLOWS, trick ? "" : "KL alone"),
                new Edge(2, 3, trick ? Back.FLOWS : Back.CUT, trick ? "1 and ε" : "no gradient"),
                new Edge(3, 4, Back.FLOWS, Numbers.fixed(draw.slope()[first], 0)),
                new Edge(4, 5, Back.FLOWS, ""),
                new Edge(5, 6, Back.FLOWS, ""),
                new Edge(2, 7, Back.FLOWS, ""),
                new Edge(7, 6, Back.FLOWS, "")));
        if (trick) {
            edges.add(new Edge(8, 3, Back.NONE, ""));
        }
        return new FlowGraph.Content(2, trick ? boxes : boxes.subList(0, boxes.size() - 1), edges);
    }
}
