package elboroom.cli;

import elboroom.data.Home;
import elboroom.data.InputException;
import elboroom.model.Vae;
import elboroom.model.file.ModelFiles;
import elboroom.model.onnx.OnnxKey;
import elboroom.model.onnx.OnnxModel;
import elboroom.model.onnx.Question;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "onnx",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Says what a model made elsewhere, such as by PyTorch, is understood to be: a folder or zip with encoder.onnx"
                        + " and decoder.onnx. What its names do not tell is said once by --set, and kept in model.json.",
        footer = {
            "",
            "Keys: image, order, range, mean, spread, spreadIs, output, outputIs, likelihood, dataset, title. The other"
                    + " commands take such a folder or zip as MODEL. docs/python.md shows how to make one."
        })
@SuppressWarnings("NullAway.Init") // picocli fills the fields.
final class OnnxCommand implements Callable<Integer> {
    @Parameters(paramLabel = "PATH", description = "folder or zip with encoder.onnx and decoder.onnx")
    private String path;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "say what names do not tell, such as outputIs=logits; may be given several times")
    private Map<String, String> answers = Map.of();

    @Option(names = "--json", description = "print one JSON object")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Path exported = ModelFiles.exported(path)
                .orElseThrow(() -> new InputException(
                        path + ": no such model; expected a folder or zip with encoder.onnx and decoder.onnx"));
        OnnxModel model = new ModelFiles(Home.locate()).exported(exported);
        if (!answers.isEmpty()) {
            Map<OnnxKey, String> said = new EnumMap<>(OnnxKey.class);
            answers.forEach((key, value) -> said.put(key(key), value));
            model = model.answered(said);
        }
        if (model.questions().isEmpty()) {
            // Whether it runs at all, before anything is kept.
            try (Vae vae = model.open()) {
                print(model, vae.latentSize());
            }
        } else {
            print(model, null);
        }
        if (!answers.isEmpty()) {
            model.remember();
        }
        return 0;
    }

    private static OnnxKey key(String text) {
        return Arrays.stream(OnnxKey.values())
                .filter(key -> key.text().equals(text))
                .findFirst()
                .orElseThrow(() -> new InputException("set: '%s' is no key; expected one of %s"
                        .formatted(
                                text,
                                Arrays.stream(OnnxKey.values())
                                        .map(OnnxKey::text)
                                        .collect(Collectors.joining(", ")))));
    }

    private void print(OnnxModel model, @Nullable Integer latentSize) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("folder", model.folder().toString());
        fields.put("latentSize", latentSize);
        model.known().forEach((key, value) -> fields.put(key.text(), value));
        fields.put(
                "open",
                model.questions().stream()
                        .map(question -> question.key().text())
                        .toList());
        var out = spec.commandLine().getOut();
        if (json) {
            out.println(Json.of(fields));
            return;
        }
        out.println(model.folder());
        fields.forEach((key, value) -> {
            if (value != null && !key.equals("folder") && !key.equals("open")) {
                out.println("  %-11s %s".formatted(key, value));
            }
        });
        for (Question question : model.questions()) {
            out.println("  not told: %s (%s)".formatted(question.key().meaning(), question.found()));
            if (question.choices().isEmpty()) {
                out.println("    --set %s=…".formatted(question.key().text()));
            }
            for (OnnxKey.Choice choice : question.choices()) {
                out.println("    --set %s=%-14s %s".formatted(question.key().text(), choice.value(), choice.label()));
            }
        }
    }
}
