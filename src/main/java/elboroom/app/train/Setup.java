package elboroom.app.train;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** The form of a run as it stands, every field the text that was typed or chosen, right or wrong. Immutable. */
public final class Setup {
    static final String MLP = "mlp";
    static final String CONVOLUTIONAL = "conv";
    static final String VAE = "vae";
    static final String AUTOENCODER = "autoencoder";
    static final String BERNOULLI = "bernoulli";
    static final String GAUSSIAN = "gaussian";
    static final String CONSTANT = "constant";
    static final String WARM_UP = "warm-up";
    static final String CYCLICAL = "cyclical";

    /** Of the first start. */
    public static final Setup USUAL = new Setup(new EnumMap<>(SetupField.class));

    private final Map<SetupField, String> texts;

    private Setup(Map<SetupField, String> texts) {
        this.texts = texts;
    }

    /** As it was stored; fields of another version of the program are passed over. */
    @JsonCreator
    static Setup of(Map<String, String> stored) {
        EnumMap<SetupField, String> texts = new EnumMap<>(SetupField.class);
        for (SetupField field : SetupField.values()) {
            String text = stored.get(field.name());
            if (text != null) {
                texts.put(field, text);
            }
        }
        return new Setup(texts);
    }

    /** What of it differs from {@link #USUAL}, by name, to be stored. */
    @JsonValue
    Map<SetupField, String> texts() {
        return Map.copyOf(texts);
    }

    /** What a field says. */
    public String text(SetupField field) {
        return Objects.requireNonNullElse(texts.get(field), field.usual());
    }

    boolean says(SetupField field, String choice) {
        return text(field).equals(choice);
    }

    /** The same with another text in one field. */
    public Setup with(SetupField field, String text) {
        EnumMap<SetupField, String> changed = new EnumMap<>(SetupField.class);
        changed.putAll(texts);
        if (text.equals(field.usual())) {
            changed.remove(field);
        } else {
            changed.put(field, text);
        }
        return new Setup(changed);
    }

    /** Whether what the field says makes a difference, as things stand. */
    public boolean uses(SetupField field) {
        boolean rate = says(SetupField.KIND, VAE);
        return switch (field) {
            case HIDDEN -> says(SetupField.NETWORK, MLP);
            case VARIANCE -> says(SetupField.LIKELIHOOD, GAUSSIAN);
            case BETA, SCHEDULE, FREE_BITS -> rate;
            case WARM_UP_EPOCHS -> rate && says(SetupField.SCHEDULE, WARM_UP);
            case CYCLES -> rate && says(SetupField.SCHEDULE, CYCLICAL);
            default -> true;
        };
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Setup setup && texts.equals(setup.texts);
    }

    @Override
    public int hashCode() {
        return texts.hashCode();
    }

    @Override
    public String toString() {
        return texts.toString();
    }
}
