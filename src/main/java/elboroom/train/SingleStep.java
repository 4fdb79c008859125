package elboroom.train;

import elboroom.model.Posterior;
import elboroom.model.VaeConfig;
import elboroom.model.dl4j.BatchLosses;
import elboroom.model.layer.LayeredVae;
import java.util.Arrays;

/** Takes one step of a trainer and reports all of it. */
final class SingleStep {
    private final Trainer trainer;
    private final VaeConfig config;

    SingleStep(Trainer trainer, VaeConfig config) {
        this.trainer = trainer;
        this.config = config;
    }

    StepReport take(StepSettings settings) {
        long step = trainer.stepsTaken();
        Minibatches minibatches = trainer.minibatches();
        int count = minibatches.count(step);
        float[] images = new float[count * config.shape().size()];
        minibatches.copyImages(step, 0, count, images);
        float[] reconstructions = reconstructions(images, minibatches.noise(step, config.latentSize()), count);
        BatchLosses losses = trainer.step();
        GradientNorms gradient = trainer.gradientNorms();
        return new StepReport(
                step + 1,
                minibatches.indices(step),
                images,
                reconstructions,
                losses.distortion(),
                Arrays.stream(losses.klPerDimension()).boxed().toList(),
                losses.objective(),
                settings.beta(),
                settings.learningRate(),
                gradient.encoder(),
                gradient.decoder());
    }

    /** By the weights before the step, at the z that it draws. */
    private float[] reconstructions(float[] images, float[] noise, int count) {
        FlatState state = FlatState.ofSize(trainer.parameterCount());
        trainer.read(state);
        try (LayeredVae vae = LayeredVae.of(config, state.parameters())) {
            Posterior posterior = vae.encode(images, count);
            float[] z = posterior.mean().clone();
            if (!config.autoencoder()) {
                for (int i = 0; i < z.length; i++) {
                    z[i] += (float) (Math.exp(0.5 * posterior.logVariance()[i]) * noise[i]);
                }
            }
            return vae.decode(z, count);
        }
    }
}
