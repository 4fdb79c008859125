package elboroom.app;

import elboroom.app.explore.Workspace;
import elboroom.data.Catalogue;
import elboroom.data.Dataset;
import elboroom.data.DatasetSource;
import elboroom.data.Home;
import elboroom.data.ImageSet;
import elboroom.data.InputException;
import elboroom.data.own.OwnData;
import elboroom.model.Architecture;
import elboroom.model.ModelCard;
import elboroom.model.StoredModel;
import elboroom.model.Vae;
import elboroom.model.VaeConfig;
import elboroom.model.file.ModelFiles;
import java.lang.ref.SoftReference;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The models that come with the program, others by their folder, the catalogue's data sets and the user's own. */
final class StoredWorkspace implements Workspace {
    private final Catalogue catalogue;
    private final ModelFiles store;
    /** By the name under which the state knows them. Read on all threads, added to on that of the window. */
    private final Map<String, StoredModel> models = new ConcurrentHashMap<>();

    /** As many models in no folder are kept as fit beside the others: a moment of a run has its weights in memory, 4 MB and more. */
    private static final int OFFERS = 12;

    /** Models in no folder. */
    private final Map<String, Offer> offered = new ConcurrentHashMap<>();

    private record Offer(ModelChoice model, VaeConfig config, Supplier<Vae> opener) {}

    private final List<ModelChoice> choices = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private final Map<String, SoftReference<ImageSet>> images = new ConcurrentHashMap<>();

    StoredWorkspace(Home home) {
        catalogue = new Catalogue(home.assets());
        new OwnData(home.user()).addTo(catalogue, problem -> problems.add(String.valueOf(problem.getMessage())));
        store = new ModelFiles(home);
        store.list(problem -> problems.add(String.valueOf(problem.getMessage()))).stream()
                .sorted(usualOrder())
                .forEach(model -> add(model.name(), model));
    }

    /** The first is what a newcomer sees: an ordinary VAE of two dimensions; unusual objectives come last. */
    private Comparator<StoredModel> usualOrder() {
        List<String> datasets = catalogue.datasets().stream().map(Dataset::id).toList();
        Comparator<StoredModel> byDataset =
                Comparator.comparingInt(model -> datasets.indexOf(model.card().dataset()));
        return byDataset
                .thenComparing(model -> config(model).beta() != 1)
                .thenComparing(model -> config(model).autoencoder())
                .thenComparing(model -> config(model).latentSize())
                .thenComparing(model -> config(model).architecture() instanceof Architecture.Convolutional)
                .thenComparing(model -> config(model).beta())
                .thenComparing(StoredModel::name);
    }

    private static VaeConfig config(StoredModel model) {
        return model.card().config();
    }

    private ModelChoice add(String name, StoredModel model) {
        VaeConfig config = config(model);
        ModelChoice choice = new ModelChoice(
                name,
                model.card().title(),
                config.shape(),
                config.latentSize(),
                config.autoencoder(),
                ModelFiles.datasetToShow(model, catalogue.datasets()));
        models.put(name, model);
        choices.add(choice);
        return choice;
    }

    @Override
    public List<ModelChoice> models() {
        return List.copyOf(choices);
    }

    @Override
    public ModelChoice find(String nameOrFolder) {
        for (ModelChoice choice : choices) {
            if (choice.name().equals(nameOrFolder)) {
                return choice;
            }
        }
        Offer offer = offered.get(nameOrFolder);
        return offer == null ? add(nameOrFolder, store.find(nameOrFolder)) : offer.model();
    }

    @Override
    public void offer(ModelChoice model, VaeConfig config, Supplier<Vae> opener) {
        choices.removeIf(choice -> choice.name().equals(model.name()));
        choices.add(model);
        offered.put(model.name(), new Offer(model, config, opener));
        List<ModelChoice> oldestFirst = choices.stream()
                .filter(choice -> offered.containsKey(choice.name()))
                .toList();
        oldestFirst.stream().limit(Math.max(0, oldestFirst.size() - OFFERS)).forEach(this::withdraw);
    }

    /** From the list, and its network from memory; what a tab shows or can go back to is still known by name. */
    private void withdraw(ModelChoice model) {
        choices.remove(model);
        offered.computeIfPresent(
                model.name(),
                (name, offer) -> new Offer(model, offer.config(), () -> {
                    throw new InputException(
                            "model '%s': no longer in memory, as %d others were opened since; open it, or explore that moment of its run, again"
                                    .formatted(name, OFFERS));
                }));
    }

    @Override
    public VaeConfig config(String model) {
        Offer offer = offered.get(model);
        return offer == null ? config(stored(model)) : offer.config();
    }

    @Override
    public List<String> problems() {
        return List.copyOf(problems);
    }

    @Override
    public List<DataChoice> data() {
        return catalogue.datasets().stream().flatMap(StoredWorkspace::splits).toList();
    }

    @Override
    public void add(DatasetSource source) {
        catalogue.put(source);
        splits(source.dataset()).map(DataChoice::id).forEach(images::remove);
    }

    @Override
    public void remove(Dataset data) {
        catalogue.remove(data.id());
        splits(data).map(DataChoice::id).forEach(images::remove);
    }

    @Override
    public Catalogue catalogue() {
        return catalogue;
    }

    private static Stream<DataChoice> splits(Dataset set) {
        return Stream.of(
                new DataChoice(set.testId(), set.id(), set.title(), "test", set.shape(), set.testSize()),
                new DataChoice(set.trainId(), set.id(), set.title(), "train", set.shape(), set.trainSize()));
    }

    @Override
    public Vae open(String model) {
        Offer offer = offered.get(model);
        return offer == null ? ModelFiles.open(stored(model)) : offer.opener().get();
    }

    private StoredModel stored(String model) {
        StoredModel stored = models.get(model);
        if (stored == null) {
            throw new InputException("model '" + model + "': not found; expected one from the list of models");
        }
        return stored;
    }

    @Override
    public ImageSet images(String data) {
        SoftReference<ImageSet> kept = images.get(data);
        ImageSet set = kept == null ? null : kept.get();
        if (set == null) {
            set = catalogue.open(data);
            images.put(data, new SoftReference<>(set));
        }
        return set;
    }

    @Override
    public Optional<ModelCard.Figures> figures(String model) {
        return offered.containsKey(model)
                ? Optional.empty()
                : Optional.ofNullable(stored(model).card().figures());
    }

    @Override
    public Optional<Encoded> stored(String model, String data) {
        if (offered.containsKey(model)) {
            return Optional.empty();
        }
        List<String> classNames = catalogue.dataset(data).classNames();
        return stored(model).encodedSet(data).map(set -> {
            int classes = Math.max(1, classNames.size());
            for (int label : set.labels()) {
                if (label < 0 || label >= classes) {
                    throw new InputException("model %s: stored posteriors of %s have the label %d; expected 0 to %d"
                            .formatted(model, data, label, classes - 1));
                }
            }
            return new Encoded(set.posterior(), set.labels(), classNames);
        });
    }
}
