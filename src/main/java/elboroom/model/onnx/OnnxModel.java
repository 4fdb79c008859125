package elboroom.model.onnx;

import elboroom.data.ImageShape;
import elboroom.data.InputException;
import elboroom.model.Architecture;
import elboroom.model.ModelCard;
import elboroom.model.StoredModel;
import elboroom.model.Vae;
import elboroom.model.VaeConfig;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * A model made elsewhere: a folder with {@code encoder.onnx}, {@code decoder.onnx} and, if it was written, {@code
 * model.json}. Reading one loads no native code; {@link #open} does.
 */
public final class OnnxModel {
    private final Path folder;
    private final OnnxGraph encoder;
    private final OnnxGraph decoder;
    private final Sidecar sidecar;
    private final Recognition recognition;

    private OnnxModel(Path folder, OnnxGraph encoder, OnnxGraph decoder, Sidecar sidecar) {
        this.folder = folder;
        this.encoder = encoder;
        this.decoder = decoder;
        this.sidecar = sidecar;
        recognition = new Recognition(encoder, decoder, sidecar);
    }

    /**
     * Reads what a folder holds.
     *
     * @throws InputException if a file is missing or damaged, or the two do not fit each other
     */
    public static OnnxModel read(Path folder) {
        return new OnnxModel(
                folder,
                OnnxGraph.read(folder.resolve(OnnxFolder.ENCODER)),
                OnnxGraph.read(folder.resolve(OnnxFolder.DECODER)),
                Sidecar.read(folder));
    }

    public Path folder() {
        return folder;
    }

    /** What the files do not tell; empty if the model can be opened. */
    public List<Question> questions() {
        return recognition.questions();
    }

    /** What was said or recognised, by its key. */
    public Map<OnnxKey, String> known() {
        return new EnumMap<>(recognition.known());
    }

    /**
     * The same with answers to questions. Nothing is written.
     *
     * @throws InputException if an answer is none of the choices, or does not fit the files
     */
    public OnnxModel answered(Map<OnnxKey, String> answers) {
        return new OnnxModel(folder, encoder, decoder, sidecar.with(answers));
    }

    /**
     * Writes what was said into {@code model.json}.
     *
     * @throws InputException if it cannot be written
     */
    public void remember() {
        sidecar.write();
    }

    /**
     * As a model among others.
     *
     * @throws InputException if there are questions
     */
    public StoredModel stored() {
        OnnxSpec spec = spec();
        String name = String.valueOf(folder.toAbsolutePath().normalize().getFileName());
        ModelCard card = new ModelCard(
                name,
                Objects.requireNonNullElse(sidecar.get(OnnxKey.TITLE), name),
                Objects.requireNonNullElse(sidecar.get(OnnxKey.DATASET), ""),
                new VaeConfig(
                        spec.shape(),
                        new Architecture.Exported(),
                        spec.latentSize(),
                        spec.likelihood(),
                        1,
                        0,
                        spec.spreadIs() == Spread.NONE,
                        0),
                null,
                Map.of("producer", encoder.producer()),
                null);
        return new StoredModel(folder, card);
    }

    /**
     * Opens it; loads ONNX Runtime if no such model was opened before. Slow, and for the thread that is to own it.
     *
     * @throws InputException if there are questions, or ONNX Runtime refuses
     */
    public Vae open() {
        return new OnnxVae(encoder, decoder, spec());
    }

    private OnnxSpec spec() {
        OnnxSpec spec = recognition.spec();
        if (spec == null) {
            Question first = recognition.questions().get(0);
            String choices = first.choices().isEmpty()
                    ? first.key().meaning()
                    : first.choices().stream().map(OnnxKey.Choice::value).collect(Collectors.joining(", "));
            throw new InputException(
                    "%s: its files do not tell %s (%s); expected \"%s\" in %s, or by 'elbo-room onnx %s --set %s=…': %s"
                            .formatted(
                                    folder,
                                    first.key().meaning(),
                                    OnnxGraph.oneLine(first.found()),
                                    first.key().text(),
                                    Sidecar.NAME,
                                    folder,
                                    first.key().text(),
                                    OnnxGraph.oneLine(choices)));
        }
        return spec;
    }

    /** The size of its images, if it is known by now. */
    public java.util.Optional<ImageShape> shape() {
        OnnxSpec spec = recognition.spec();
        return java.util.Optional.ofNullable(spec).map(OnnxSpec::shape);
    }
}
