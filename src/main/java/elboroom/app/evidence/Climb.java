package elboroom.app.evidence;

import elboroom.measure.GaussianFit;
import elboroom.measure.GaussianFit.Step;
import elboroom.measure.Watch;
import elboroom.model.Vae;
import java.util.ArrayList;
import java.util.List;

/**
 * From the encoder's Gaussian to the best one for this image.
 *
 * @param steps from the encoder's on; if another climb, from the true mode, ended higher, its end is the last of them
 * @param leaps whether the last step is that of the other climb
 */
public record Climb(List<Step> steps, boolean leaps) {
    /** Nats by which the other climb must be better. */
    private static final double BETTER = 0.01;

    static Climb of(Vae vae, ImageEvidence image, Watch watch) {
        GaussianFit encoder =
                GaussianFit.from(vae, image.pixels(), image.mean(), image.logVariance(), watch.part(0, 0.5));
        List<Step> steps = new ArrayList<>(encoder.steps());
        if (image.exact() != null) {
            Step end = GaussianFit.from(
                            vae, image.pixels(), image.exact().mode(), image.logVariance(), watch.part(0.5, 1))
                    .end();
            if (end.elbo() > encoder.end().elbo() + BETTER) {
                steps.add(end);
                return new Climb(List.copyOf(steps), true);
            }
        }
        return new Climb(List.copyOf(steps), false);
    }

    Step best() {
        return steps.get(steps.size() - 1);
    }
}
