package elboroom.model;

/** A decoder that knows its own derivatives. */
public interface DifferentiableDecoder {
    /**
     * ∂logits/∂z at latent points.
     *
     * @param latents [count][latentSize]
     * @param count number of points
     * @return [count][latentSize][D]: for each point and each dimension of z, how all logits change with it
     */
    float[] logitJacobian(float[] latents, int count);
}
