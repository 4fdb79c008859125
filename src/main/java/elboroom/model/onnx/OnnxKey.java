package elboroom.model.onnx;

import java.util.List;

/** What can be said of an exported model in {@code model.json}; the texts are those of the file and of messages. */
public enum OnnxKey {
    TITLE("title", "the model's name for people", List.of()),
    DATASET("dataset", "the data it was trained on, such as mnist", List.of()),
    IMAGE("image", "the size of its images, such as 28x28 or 32x32x3 (height, width, channels)", List.of()),
    ORDER(
            "order",
            "the order of a colour image's values in a row",
            List.of(
                    new Choice("chw", "all of red, then green, then blue (PyTorch)"),
                    new Choice("hwc", "pixel by pixel (TensorFlow)"))),
    RANGE(
            "range",
            "the values of black and white, going in and coming out",
            List.of(new Choice("0..1", "black 0, white 1"), new Choice("-1..1", "black −1, white 1"))),
    MEAN("mean", "the encoder's output that is the mean of q(z|x)", List.of()),
    SPREAD("spread", "the encoder's output that tells how wide q(z|x) is", List.of()),
    SPREAD_IS(
            "spreadIs",
            "what the encoder's other output is",
            List.of(
                    new Choice("logVariance", "log variance, log σ²"),
                    new Choice("logDeviation", "log σ"),
                    new Choice("deviation", "σ itself"),
                    new Choice("variance", "variance, σ²"),
                    new Choice("softplus", "softplus of it is σ"),
                    new Choice("none", "there is none: a plain autoencoder"))),
    OUTPUT("output", "the decoder's output that is the image", List.of()),
    OUTPUT_IS(
            "outputIs",
            "what the decoder gives for each pixel",
            List.of(
                    new Choice("logits", "a logit: the sigmoid is still to be taken"),
                    new Choice("probabilities", "a value between 0 and 1"),
                    new Choice("pixels", "a grey level that is cut to between 0 and 1"))),
    LIKELIHOOD(
            "likelihood",
            "how the loss compared pixels",
            List.of(
                    new Choice("bernoulli", "binary cross-entropy (Bernoulli)"),
                    new Choice("gaussian:0.5", "summed squared error (Gaussian, variance 0.5)"),
                    new Choice("gaussian:1", "half the summed squared error (Gaussian, variance 1)"),
                    new Choice("gaussian:0.1", "Gaussian, variance 0.1"),
                    new Choice("gaussian:0.01", "Gaussian, variance 0.01")));

    private final String text;
    private final String meaning;
    private final List<Choice> choices;

    /**
     * One of the answers.
     *
     * @param value in the file
     * @param label for people
     */
    public record Choice(String value, String label) {}

    OnnxKey(String text, String meaning, List<Choice> choices) {
        this.text = text;
        this.meaning = meaning;
        this.choices = choices;
    }

    /** In the file. */
    public String text() {
        return text;
    }

    /** For people. */
    public String meaning() {
        return meaning;
    }

    /** The answers there are; none if it is a text of one's own or depends on the model. */
    public List<Choice> choices() {
        return choices;
    }
}
