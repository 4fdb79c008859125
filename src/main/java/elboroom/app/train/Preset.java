package elboroom.app.train;

import java.util.List;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/**
 * A run worth doing in a class.
 *
 * @param id stable name
 * @param title on its card
 * @param promise what will be seen, a sentence or two
 * @param icon on its card
 * @param setup the form filled in
 */
record Preset(String id, String title, String promise, Ikon icon, Setup setup) {
    private static final Setup TEN_DIMENSIONS = Setup.USUAL
            .with(SetupField.LATENT, "10")
            .with(SetupField.BETA, "8")
            .with(SetupField.LEARNING_RATE, "0.005")
            .with(SetupField.IMAGES, "20000")
            .with(SetupField.EPOCHS, "6");

    static final List<Preset> ALL = List.of(
            new Preset(
                    "digits",
                    "Two-minute digits",
                    "A VAE with two latent dimensions learns all of MNIST. Distortion falls while the rate rises: the picture"
                            + " gets better as the code gets dearer.",
                    Feather.CLOCK,
                    Setup.USUAL.with(SetupField.EPOCHS, "20")),
            new Preset(
                    "collapse",
                    "Watch it collapse",
                    "Ten dimensions under β = 8, learning fast. The rate costs so much that eight of them give up and say next"
                            + " to nothing: posterior collapse.",
                    Feather.TRENDING_DOWN,
                    TEN_DIMENSIONS),
            new Preset(
                    "warm-up",
                    "Rescue by warm-up",
                    "The same network and the same final β, but β rises from 0 over half of the run. Four or more dimensions"
                            + " stay in use where two did, and distortion ends some 15 nats lower.",
                    Feather.SUNRISE,
                    TEN_DIMENSIONS.with(SetupField.SCHEDULE, Setup.WARM_UP).with(SetupField.WARM_UP_EPOCHS, "3")),
            new Preset(
                    "autoencoder",
                    "No KL: an autoencoder",
                    "Without the rate nothing holds the codes together: pictures get sharper, the map spreads out, and between"
                            + " the clusters there is nothing to sample.",
                    Feather.MINIMIZE_2,
                    Setup.USUAL.with(SetupField.KIND, Setup.AUTOENCODER)));
}
