package elboroom.model.dl4j;

import elboroom.data.AtomicFiles;
import elboroom.data.InputException;
import elboroom.model.StoredModel;
import elboroom.model.Vae;
import elboroom.model.VaeConfig;
import elboroom.model.layer.LayeredNetwork;
import elboroom.model.layer.LayeredVae;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.deeplearning4j.util.ModelSerializer;

/**
 * The network's file: a zip as DL4J's own serialiser writes it, weights only. It is read here by its weights alone, the
 * network being built from the card's configuration: no class that a file names is ever instantiated. Neither reading nor writing
 * needs ND4J, which takes seconds to start and must not be started in a running window.
 */
public final class NetworkFile {
    // Constants of the compiler: DL4J's classes are not loaded for them.
    private static final String CONFIGURATION = ModelSerializer.CONFIGURATION_JSON;
    private static final String WEIGHTS = ModelSerializer.COEFFICIENTS_BIN;
    private static final String FLOATS = "FLOAT";
    private static final String ALLOCATION = "MIXED_DATA_TYPES";
    private static final long FLAGS_OF_FLOAT = 0x2000;

    private NetworkFile() {}

    /**
     * Writes a network so that plain DL4J opens it, without DL4J: ND4J must not be started in a running window.
     *
     * @param parameters in the graph's flat order
     */
    public static void write(VaeConfig config, float[] parameters, Path file) {
        AtomicFiles.write(file, out -> {
            try (ZipOutputStream zip = new ZipOutputStream(out)) {
                zip.putNextEntry(entry(CONFIGURATION));
                zip.write(GraphJson.of(config));
                zip.putNextEntry(entry(WEIGHTS));
                writeWeights(parameters, new DataOutputStream(zip));
            }
        });
    }

    /** The same network gives the same file: the earliest time that a zip file can tell. */
    private static ZipEntry entry(String name) {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(LocalDateTime.of(1980, 1, 1, 0, 0));
        return entry;
    }

    /** What {@link #weights} reads. */
    private static void writeWeights(float[] parameters, DataOutputStream out) throws IOException {
        out.writeUTF(ALLOCATION);
        // A vector: rank 1, its length, stride 1, float32 and without views, element stride 1, row-major.
        long[] shape = {1, parameters.length, 1, FLAGS_OF_FLOAT, 1, 'c'};
        out.writeLong(shape.length);
        out.writeUTF("LONG");
        for (long value : shape) {
            out.writeLong(value);
        }
        out.writeUTF(ALLOCATION);
        out.writeLong(parameters.length);
        out.writeUTF(FLOATS);
        ByteBuffer bytes = ByteBuffer.allocate(Math.multiplyExact(parameters.length, Float.BYTES));
        bytes.asFloatBuffer().put(parameters);
        out.write(bytes.array());
        out.flush();
    }

    /** The same with the network's present parameters. */
    public static void write(LayeredNetwork network, Path file) {
        float[] parameters = new float[network.parameterCount()];
        network.read(network.parameters(), parameters);
        write(network.config(), parameters, file);
    }

    /**
     * Opens a stored model.
     *
     * @throws InputException if the file is missing or does not hold what the card says
     */
    public static Vae open(StoredModel model) {
        return new LayeredVae(network(model));
    }

    /** The network of a stored model; otherwise like {@link #open}. */
    public static LayeredNetwork network(StoredModel model) {
        Path file = model.network();
        if (!Files.isRegularFile(file)) {
            throw new InputException(file + ": missing; a model folder holds its network there");
        }
        LayeredNetwork network = new LayeredNetwork(model.card().config());
        try {
            network.write(weights(file, network.parameterCount()), network.parameters());
            return network;
        } catch (IOException e) {
            throw new InputException(
                    "%s: not a whole DL4J model file (%s); expected model.zip as it was stored: copy it again"
                            .formatted(file, e.getMessage()),
                    e);
        }
    }

    /** DL4J's form: a buffer of the array's shape information, then a buffer of its values, big-endian. */
    private static float[] weights(Path file, int expected) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            ZipEntry entry = zip.getEntry(WEIGHTS);
            if (entry == null) {
                throw new InputException(file + ": no entry " + WEIGHTS + ", which a DL4J model file holds");
            }
            DataInputStream in = new DataInputStream(new BufferedInputStream(zip.getInputStream(entry), 1 << 16));
            header(in);
            in.skipNBytes(8L * shapeLength(in, file));
            header(in);
            long length = in.readLong();
            String type = in.readUTF();
            if (length != expected || !type.equals(FLOATS)) {
                throw new InputException("%s: holds %d weights of type %s, but its card describes a network of %d %ss"
                        .formatted(file, length, type, expected, FLOATS));
            }
            float[] weights = new float[expected];
            byte[] bytes = in.readNBytes(Math.multiplyExact(expected, Float.BYTES));
            if (bytes.length != expected * Float.BYTES) {
                throw new IOException("it ends after %d of %d weights".formatted(bytes.length / Float.BYTES, expected));
            }
            ByteBuffer.wrap(bytes).asFloatBuffer().get(weights);
            for (float weight : weights) {
                if (!Float.isFinite(weight)) {
                    throw new InputException(file + ": holds weights that are not finite numbers");
                }
            }
            return weights;
        }
    }

    /** The buffer's allocation mode, which says nothing about its values. */
    private static void header(DataInputStream in) throws IOException {
        in.readUTF();
    }

    private static long shapeLength(DataInputStream in, Path file) throws IOException {
        long length = in.readLong();
        String type = in.readUTF();
        // Rank, sizes, strides, flags, element stride, order: 6 for the vector that this version of DL4J writes, 8 for
        // the
        // matrix of one row that earlier ones wrote.
        if ((length != 6 && length != 8) || !type.equals("LONG")) {
            throw new InputException(
                    "%s: its weights are described by %d %ss, expected 6 or 8 LONGs".formatted(file, length, type));
        }
        return length;
    }
}
