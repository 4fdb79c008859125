package elboroom.model.dl4j;

import elboroom.data.ImageShape;
import elboroom.model.Likelihood;
import elboroom.model.Posterior;
import elboroom.model.Vae;
import elboroom.model.VaeConfig;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.graph.vertex.impl.LayerVertex;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A VAE held in a DL4J graph: what is trained, stored and explored. One thread at a time may use it.
 *
 * <p>Parameters are addressed by name, {@code encoder.0.W} to {@code decoder.logits.b}; dense weights are [in][out], so
 * that y = x W + b.
 */
public final class VaeGraph implements Vae {
    /** Rows encoded or decoded at once: enough to fill the matrix product, small enough to stay in cache. */
    private static final int ROWS = 1000;

    private final VaeConfig config;
    private final ComputationGraph graph;
    private final DataType type;
    private final List<String> encoder;
    private final List<String> decoder;

    VaeGraph(VaeConfig config, DataType type) {
        NativeThreads.onePerOperation();
        GraphDefinition.Definition definition = GraphDefinition.of(config, type);
        this.config = config;
        this.type = type;
        this.encoder = definition.encoder();
        this.decoder = definition.decoder();
        this.graph = new ComputationGraph(definition.configuration());
        graph.init();
    }

    /** A model with the initial weights that {@code config.seed()} gives. */
    public static VaeGraph initial(VaeConfig config) {
        VaeGraph graph = new VaeGraph(config, DataType.FLOAT);
        InitialWeights.write(graph);
        return graph;
    }

    public VaeConfig config() {
        return config;
    }

    @Override
    public ImageShape shape() {
        return config.shape();
    }

    @Override
    public int latentSize() {
        return config.latentSize();
    }

    @Override
    public Likelihood likelihood() {
        return config.likelihood();
    }

    @Override
    public boolean autoencoder() {
        return config.autoencoder();
    }

    ComputationGraph graph() {
        return graph;
    }

    /**
     * Both losses of one minibatch, by the graph's own passes: what faster ways are held to. The gradients of the objective are then in {@link #gradient}.
     *
     * @param images [count][D]
     * @param noise [count][d], standard normal
     */
    public BatchLosses losses(float[] images, float[] noise, int count) {
        INDArray x = array(images, count, shape().size());
        graph.setInputs(x, array(noise, count, latentSize()));
        graph.setLabels(x, Nd4j.zeros(type, count, 2L * latentSize()));
        graph.computeGradientAndScore();
        double distortion = graph.getOutputLayer(0).score();
        RateLoss rate = (RateLoss) ((org.deeplearning4j.nn.conf.layers.LossLayer)
                        graph.getOutputLayer(1).conf().getLayer())
                .getLossFn();
        return new BatchLosses(distortion, rate.lastKlPerDimension(), graph.score());
    }

    /** Parameters in the graph's own order, copied to {@code target}. */
    public void readParameters(float[] target) {
        copy(graph.params(), target);
    }

    /** Replaces all parameters by {@code source}, in the graph's own order. */
    public void writeParameters(float[] source) {
        graph.params().data().setData(source);
    }

    /** Gradient of the objective (per image, averaged over the minibatch) from the last {@link #losses}. */
    public void readGradient(float[] target) {
        copy(graph.getFlattenedGradients(), target);
        float count = graph.getInput(0).size(0);
        for (int i = 0; i < target.length; i++) {
            target[i] /= count;
        }
    }

    /** Where a parameter such as {@code encoder.0_W}, dense weights as [out][in], starts in the graph's own order. */
    public int parameterOffset(String name) {
        INDArray parameter = graph.paramTable().get(name);
        if (parameter == null) {
            throw new IllegalArgumentException("the network has no parameter " + name);
        }
        return Math.toIntExact(parameter.offset());
    }

    public int parameterCount() {
        return Math.toIntExact(graph.numParams());
    }

    /** All parameters by name; the arrays are views, so writing to them changes the model. */
    Map<String, INDArray> parameterTable() {
        return graph.paramTable();
    }

    @Override
    public Posterior encode(float[] images, int count) {
        int latent = latentSize();
        float[] mean = new float[count * latent];
        float[] logVariance = new float[count * latent];
        if (autoencoder()) {
            Arrays.fill(logVariance, Float.NEGATIVE_INFINITY);
        }
        inChunks(images, count, shape().size(), (rows, from) -> {
            INDArray hidden = run(encoder, rows);
            put(run(GraphDefinition.MEAN, hidden), mean, from * latent);
            if (!autoencoder()) {
                put(run(GraphDefinition.LOG_VARIANCE, hidden), logVariance, from * latent);
            }
        });
        return new Posterior(count, latent, mean, logVariance);
    }

    @Override
    public float[] decodeLogits(float[] latents, int count) {
        int size = shape().size();
        float[] logits = new float[Math.multiplyExact(count, size)];
        inChunks(latents, count, latentSize(), (rows, from) -> put(run(decoder, rows), logits, from * size));
        return logits;
    }

    private interface Chunk {
        void accept(INDArray rows, int from);
    }

    private void inChunks(float[] values, int count, int width, Chunk job) {
        for (int from = 0; from < count; from += ROWS) {
            int rows = Math.min(ROWS, count - from);
            float[] chunk = Arrays.copyOfRange(values, from * width, (from + rows) * width);
            job.accept(array(chunk, rows, width), from);
        }
    }

    private INDArray run(List<String> layers, INDArray input) {
        INDArray value = input;
        for (String name : layers) {
            value = run(name, value);
        }
        return value;
    }

    /** One layer outside the graph's own pass, as a forward pass of the whole graph would also run the other half. */
    private INDArray run(String name, INDArray input) {
        LayerVertex vertex = (LayerVertex) graph.getVertex(name);
        LayerWorkspaceMgr workspaces = LayerWorkspaceMgr.noWorkspaces();
        Layer layer = vertex.getLayer();
        INDArray value = vertex.getLayerPreProcessor() == null
                ? input
                : vertex.getLayerPreProcessor().preProcess(input, Math.toIntExact(input.size(0)), workspaces);
        INDArray output = layer.activate(value, false, workspaces);
        layer.clear();
        return output;
    }

    private INDArray array(float[] values, int rows, int columns) {
        return Nd4j.create(values, new long[] {rows, columns}, 'c').castTo(type);
    }

    private static void put(INDArray rows, float[] target, int offset) {
        float[] values = rows.dup('c').data().asFloat();
        System.arraycopy(values, 0, target, offset, values.length);
    }

    private static void copy(INDArray from, float[] target) {
        System.arraycopy(from.data().asFloat(), 0, target, 0, target.length);
    }

    @Override
    public void close() {
        graph.close();
    }
}
