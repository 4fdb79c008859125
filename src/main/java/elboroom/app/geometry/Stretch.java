package elboroom.app.geometry;

import elboroom.app.map.HeatScale;
import elboroom.measure.DecoderGeometry;
import elboroom.measure.Watch;
import elboroom.model.Vae;

/** How much a decoder stretches latent space at a point, in one of four ways. */
public enum Stretch {
    SIGMA_MAX(
            "σ_max(J)",
            "Largest stretch",
            "Largest singular value of J = ∂x̂/∂z: how far the image moves at most for a small step, by the root of the sum"
                    + " of squared pixel differences",
            false),
    MAGNIFICATION(
            "√det(JᵀJ)",
            "Magnification",
            "How large an area of images a small area of the plane becomes: the product of both singular values of J",
            true),
    FISHER_MAX(
            "Fisher-Rao σ_max",
            "Largest stretch, Fisher-Rao",
            "The largest stretch with each pixel's change measured by its own noise, √(x̂(1 − x̂)): changes of sure pixels"
                    + " weigh more",
            false),
    FISHER_MAGNIFICATION(
            "Fisher-Rao √det",
            "Magnification, Fisher-Rao",
            "The magnification with each pixel's change measured by its own noise: √det(Jᵀ diag(1/(x̂(1 − x̂))) J)",
            true);

    private static final double CEILING = 0.99;
    private static final double FLOOR = 0.02;
    /** Colours do not go down by more than this factor. */
    private static final double DEEPEST = 1e-4;

    private final String symbol;
    private final String title;
    private final String meaning;
    private final boolean area;

    Stretch(String symbol, String title, String meaning, boolean area) {
        this.symbol = symbol;
        this.title = title;
        this.meaning = meaning;
        this.area = area;
    }

    String symbol() {
        return symbol;
    }

    /** The same where there is little room. */
    String shortSymbol() {
        return symbol.replace("-Rao", "");
    }

    String title() {
        return title;
    }

    String meaning() {
        return meaning;
    }

    /** What one of it is. */
    String unit(boolean autoencoder) {
        String z = autoencoder ? "unit of z" : "σ of the prior";
        return area ? "per square of 1 " + z : "per " + z;
    }

    /** What a number of it looks like. */
    int decimals() {
        return area ? 0 : 1;
    }

    /** Colours for a map, from what is usual for samples of the prior. */
    HeatScale scale(boolean autoencoder, Ranks ranks) {
        double greatest = Math.max(1e-9, ranks.percentile(this, CEILING));
        if (!area) {
            return HeatScale.linear(symbol, unit(autoencoder), 0, greatest);
        }
        double least = Math.max(ranks.percentile(this, FLOOR), DEEPEST * greatest);
        return HeatScale.logarithmic(symbol, unit(autoencoder), Math.min(least, greatest / 2), greatest);
    }

    /**
     * All four at some latent points.
     *
     * @param latents [n][d]
     */
    static float[][] all(Vae vae, Ground ground, double[] latents) {
        int count = latents.length / ground.latentSize();
        DecoderGeometry space = DecoderGeometry.at(vae, floats(latents), count, Watch.NONE);
        DecoderGeometry plane = ofPlane(space, ground);
        float[][] values = new float[values().length][count];
        for (int i = 0; i < count; i++) {
            values[SIGMA_MAX.ordinal()][i] = (float) space.sigmaMax(i);
            values[MAGNIFICATION.ordinal()][i] = (float) plane.magnification(i);
            values[FISHER_MAX.ordinal()][i] = (float) space.fisherRaoMax(i);
            values[FISHER_MAGNIFICATION.ordinal()][i] = (float) plane.fisherRaoMagnification(i);
        }
        return values;
    }

    /** The same metrics by steps on the plane only. */
    static DecoderGeometry ofPlane(DecoderGeometry space, Ground ground) {
        int d = ground.latentSize();
        if (d <= 2) {
            return space;
        }
        double[] right = ground.plane().right();
        double[] up = ground.plane().up();
        double[] directions = new double[2 * d];
        for (int j = 0; j < d; j++) {
            directions[2 * j] = right[j];
            directions[2 * j + 1] = up[j];
        }
        return space.by(directions);
    }

    static float[] floats(double[] values) {
        float[] floats = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            floats[i] = (float) values[i];
        }
        return floats;
    }
}
