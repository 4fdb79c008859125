package elboroom.model.onnx;

import elboroom.data.ImageShape;
import elboroom.data.InputException;
import elboroom.model.Likelihood;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes out what a pair of graphs is from what is said, from names and shapes and from the last operations; else asks. */
final class Recognition {
    private static final int MAX_LATENT = 64;
    /** Operations that give no negative number, and so hardly a logarithm. */
    private static final Set<String> POSITIVE = Set.of("Exp", "Softplus", "Sqrt", "Sigmoid", "Relu", "Abs");

    private final OnnxGraph encoder;
    private final OnnxGraph decoder;
    private final Sidecar said;
    private final Map<OnnxKey, String> known = new EnumMap<>(OnnxKey.class);
    private final List<Question> questions = new ArrayList<>();
    private final int latent;
    private final @Nullable OnnxSpec spec;

    Recognition(OnnxGraph encoder, OnnxGraph decoder, Sidecar said) {
        this.encoder = encoder;
        this.decoder = decoder;
        this.said = said;
        latent = latent();
        encoderOutputs();
        decoderOutput();
        ImageShape shape = image();
        PixelLayout taken = shape == null ? null : layout(encoder, encoder.input(), "takes", shape);
        PixelLayout given = shape == null || !known.containsKey(OnnxKey.OUTPUT)
                ? null
                : layout(decoder, output(decoder, value(OnnxKey.OUTPUT)), "gives", shape);
        spec = taken == null || given == null || !questions.isEmpty() ? null : spec(taken, given);
    }

    /** What could not be made out. */
    List<Question> questions() {
        return List.copyOf(questions);
    }

    /** What was said or made out. */
    Map<OnnxKey, String> known() {
        return known;
    }

    /** Null while there are questions. */
    @Nullable
    OnnxSpec spec() {
        return spec;
    }

    private OnnxSpec spec(PixelLayout taken, PixelLayout given) {
        return new OnnxSpec(
                latent,
                taken,
                given,
                value(OnnxKey.RANGE).equals("-1..1") ? -1 : 0,
                value(OnnxKey.MEAN),
                value(OnnxKey.SPREAD),
                Spread.of(value(OnnxKey.SPREAD_IS)),
                value(OnnxKey.OUTPUT),
                value(OnnxKey.OUTPUT_IS).equals("logits"),
                Likelihood.parse(value(OnnxKey.LIKELIHOOD)));
    }

    private String value(OnnxKey key) {
        return known.getOrDefault(key, "");
    }

    /** What is said, else what is made out, else a question. */
    private void settle(OnnxKey key, Optional<String> recognised, Question question) {
        String value = said.get(key) == null ? recognised.orElse(null) : said.get(key);
        if (value == null) {
            questions.add(question);
        } else {
            known.put(key, value);
        }
    }

    private int latent() {
        OnnxPort z = decoder.input();
        long size = z.size();
        if (size == OnnxPort.ANY) {
            size = encoder.outputs().get(0).size();
        }
        if (size < 1 || size > MAX_LATENT) {
            throw new InputException("%s: takes %s; expected latent points of 1 to %d dimensions, N×d with d fixed"
                    .formatted(decoder.file(), z, MAX_LATENT));
        }
        return (int) size;
    }

    private void encoderOutputs() {
        List<OnnxPort> vectors = encoder.outputs().stream()
                .filter(port -> port.size() == latent || port.size() == OnnxPort.ANY)
                .toList();
        List<OnnxPort> doubles = encoder.outputs().stream()
                .filter(port -> port.size() == 2L * latent)
                .toList();
        if (vectors.isEmpty() && doubles.size() != 1) {
            throw new InputException("%s: gives %s; expected a mean of %d values, as many as %s takes"
                    .formatted(
                            encoder.file(),
                            encoder.outputs(),
                            latent,
                            decoder.file().getFileName()));
        }
        if (vectors.isEmpty()) {
            String both = doubles.get(0).name();
            Halves.check(encoder.file(), doubles.get(0), latent);
            known.put(OnnxKey.MEAN, both);
            known.put(OnnxKey.SPREAD, both);
            spreadIs(both, "the second half of " + doubles.get(0));
            return;
        }
        Optional<String> spread = only(vectors.stream()
                .map(OnnxPort::name)
                .filter(name -> new Words(name).spread().isPresent()));
        Optional<String> mean = only(vectors.stream().map(OnnxPort::name).filter(name -> new Words(name).mean()));
        if (vectors.size() == 2) {
            // Of two, one tells the other.
            mean = mean.or(() -> spread.map(name -> other(vectors, name)));
        }
        if (vectors.size() == 1) {
            mean = Optional.of(vectors.get(0).name());
        }
        settle(OnnxKey.MEAN, mean, choice(OnnxKey.MEAN, encoder, vectors, 0));
        boolean code = vectors.size() == 1 || "none".equals(said.get(OnnxKey.SPREAD_IS));
        Optional<String> meanName = Optional.ofNullable(known.get(OnnxKey.MEAN));
        Optional<String> wide = code
                ? Optional.of("")
                : spread.or(() -> vectors.size() == 2 ? meanName.map(name -> other(vectors, name)) : Optional.empty());
        settle(OnnxKey.SPREAD, wide, choice(OnnxKey.SPREAD, encoder, vectors, Math.min(1, vectors.size() - 1)));
        meanName.ifPresent(name -> output(encoder, name));
        if (code) {
            known.put(OnnxKey.SPREAD_IS, "none");
        } else {
            String name = value(OnnxKey.SPREAD);
            spreadIs(
                    name,
                    name.isEmpty() ? vectors.toString() : output(encoder, name).toString());
        }
    }

    private void spreadIs(String name, String found) {
        String operation = encoder.lastOperation(name);
        Optional<String> told = new Words(name).spread().flatMap(kind -> agreed(kind, name, operation));
        settle(
                OnnxKey.SPREAD_IS,
                told,
                new Question(
                        OnnxKey.SPREAD_IS,
                        found + madeBy(operation),
                        OnnxKey.SPREAD_IS.choices(),
                        operation.equals("Softplus") || operation.equals("Exp") ? "deviation" : "logVariance"));
    }

    /** What a name tells, unless the last operation makes it impossible: names are often taken from the layer before. */
    private Optional<String> agreed(String kind, String name, String operation) {
        return switch (kind) {
            case "deviation", "variance" -> encoder.linear(name) ? Optional.empty() : Optional.of(kind);
            // A softplus that has been taken leaves σ.
            case "softplus" ->
                encoder.linear(name) || operation.isEmpty()
                        ? Optional.of(kind)
                        : operation.equals("Softplus") ? Optional.of("deviation") : Optional.empty();
            default -> POSITIVE.contains(operation) ? Optional.empty() : Optional.of(kind);
        };
    }

    private static String madeBy(String operation) {
        return operation.isEmpty() ? "" : ", made by " + OnnxGraph.oneLine(operation);
    }

    private void decoderOutput() {
        List<OnnxPort> outputs = decoder.outputs();
        Optional<String> name = outputs.size() == 1
                ? Optional.of(outputs.get(0).name())
                : only(outputs.stream()
                        .map(OnnxPort::name)
                        .filter(n -> new Words(n).output().isPresent()));
        settle(OnnxKey.OUTPUT, name, choice(OnnxKey.OUTPUT, decoder, outputs, 0));
        String output = value(OnnxKey.OUTPUT);
        String operation = decoder.lastOperation(output);
        String found = output.isEmpty() ? "" : output(decoder, output) + madeBy(operation);
        boolean squashed = operation.equals("Sigmoid") || operation.equals("Tanh");
        Optional<String> byName = new Words(output).output();
        String impossible = squashed ? "logits" : decoder.linear(output) ? "probabilities" : "";
        Optional<String> kind = byName.equals(Optional.of(impossible))
                ? Optional.empty()
                : squashed ? Optional.of("probabilities") : byName;
        settle(
                OnnxKey.OUTPUT_IS,
                kind,
                new Question(
                        OnnxKey.OUTPUT_IS, found, OnnxKey.OUTPUT_IS.choices(), squashed ? "probabilities" : "logits"));
        known.put(
                OnnxKey.RANGE,
                said.get(OnnxKey.RANGE) != null
                        ? said.get(OnnxKey.RANGE)
                        : operation.equals("Tanh") ? "-1..1" : "0..1");
        // Who speaks of logits or probabilities means Bernoulli pixels.
        boolean bernoulli = byName.filter(word -> !word.equals("pixels")).isPresent();
        settle(
                OnnxKey.LIKELIHOOD,
                bernoulli ? Optional.of("bernoulli") : Optional.empty(),
                new Question(
                        OnnxKey.LIKELIHOOD,
                        found + unused(output),
                        OnnxKey.LIKELIHOOD.choices(),
                        byName.isPresent() || operation.equals("Tanh") ? "gaussian:0.5" : "bernoulli"));
    }

    /** A deviation for each pixel, such as some Gaussian decoders give, is no part of any of the likelihoods. */
    private String unused(String output) {
        List<OnnxPort> others = decoder.outputs().stream()
                .filter(port -> !port.name().equals(output))
                .toList();
        return others.isEmpty()
                ? ""
                : others.stream()
                        .map(OnnxPort::toString)
                        .collect(Collectors.joining(", ", "; the decoder also gives ", ", which is not used"));
    }

    private @Nullable ImageShape image() {
        OnnxPort input = encoder.input();
        Optional<ImageShape> found = PortShapes.of(input);
        String image = said.get(OnnxKey.IMAGE);
        if (image != null) {
            known.put(OnnxKey.IMAGE, image);
            return PortShapes.parse(image, said.file());
        }
        found.ifPresentOrElse(
                shape -> known.put(OnnxKey.IMAGE, PortShapes.text(shape)),
                () -> questions.add(new Question(OnnxKey.IMAGE, input.toString(), List.of(), "")));
        return found.orElse(null);
    }

    private PixelLayout layout(OnnxGraph graph, OnnxPort port, String verb, ImageShape shape) {
        Optional<PixelLayout> layout = PortShapes.layout(port, shape, !"hwc".equals(said.get(OnnxKey.ORDER)));
        if (layout.isEmpty()) {
            throw new InputException("%s: %s %s; expected images of %s, as %s"
                    .formatted(
                            graph.file(),
                            verb,
                            port,
                            shape,
                            said.get(OnnxKey.IMAGE) != null
                                    ? Sidecar.NAME + " says"
                                    : encoder.file().getFileName() + " takes"));
        }
        if (shape.channels() > 1
                && port.rank() <= 2
                && said.get(OnnxKey.ORDER) == null
                && questions.stream().noneMatch(q -> q.key() == OnnxKey.ORDER)) {
            questions.add(new Question(OnnxKey.ORDER, port.toString(), OnnxKey.ORDER.choices(), "chw"));
        }
        return layout.get();
    }

    private OnnxPort output(OnnxGraph graph, String name) {
        return graph.outputs().stream()
                .filter(port -> port.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new InputException("%s: gives no output '%s', which %s names; expected one of %s"
                        .formatted(graph.file(), OnnxGraph.oneLine(name), Sidecar.NAME, graph.outputs())));
    }

    private static Question choice(OnnxKey key, OnnxGraph graph, List<OnnxPort> ports, int suggested) {
        return new Question(
                key,
                "%s gives %s".formatted(graph.file().getFileName(), ports),
                ports.stream()
                        .map(port -> new OnnxKey.Choice(port.name(), port.toString()))
                        .toList(),
                ports.get(suggested).name());
    }

    private static Optional<String> only(Stream<String> names) {
        List<String> all = names.toList();
        return all.size() == 1 ? Optional.of(all.get(0)) : Optional.empty();
    }

    private static String other(List<OnnxPort> two, String name) {
        return two.get(two.get(0).name().equals(name) ? 1 : 0).name();
    }
}
