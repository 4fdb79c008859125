package elboroom.app.train;

import elboroom.model.VaeConfig;

/** One thing to decide about a run before it starts; its value is kept as it was typed. */
public enum SetupField {
    DATA("Data", "mnist", "The images to learn from: the training split. What is learnt is measured on the test split"),
    IMAGES(
            "Images",
            "all",
            "How many of the training images to use, from the first on: a number, or all. Fewer are quicker, and are sooner"
                    + " learnt by heart"),
    NETWORK(
            "Network",
            Setup.MLP,
            "MLP: fully connected layers. Convolutional: two layers of small filters, slower, better with images; their sides must"
                    + " be multiples of 4"),
    HIDDEN(
            "Hidden widths",
            "512, 256",
            "Units in each hidden layer of the encoder, from the image towards the latent space. The decoder mirrors them"),
    LATENT("Latent size", "2", "Number of latent dimensions, 1 to 64. Two can be seen on a map as they are"),
    KIND(
            "Kind",
            Setup.VAE,
            "A VAE encodes an image as a distribution over z and pays for it (the rate). A plain autoencoder encodes it as"
                    + " one point, free of charge"),
    LIKELIHOOD(
            "Likelihood",
            Setup.BERNOULLI,
            "How the decoder's output predicts a pixel, p(x|z): as a probability of white (Bernoulli), or as a mean with a"
                    + " fixed variance (Gaussian)"),
    VARIANCE(
            "Pixel variance",
            "0.1",
            "Of the Gaussian around each pixel. A smaller one makes errors cost more, like a smaller β"),
    BETA(
            "β",
            "1",
            "Weight of the rate in what is minimised: distortion + β · rate. 1 is the ELBO; above it the code must be cheap,"
                    + " below it the picture must be good"),
    SCHEDULE(
            "β over time",
            Setup.CONSTANT,
            "Constant: the same β from the first step on. Warm-up: β rises from 0 in a line, so the code is useful before it"
                    + " has to be cheap (Bowman 2016). Cyclical: warm-up again and again (Fu 2019)"),
    WARM_UP_EPOCHS("Warm-up, epochs", "5", "Over how many epochs β rises from 0 to its full height"),
    CYCLES("Cycles", "4", "How often β starts again from 0; in each cycle it rises for the first half and then stays"),
    FREE_BITS(
            "Free bits",
            "0",
            "Each dimension may carry this many nats at no cost: its KL counts as at least so much (Kingma 2016). 0 for none"),
    LEARNING_RATE(
            "Learning rate", "0.001", "Step size of Adam. Too large and training diverges, too small and it crawls"),
    BATCH("Batch", "128", "Images in one step of training, a minibatch"),
    EPOCHS("Epochs", "10", "How often to go through all the images"),
    SEED(
            "Seed",
            "" + VaeConfig.USUAL_SEED,
            "A whole number from which the initial weights, the order of the images and the noise follow. The same seed gives"
                    + " the same run; another gives a run as good, in which dimensions near the line of 0.01 may count as"
                    + " active or not");

    private final String title;
    private final String usual;
    private final String explanation;

    SetupField(String title, String usual, String explanation) {
        this.title = title;
        this.usual = usual;
        this.explanation = explanation;
    }

    /** What the field is called beside it and in messages. */
    public String title() {
        return title;
    }

    /** What it says at the first start. */
    public String usual() {
        return usual;
    }

    /** A sentence or two for a first-year student. */
    public String explanation() {
        return explanation;
    }
}
