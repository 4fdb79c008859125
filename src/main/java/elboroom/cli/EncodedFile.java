package elboroom.cli;

import elboroom.data.AtomicFiles;
import elboroom.data.ImageSet;
import elboroom.data.Npz;
import elboroom.model.EncodedSet;
import elboroom.model.Posterior;
import elboroom.model.Vae;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Posteriors as files for other programs. */
final class EncodedFile {
    private EncodedFile() {}

    /** Written as it is encoded: the file may be larger than the memory. */
    static void writeCsv(Vae vae, ImageSet images, Path file) {
        AtomicFiles.write(file, stream -> {
            Writer out = new OutputStreamWriter(stream, StandardCharsets.UTF_8);
            out.write(String.join(",", header(vae.latentSize(), images)) + "\n");
            Encoding.inChunks(vae, images, (from, chunk) -> writeRows(out, images, from, chunk));
            out.flush();
        });
    }

    private static List<String> header(int latent, ImageSet images) {
        List<String> header = new ArrayList<>(List.of("index", "label"));
        for (int j = 1; j <= latent; j++) {
            header.add("mean_" + j);
        }
        for (int j = 1; j <= latent; j++) {
            header.add("logVariance_" + j);
        }
        images.factorNames().forEach(name -> header.add(factorColumn(name)));
        return header;
    }

    private static void writeRows(Writer out, ImageSet images, int from, Posterior chunk) throws IOException {
        StringBuilder row = new StringBuilder();
        for (int i = 0; i < chunk.count(); i++) {
            row.setLength(0);
            row.append(from + i).append(',').append(images.label(from + i));
            for (int j = 0; j < chunk.latentSize(); j++) {
                row.append(',').append(number(chunk.mean(i, j)));
            }
            for (int j = 0; j < chunk.latentSize(); j++) {
                row.append(',').append(number(chunk.logVariance(i, j)));
            }
            for (int f = 0; f < images.factorNames().size(); f++) {
                row.append(',').append(number(images.factor(from + i, f)));
            }
            out.append(row.append('\n'));
        }
    }

    /** The shortest form that reads back as the same float, with infinity spelt as C, NumPy and pandas spell it. */
    private static String number(float value) {
        return value == Float.NEGATIVE_INFINITY ? "-inf" : Float.toString(value);
    }

    static void writeNpz(Vae vae, ImageSet images, Path file) {
        EncodedSet set = Encoding.whole(vae, images);
        int count = images.size();
        Npz arrays = new Npz()
                .add("mean", set.posterior().mean(), count, vae.latentSize())
                .add("logVariance", set.posterior().logVariance(), count, vae.latentSize())
                .add("labels", set.labels(), count);
        for (int f = 0; f < images.factorNames().size(); f++) {
            float[] values = new float[count];
            for (int i = 0; i < count; i++) {
                values[i] = images.factor(i, f);
            }
            arrays.add(factorColumn(images.factorNames().get(f)), values, count);
        }
        arrays.write(file);
    }

    private static String factorColumn(String factor) {
        return "factor_" + factor;
    }
}
