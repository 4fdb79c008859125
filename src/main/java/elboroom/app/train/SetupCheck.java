package elboroom.app.train;

import elboroom.data.Catalogue;
import elboroom.data.Dataset;
import elboroom.data.InputException;
import elboroom.model.Architecture;
import elboroom.model.Likelihood;
import elboroom.model.VaeConfig;
import elboroom.train.BetaSchedule;
import elboroom.train.RunDescription;
import elboroom.train.TrainingPlan;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** Reads a form: what is wrong with each field by itself, and, if nothing is, the run that it describes. */
final class SetupCheck {
    private static final String ALL = "all";
    /** Part of a cycle in which β rises, as usual (Fu 2019). */
    private static final double CYCLE_RAMP = 0.5;

    private final Catalogue catalogue;

    SetupCheck(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** A sentence for each field that is wrong, in the order of the form; fields that play no part are not looked at. */
    Map<SetupField, String> problems(Setup setup) {
        EnumMap<SetupField, String> problems = new EnumMap<>(SetupField.class);
        for (SetupField field : SetupField.values()) {
            if (setup.uses(field)) {
                try {
                    run(alone(setup, field));
                } catch (InputException e) {
                    problems.put(field, sentence(e));
                }
            }
        }
        return problems;
    }

    /** The form with nothing but this field, and what gives it its meaning, other than usual. */
    private static Setup alone(Setup setup, SetupField field) {
        Setup alone = Setup.USUAL.with(field, setup.text(field));
        return switch (field) {
            case IMAGES, NETWORK -> alone.with(SetupField.DATA, setup.text(SetupField.DATA));
            case VARIANCE -> alone.with(SetupField.LIKELIHOOD, Setup.GAUSSIAN);
            case WARM_UP_EPOCHS -> alone.with(SetupField.SCHEDULE, Setup.WARM_UP);
            case CYCLES -> alone.with(SetupField.SCHEDULE, Setup.CYCLICAL);
            default -> alone;
        };
    }

    /** Without the name of the field, beside which it stands. */
    private static String sentence(InputException problem) {
        String text = String.valueOf(problem.getMessage());
        String rest = text.substring(text.indexOf(": ") + 1).strip();
        return rest.substring(0, 1).toUpperCase(Locale.ROOT) + rest.substring(1);
    }

    /**
     * The run that a form describes.
     *
     * @throws InputException if a field is wrong
     */
    RunDescription run(Setup setup) {
        Dataset dataset = dataset(setup.text(SetupField.DATA));
        boolean autoencoder = setup.says(SetupField.KIND, Setup.AUTOENCODER);
        VaeConfig config = new VaeConfig(
                dataset.shape(),
                architecture(setup),
                whole(setup, SetupField.LATENT),
                likelihood(setup),
                autoencoder ? 1 : number(setup, SetupField.BETA),
                autoencoder ? 0 : number(setup, SetupField.FREE_BITS),
                autoencoder,
                wholeLong(setup, SetupField.SEED));
        TrainingPlan plan = new TrainingPlan(
                config,
                whole(setup, SetupField.EPOCHS),
                whole(setup, SetupField.BATCH),
                number(setup, SetupField.LEARNING_RATE),
                autoencoder ? BetaSchedule.CONSTANT : schedule(setup));
        return new RunDescription(dataset.id(), images(setup, dataset), title(dataset, config), plan);
    }

    private Dataset dataset(String id) {
        return catalogue.datasets().stream()
                .filter(set -> set.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new InputException("data: '" + id + "' is not in the list"));
    }

    private static Architecture architecture(Setup setup) {
        return setup.says(SetupField.NETWORK, Setup.CONVOLUTIONAL)
                ? new Architecture.Convolutional()
                : new Architecture.Mlp(Architecture.parseWidths(setup.text(SetupField.HIDDEN)));
    }

    private static Likelihood likelihood(Setup setup) {
        return setup.says(SetupField.LIKELIHOOD, Setup.GAUSSIAN)
                ? new Likelihood.Gaussian(number(setup, SetupField.VARIANCE))
                : Likelihood.BERNOULLI;
    }

    private static BetaSchedule schedule(Setup setup) {
        return switch (setup.text(SetupField.SCHEDULE)) {
            case Setup.WARM_UP -> new BetaSchedule.WarmUp(number(setup, SetupField.WARM_UP_EPOCHS), false);
            case Setup.CYCLICAL -> new BetaSchedule.Cyclical(whole(setup, SetupField.CYCLES), CYCLE_RAMP);
            default -> BetaSchedule.CONSTANT;
        };
    }

    private static int images(Setup setup, Dataset dataset) {
        String text = setup.text(SetupField.IMAGES).strip();
        if (text.isEmpty() || text.equalsIgnoreCase(ALL)) {
            return 0;
        }
        int count = whole(setup, SetupField.IMAGES);
        if (count < 1 || count > dataset.trainSize()) {
            throw new InputException(
                    "images: must be between 1 and %,d, or all, not %s".formatted(dataset.trainSize(), text));
        }
        return count;
    }

    private static String title(Dataset dataset, VaeConfig config) {
        String objective = config.autoencoder() ? "autoencoder" : "VAE";
        return "%s, %s, %d-D".formatted(dataset.title(), objective, config.latentSize());
    }

    private static int whole(Setup setup, SetupField field) {
        long value = wholeLong(setup, field);
        if (value != (int) value) {
            throw new InputException(field.title() + ": " + setup.text(field).strip() + " is too large");
        }
        return (int) value;
    }

    private static long wholeLong(Setup setup, SetupField field) {
        String text = setup.text(field).strip();
        try {
            // Digits may be set apart by spaces, or by commas in threes, as the window itself writes them.
            return Long.parseLong(
                    (text.matches("[+−-]?\\d{1,3}(,\\d{3})+") ? text.replace(",", "") : text.replace(" ", ""))
                            .replace('−', '-'));
        } catch (NumberFormatException e) {
            throw new InputException(
                    field.title() + ": "
                            + (text.isEmpty()
                                    ? "a whole number is missing"
                                    : "must be a whole number, not '" + text + "'"),
                    e);
        }
    }

    private static double number(Setup setup, SetupField field) {
        String text = setup.text(field).strip();
        try {
            return Double.parseDouble(text.replace('−', '-').replace(',', '.'));
        } catch (NumberFormatException e) {
            throw new InputException(
                    field.title() + ": "
                            + (text.isEmpty() ? "a number is missing" : "must be a number, not '" + text + "'"),
                    e);
        }
    }
}
