package elboroom.train;

/**
 * What may change from one step of training to the next.
 *
 * @param beta weight of the rate in the objective
 * @param freeBits nats of each latent dimension's KL that cost nothing more than these nats; 0 for the plain rate
 * @param learningRate of Adam
 */
public record StepSettings(double beta, double freeBits, double learningRate) {}
