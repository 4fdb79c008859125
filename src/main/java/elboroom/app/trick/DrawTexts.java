package elboroom.app.trick;

import elboroom.app.widget.Numbers;
import elboroom.measure.LatentDraw;

/** What the One draw page says, with the values of now. */
final class DrawTexts {
    private DrawTexts() {}

    /** What the picture means. */
    static String words(Way way) {
        return way == Way.REPARAMETERISED
                ? "With the trick, chance comes in from the side: ε is an input like x. For a given ε, z is a plain formula of mean"
                        + " and σ, so the chain rule leads from log p(x|z) back through z to both, and on into the encoder. Other ε"
                        + " give other arrows, but they mostly agree."
                : "Without the trick, z is drawn: a random number has no derivative by the mean and σ that it was drawn with. The"
                        + " gradient ends at z, and the encoder would hear of the KL alone. What is left is the score function:"
                        + " f · ∂ log q(z|x). It never asks how log p(x|z) changes with z, only how large it is, so its arrows point"
                        + " wherever ε happened to point.";
    }

    /** z, a line for each of two dimensions. */
    static String code(LatentDraw draw, int... dimensions) {
        StringBuilder text = new StringBuilder();
        for (int j : dimensions) {
            text.append("%s = %s + %s · %s = %s%n"
                    .formatted(
                            Numbers.latentName(j),
                            Numbers.fixed(draw.mean()[j], 3),
                            Numbers.fixed(draw.deviation()[j], 3),
                            bracketed(draw.noise()[j], 2),
                            Numbers.fixed(draw.z()[j], 3)));
        }
        return text.toString().strip();
    }

    /** How the gradient by the mean comes about. */
    static String byMean(Way way, LatentDraw draw, int j) {
        String name = Numbers.latentName(j);
        return way == Way.REPARAMETERISED
                ? "gradient of this image's ELBO by mean of %s, from this draw%n= ∂ log p(x|z)/∂z · ∂z/∂mean − ∂KL/∂mean%n= %s · 1 − %s%n= %s nats per unit"
                        .formatted(
                                name,
                                Numbers.fixed(draw.slope()[j], 2),
                                bracketed(draw.mean()[j], 2),
                                Numbers.fixed(draw.pathByMean(j), 2))
                : "gradient of this image's ELBO by mean of %s, from this draw%n= f · ∂ log q(z|x)/∂mean = f · ε/σ%nf = log p(x|z) + log p(z) − log q(z|x) = %s nats%n= %s · %s / %s%n= %s nats per unit"
                        .formatted(
                                name,
                                Numbers.fixed(draw.weight(), 2),
                                Numbers.fixed(draw.weight(), 2),
                                bracketed(draw.noise()[j], 3),
                                Numbers.fixed(draw.deviation()[j], 3),
                                Numbers.fixed(draw.scoreByMean(j), 2));
    }

    /** How the gradient by σ comes about. */
    static String byDeviation(Way way, LatentDraw draw, int j) {
        String name = Numbers.latentName(j);
        return way == Way.REPARAMETERISED
                ? "gradient of this image's ELBO by σ of %s, from this draw%n= ∂ log p(x|z)/∂z · ∂z/∂σ − ∂KL/∂σ%n= %s · ε − (σ − 1/σ)%n= %s · %s − %s + %s%n= %s nats per unit"
                        .formatted(
                                name,
                                Numbers.fixed(draw.slope()[j], 2),
                                Numbers.fixed(draw.slope()[j], 2),
                                bracketed(draw.noise()[j], 2),
                                Numbers.fixed(draw.deviation()[j], 2),
                                Numbers.fixed(1 / draw.deviation()[j], 2),
                                Numbers.fixed(draw.pathByDeviation(j), 2))
                : "gradient of this image's ELBO by σ of %s, from this draw%n= f · ∂ log q(z|x)/∂σ = f · (ε² − 1)/σ%n= %s · (%s² − 1) / %s%n= %s nats per unit"
                        .formatted(
                                name,
                                Numbers.fixed(draw.weight(), 2),
                                bracketed(draw.noise()[j], 3),
                                Numbers.fixed(draw.deviation()[j], 3),
                                Numbers.fixed(draw.scoreByDeviation(j), 2));
    }

    private static String bracketed(double value, int decimals) {
        String text = Numbers.fixed(value, decimals);
        return text.startsWith("−") ? "(" + text + ")" : text;
    }
}
