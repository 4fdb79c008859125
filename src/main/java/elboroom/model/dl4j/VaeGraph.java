package elboroom.model.dl4j;

import elboroom.model.VaeConfig;
import elboroom.model.layer.LayeredNetwork;
import elboroom.model.layer.LayeredVae;
import java.util.Map;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A VAE held in a DL4J graph: the form in which it is stored, and the reference to which the faster layers are held. One
 * thread at a time may use it.
 *
 * <p>Parameters are addressed by name, {@code encoder.0.W} to {@code decoder.logits.b}; dense weights are [in][out], so
 * that y = x W + b.
 */
public final class VaeGraph implements AutoCloseable {
    private final VaeConfig config;
    private final ComputationGraph graph;
    private final DataType type;

    VaeGraph(VaeConfig config, DataType type) {
        NativeThreads.onePerOperation();
        this.config = config;
        this.type = type;
        this.graph = new ComputationGraph(GraphDefinition.of(config, type));
        graph.init();
    }

    /** A model with the initial weights that {@code config.seed()} gives. */
    public static VaeGraph initial(VaeConfig config) {
        return of(LayeredNetwork.initial(config));
    }

    /** The graph of a network, with its present parameters. */
    public static VaeGraph of(LayeredNetwork network) {
        VaeGraph graph = new VaeGraph(network.config(), DataType.FLOAT);
        float[] parameters = new float[network.parameterCount()];
        network.read(network.parameters(), parameters);
        graph.writeParameters(parameters);
        return graph;
    }

    public VaeConfig config() {
        return config;
    }

    /** The network with its present parameters, for use. */
    public LayeredVae toVae() {
        return new LayeredVae(toNetwork());
    }

    /** The same network as layers, with its present parameters. */
    public LayeredNetwork toNetwork() {
        float[] parameters = new float[parameterCount()];
        readParameters(parameters);
        LayeredNetwork network = new LayeredNetwork(config);
        network.write(parameters, network.parameters());
        return network;
    }

    ComputationGraph graph() {
        return graph;
    }

    /**
     * Both losses of one minibatch, by the graph's own passes: what faster ways are held to. The gradient of the objective
     * is then in {@link #readGradient}.
     *
     * @param images [count][D]
     * @param noise [count][d], standard normal
     */
    public BatchLosses losses(float[] images, float[] noise, int count) {
        INDArray x = array(images, count, config.shape().size());
        graph.setInputs(x, array(noise, count, config.latentSize()));
        graph.setLabels(x, Nd4j.zeros(type, count, 2L * config.latentSize()));
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

    public int parameterCount() {
        return Math.toIntExact(graph.numParams());
    }

    /** All parameters by name; the arrays are views, so writing to them changes the model. */
    Map<String, INDArray> parameterTable() {
        return graph.paramTable();
    }

    private INDArray array(float[] values, int rows, int columns) {
        return Nd4j.create(values, new long[] {rows, columns}, 'c').castTo(type);
    }

    private static void copy(INDArray from, float[] target) {
        System.arraycopy(from.data().asFloat(), 0, target, 0, target.length);
    }

    @Override
    public void close() {
        graph.close();
    }
}
