package elboroom.cli;

import elboroom.data.AtomicFiles;
import elboroom.data.Home;
import elboroom.data.InputException;
import elboroom.data.Npz;
import elboroom.model.Architecture;
import elboroom.model.StoredModel;
import elboroom.model.dl4j.NetworkFile;
import elboroom.model.file.ModelFiles;
import elboroom.model.layer.LayeredNetwork;
import elboroom.model.layer.NamedWeights;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Writes a model's weights for NumPy and PyTorch.",
        footer = {
            "",
            "Beside FILE.npz comes FILE.txt, which says what each array is and how to compute with them; see docs/python.md."
                    + " 'elbo-room encode' writes the latents of images. model.zip in a model's folder is for DL4J."
        })
@SuppressWarnings("NullAway.Init") // picocli fills the fields.
final class ExportCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "MODEL",
            description = "name of a model in the folder pretrained, or the path of a model's folder")
    private String name;

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "file to write, .npz")
    private Path out;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        String file = out.toString();
        if (!file.toLowerCase(Locale.ROOT).endsWith(".npz")) {
            throw new InputException(out + ": of no known kind; expected a name that ends in .npz");
        }
        StoredModel model = new ModelFiles(Home.locate()).find(name);
        if (model.card().config().architecture() instanceof Architecture.Exported) {
            throw new InputException(
                    "%s: was made elsewhere, and its weights are in its ONNX files; expected a model of this program"
                            .formatted(model.folder()));
        }
        LayeredNetwork network = NetworkFile.network(model);
        Npz arrays = new Npz();
        int count = 0;
        for (NamedWeights.Array array : NamedWeights.of(network)) {
            arrays.add(array.name(), array.values(), array.shape());
            count += array.values().length;
        }
        arrays.write(out);
        Path readme = Path.of(file.substring(0, file.length() - ".npz".length()) + ".txt");
        AtomicFiles.write(
                readme, stream -> stream.write(NamedWeights.readme(network).getBytes(StandardCharsets.UTF_8)));
        spec.commandLine()
                .getOut()
                .println("%s: %,d weights of %s; %s says how to use them".formatted(out, count, model.name(), readme));
        return 0;
    }
}
