package elboroom.lesson;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What of the window a step can set. */
public enum Setting {
    MODEL("name of a model, such as mnist-vae-2d"),
    DATA("id of a data set, such as mnist-test"),
    TAB("id of a tab, such as explore"),
    PAGE("page of the tab, such as balance in losses"),
    IMAGE("number of the image that is looked at, from 0, or none"),
    POINT("place of the marker: numbers separated by commas, one for each latent dimension"),
    LAYERS("layers of the map that are on, separated by commas: points, density, mosaic, ellipses, prior; or none"),
    HIDDEN("numbers of the classes that the map leaves out, separated by commas; or none"),
    TARGET("number of the image to be reached or placed, from 0"),
    WAY("how z is come by in the Trick tab: reparameterised or sampled"),
    WEIGHTS("which weights the Trick tab measures: trained or untrained"),
    PRESET("run that the Train tab is set up for, such as collapse");

    private final String meaning;

    Setting(String meaning) {
        this.meaning = meaning;
    }

    /** What stands before the colon in a file. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What is expected after the colon. */
    public String meaning() {
        return meaning;
    }

    static Optional<Setting> of(String key) {
        return Arrays.stream(values()).filter(each -> each.key().equals(key)).findFirst();
    }
}
