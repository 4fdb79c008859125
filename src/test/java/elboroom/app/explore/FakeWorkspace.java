package elboroom.app.explore;

import elboroom.data.Catalogue;
import elboroom.data.Dataset;
import elboroom.data.DatasetSource;
import elboroom.data.ImageSet;
import elboroom.data.ImageShape;
import elboroom.data.InputException;
import elboroom.model.Architecture;
import elboroom.model.Likelihood;
import elboroom.model.ModelCard;
import elboroom.model.Posterior;
import elboroom.model.Vae;
import elboroom.model.VaeConfig;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Three fake models, one that cannot be opened, and data of which one set has the wrong shape. */
public final class FakeWorkspace implements Workspace {
    public static final int SIZE = 144;

    private static final ImageShape COLOUR = new ImageShape(28, 28, 3);

    private final Consumer<float[]> asked;
    private final Map<ModelChoice, Supplier<Vae>> offered = new LinkedHashMap<>();
    private final Map<String, DatasetSource> added = new LinkedHashMap<>();
    private final Catalogue catalogue = new Catalogue(Path.of("assets"));

    public FakeWorkspace() {
        this(latents -> {});
    }

    /** @param asked hears, on the engine thread, of the latents that models are asked to decode */
    public FakeWorkspace(Consumer<float[]> asked) {
        this.asked = asked;
    }

    @Override
    public List<ModelChoice> models() {
        List<ModelChoice> all = new ArrayList<>(List.of(
                new ModelChoice("spots-2d", "Spots, 2 dimensions", ImageShape.MNIST, 2, false, "spots"),
                new ModelChoice("spots-10d", "Spots, 10 dimensions", ImageShape.MNIST, 10, false, "spots"),
                new ModelChoice("broken", "Broken", ImageShape.MNIST, 2, false, "spots"),
                new ModelChoice("spots-code", "Spots, autoencoder", ImageShape.MNIST, 2, true, "spots")));
        all.addAll(offered.keySet());
        return all;
    }

    @Override
    public ModelChoice find(String name) {
        return models().stream()
                .filter(model -> model.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new InputException("model '" + name + "': not found"));
    }

    @Override
    public void offer(ModelChoice model, VaeConfig config, Supplier<Vae> opener) {
        offered.put(model, opener);
    }

    @Override
    public VaeConfig config(String model) {
        ModelChoice choice = find(model);
        return new VaeConfig(
                choice.shape(),
                new Architecture.Mlp(List.of(8)),
                choice.latentSize(),
                Likelihood.BERNOULLI,
                1,
                0,
                choice.autoencoder(),
                0);
    }

    @Override
    public List<DataChoice> data() {
        List<DataChoice> all = new ArrayList<>(List.of(
                new DataChoice("spots-test", "spots", "Spots", "test", ImageShape.MNIST, SIZE),
                new DataChoice("spots-train", "spots", "Spots", "train", ImageShape.MNIST, 4 * SIZE),
                new DataChoice("dots-test", "dots", "Dots", "test", ImageShape.MNIST, SIZE),
                new DataChoice("colours-test", "colours", "Colours", "test", COLOUR, SIZE)));
        added.forEach((id, source) -> {
            Dataset set = source.dataset();
            boolean test = id.equals(set.testId());
            all.add(new DataChoice(
                    id,
                    set.id(),
                    set.title(),
                    test ? "test" : "train",
                    set.shape(),
                    test ? set.testSize() : set.trainSize()));
        });
        return all;
    }

    @Override
    public void add(DatasetSource source) {
        catalogue.put(source);
        Dataset set = source.dataset();
        added.put(set.testId(), source);
        added.put(set.trainId(), source);
    }

    @Override
    public void remove(Dataset data) {
        catalogue.remove(data.id());
        added.remove(data.testId());
        added.remove(data.trainId());
    }

    @Override
    public Catalogue catalogue() {
        return catalogue;
    }

    @Override
    public Vae open(String model) {
        for (ModelChoice choice : offered.keySet()) {
            if (choice.name().equals(model)) {
                return Objects.requireNonNull(offered.get(choice)).get();
            }
        }
        if (model.equals("broken")) {
            throw new InputException("broken: model.zip is not a model");
        }
        return vae(model, asked);
    }

    private static FakeVae vae(String model, Consumer<float[]> asked) {
        return new FakeVae(latentSize(model), model.equals("spots-code"), asked);
    }

    private static int latentSize(String model) {
        return model.equals("spots-10d") ? 10 : 2;
    }

    @Override
    public ImageSet images(String data) {
        DatasetSource own = added.get(data);
        if (own != null) {
            return data.equals(own.dataset().testId()) ? own.test() : own.train();
        }
        return new FakeImages(data, data.equals("spots-train") ? 4 * SIZE : SIZE);
    }

    @Override
    public Optional<ModelCard.Figures> figures(String model) {
        return model.equals("broken")
                ? Optional.empty()
                : Optional.of(new ModelCard.Figures(
                        "spots-test", SIZE, -103.5, 100.0, 3.5, List.of(1.5, 2.0), 99.0, List.of(1.0, 1.0), 2, 0));
    }

    /** Only of the test split, as the real store has it; others must be encoded. */
    @Override
    public Optional<Encoded> stored(String model, String data) {
        if (!data.equals("spots-test")) {
            return Optional.empty();
        }
        ImageSet images = images(data);
        Posterior posterior = vae(model, latents -> {}).encode(images.images(0, SIZE), SIZE);
        int[] labels = new int[SIZE];
        for (int i = 0; i < SIZE; i++) {
            labels[i] = images.label(i);
        }
        return Optional.of(new Encoded(posterior, labels, images.classNames()));
    }
}
