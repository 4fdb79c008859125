package elboroom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import elboroom.model.ModelCard;
import elboroom.model.ModelStore;
import elboroom.model.StoredModel;
import elboroom.model.dl4j.NetworkFile;
import elboroom.model.dl4j.VaeGraph;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever is wrong with the input is said in one line, with exit code 2. */
class WrongInputTest {
    @TempDir
    static Path folder;

    private static Path vae;

    @BeforeAll
    static void train() {
        vae = TinyModels.train(folder.resolve("vae"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "frobnicate | unknown command 'frobnicate'; expected one of tour, train, evaluate, encode, render",
                "--frobnicate | Unknown option: '--frobnicate'",
                "evaluate | Missing required parameter: 'MODEL'",
                "evaluate nosuchmodel | model 'nosuchmodel': not found",
                "evaluate VAE --limit 0 | limit: must be 1 or more, not 0",
                "evaluate VAE --limit x | --limit",
                "evaluate VAE --data cifar | mnist-test",
                "evaluate VAE --measures elbo,beauty | measures: 'beauty' is none of elbo, surgery, collapse, evidence, geometry",
                "encode VAE | --out",
                "encode VAE --out x.txt | .csv or .npz",
                "encode VAE --out VAE/card.json/x.csv | cannot be written",
                "interpolate VAE --from 0 --to 1 --out x.mp4 | .gif, .png or .csv",
                "interpolate VAE --from 0 --to 999999999 --out x.gif | to: must be between 0 and",
                "interpolate VAE --from 0 --to 1 --frames 1 --out x.gif | frames: must be between 2 and 1000, not 1",
                "interpolate VAE --from 0 --to 1 --path arc --out x.gif | line, slerp, geodesic",
                "render VAE --what map --out x.jpg | .png",
                "render VAE --what hologram --out x.png | map, mosaic, traversal",
                "render VAE --what map --out x.png --size 5 | size: must be between",
                "train --data mnist | --out",
                "train --data shapes --out VAE | VAE",
                "train --data shapes --out VAE/new --resume | nothing to resume",
                "train --data shapes --out VAE/new --latent 65 | latentSize: must be between 1 and 64, not 65",
                "train --data shapes --out VAE/new --hidden 5,,5 | hidden",
                "train --data shapes --out VAE/new --epochs 0 | epochs",
                "train --data shapes --out VAE/new --beta NaN | beta",
                "train --data shapes --out VAE/new --beta-schedule warmup:0 | beta schedule: warm-up must last",
                "train --data shapes --out VAE/new --beta-schedule cosine | beta schedule 'cosine': not known",
                "train --data shapes --out VAE/new --snapshot-every 0 | snapshot-every '0': must be a number of steps",
                "train --data shapes --out VAE/new --likelihood gaussian:-1 | variance",
                "train --data cifar --out VAE/new | cifar",
                "--open VAE/none.elbo | none.elbo: cannot be read (no such file)",
                "VAE/none.elbo | none.elbo: cannot be read (no such file)",
                "--open VAE/card.json | card.json: does not say “elboRoomView”",
                "train --data shapes --images 64 --hidden 8 --out VAE/card.json/new | VAE/card.json"
            })
    void arguments(String line, String message) {
        Object[] words = Arrays.stream(line.split(" "))
                .map(word -> word.replace("VAE", vae.toString()))
                .toArray();
        Program.run(words).failedWith(message.replace("VAE", vae.toString()));
        assertThat(vae.resolve("new")).doesNotExist();
    }

    @Test
    void aCorruptCard() throws IOException {
        Path model = TinyModels.copy(vae, folder.resolve("card"));
        Path card = model.resolve("card.json");
        String text = Files.readString(card);
        Files.writeString(card, text.substring(0, text.length() / 2));
        Program.run("evaluate", model).failedWith(card.toString(), "JSON");
        Files.writeString(card, text.replace("\"latentSize\" : 2", "\"latentSize\" : 99"));
        Program.run("evaluate", model).failedWith(card.toString(), "latentSize");
        Files.writeString(card, text.replace("mlp 16", "mlp 17"));
        Program.run("evaluate", model).failedWith("model.zip", "card");
        Files.writeString(card, text.replace("\"height\" : 28", "\"height\" : 32"));
        Program.run("evaluate", model).failedWith("28×28", "32×28");
        Files.delete(card);
        Program.run("evaluate", model).failedWith(card.toString());
    }

    @Test
    void aDamagedNetwork() throws IOException {
        Path model = TinyModels.copy(vae, folder.resolve("network"));
        Path network = model.resolve("model.zip");
        byte[] bytes = Files.readAllBytes(network);
        Files.write(network, Arrays.copyOf(bytes, bytes.length / 2));
        Program.run("evaluate", model).failedWith(network.toString());
        Files.write(network, new byte[0]);
        Program.run("evaluate", model).failedWith(network.toString());
        Files.delete(network);
        Program.run("render", model, "--what", "mosaic", "--out", folder.resolve("x.png"))
                .failedWith(network + ": missing");
    }

    @Test
    void weightsThatAreNoNumbers() throws IOException {
        Path model = TinyModels.copy(vae, folder.resolve("nan"));
        StoredModel stored = new ModelStore(List.of()).find(model.toString());
        try (VaeGraph network = VaeGraph.initial(stored.card().config())) {
            float[] parameters = new float[network.parameterCount()];
            network.readParameters(parameters);
            parameters[parameters.length / 2] = Float.NaN;
            NetworkFile.write(network.config(), parameters, stored.network());
        }
        Program.run("evaluate", model, "--json").failedWith("model.zip", "not finite");
    }

    @Test
    void missingAndTruncatedData() throws IOException {
        Path home = Files.createDirectories(folder.resolve("home"));
        Path mnist = Files.createDirectories(home.resolve("assets/mnist"));
        Path right = Path.of(System.getProperty("elboroom.home"), "assets/mnist");
        System.setProperty("elboroom.home", home.toString());
        try {
            Path images = mnist.resolve("test-images.idx3-ubyte.gz");
            Program.run("evaluate", vae, "--data", "mnist").failedWith(images.toString());
            byte[] bytes = Files.readAllBytes(right.resolve("test-images.idx3-ubyte.gz"));
            Files.write(images, Arrays.copyOf(bytes, bytes.length / 2));
            Program.run("evaluate", vae, "--data", "mnist").failedWith(images.toString());
            Program.run("tour", "--out", home.resolve("tour")).failedWith("pretrained", "no model");
        } finally {
            System.setProperty("elboroom.home", right.getParent().getParent().toString());
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aFullDisk() throws IOException {
        for (String name : List.of("full.csv", "full.npz", "full.png")) {
            Path link = Files.createSymbolicLink(folder.resolve(name), Path.of("/dev/full"));
            (name.endsWith("png")
                            ? Program.run("render", vae, "--what", "map", "--out", link)
                            : Program.run("encode", vae, "--out", link))
                    .failedWith(link.toString(), "No space left");
        }
    }

    @Test
    void outputThatNobodyTakes() {
        OutputStream closed = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("broken pipe");
            }
        };
        StringWriter err = new StringWriter();
        int code = Main.run(new String[] {"--help"}, new PrintWriter(closed), new PrintWriter(err));
        assertThat(code).isEqualTo(2);
        assertThat(err.toString().lines()).singleElement().asString().contains("standard output");
    }

    @Test
    void aDivergedRunSaysSoAndLeavesFiniteWeights() {
        Path model = folder.resolve("diverged");
        Program.Result result = Program.run(
                "train", "--data", "shapes", "--images", 300, "--hidden", 8, "--out", model, "--learning-rate", "1e10");
        result.failedWith("training diverged", "learning rate");
        Program.run("evaluate", model, "--limit", 10).succeeded();
        ModelCard card = new ModelStore(List.of()).find(model.toString()).card();
        assertThat(card.training().epochs()).isZero();
        assertThat(card.provenance().get("trouble")).startsWith("training diverged");
    }
}
