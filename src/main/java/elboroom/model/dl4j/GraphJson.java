package elboroom.model.dl4j;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import elboroom.data.ImageShape;
import elboroom.model.Architecture;
import elboroom.model.VaeConfig;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/**
 * The JSON by which DL4J knows the graph of a {@link VaeConfig}, written without DL4J: its own configuration classes start
 * ND4J, which a running window must not do. A test holds it to the text that DL4J writes of {@link GraphDefinition}.
 */
final class GraphJson {
    private static final String LAYERS = "org.deeplearning4j.nn.conf.layers.";
    private static final String VERTICES = "org.deeplearning4j.nn.conf.graph.";
    private static final String PREPROCESSORS = "org.deeplearning4j.nn.conf.preprocessor.";
    private static final String ACTIVATIONS = "org.nd4j.linalg.activations.impl.";
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final ObjectNode NO_PREPROCESSOR = NODES.objectNode();
    private static final int CHANNELS = 64;

    private final VaeConfig config;
    private final ObjectNode vertices = NODES.objectNode();
    private final ObjectNode inputs = NODES.objectNode();
    private final ArrayNode variables = NODES.arrayNode();
    private final List<String> names = new ArrayList<>(List.of(GraphDefinition.IMAGE, GraphDefinition.NOISE));
    private String last = GraphDefinition.IMAGE;

    private GraphJson(VaeConfig config) {
        this.config = config;
    }

    static byte[] of(VaeConfig config) {
        return new GraphJson(config).build().toPrettyString().getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }

    private ObjectNode build() {
        boolean convolutional = !(config.architecture() instanceof Architecture.Mlp);
        int code = convolutional
                ? convolutionalEncoder()
                : denseLayers("encoder", config.shape().size(), hidden());
        String encoded = last;
        int latent = config.latentSize();
        addDense(GraphDefinition.MEAN, code, latent, false, NO_PREPROCESSOR, encoded);
        addDense(GraphDefinition.LOG_VARIANCE, code, latent, false, NO_PREPROCESSOR, encoded);
        ObjectNode merge = typed(VERTICES + "MergeVertex").put("mergeAxis", 1).put("modified", false);
        addVertex(GraphDefinition.POSTERIOR, merge, GraphDefinition.MEAN, GraphDefinition.LOG_VARIANCE);
        ObjectNode z = typed("elboroom.model.dl4j.ReparameterizationVertex").put("noiseless", config.autoencoder());
        addVertex(GraphDefinition.LATENT, z, GraphDefinition.MEAN, GraphDefinition.LOG_VARIANCE, GraphDefinition.NOISE);
        last = GraphDefinition.LATENT;
        if (convolutional) {
            convolutionalDecoder(latent);
        } else {
            List<Integer> widths = new ArrayList<>(hidden());
            Collections.reverse(widths);
            int width = denseLayers("decoder", latent, widths);
            addDense(GraphDefinition.LOGITS, width, config.shape().size(), false, NO_PREPROCESSOR, last);
        }
        ObjectNode distortion = typed("elboroom.model.dl4j.DistortionLoss")
                .put("likelihood", config.likelihood().toString());
        ObjectNode flatten = toFlat(config.shape());
        addLoss(GraphDefinition.DISTORTION, distortion, convolutional ? flatten : NO_PREPROCESSOR, last);
        ObjectNode rate = typed("elboroom.model.dl4j.RateLoss")
                .put("beta", config.autoencoder() ? 0 : config.beta())
                .put("freeBits", config.autoencoder() ? 0 : config.freeBits());
        addLoss(GraphDefinition.RATE, rate, NO_PREPROCESSOR, GraphDefinition.POSTERIOR);
        return graph();
    }

    private List<Integer> hidden() {
        return config.architecture() instanceof Architecture.Mlp mlp ? mlp.hidden() : List.of();
    }

    private ObjectNode graph() {
        ObjectNode graph = NODES.objectNode();
        graph.put("backpropType", "Standard").put("cacheMode", "NONE").put("dataType", "FLOAT");
        ObjectNode usual = layerConfiguration();
        usual.putNull("layer");
        usual.set("variables", variables);
        graph.set("defaultConfiguration", usual);
        graph.put("epochCount", 0).put("inferenceWorkspaceMode", "ENABLED").put("iterationCount", 0);
        graph.set("networkInputs", texts(GraphDefinition.IMAGE, GraphDefinition.NOISE));
        graph.set("networkOutputs", texts(GraphDefinition.DISTORTION, GraphDefinition.RATE));
        graph.put("tbpttBackLength", 20).put("tbpttFwdLength", 20);
        List<String> order = new ArrayList<>(names);
        order.remove(GraphDefinition.RATE);
        order.add(order.indexOf(GraphDefinition.LATENT) + 1, GraphDefinition.RATE);
        ArrayNode numbers = graph.putArray("topologicalOrder");
        order.forEach(name -> numbers.add(names.indexOf(name)));
        graph.set("topologicalOrderStr", texts(order.toArray(String[]::new)));
        graph.put("trainingWorkspaceMode", "ENABLED").put("validateOutputLayerConfig", true);
        graph.set("vertexInputs", inputs);
        graph.set("vertices", vertices);
        return graph;
    }

    private int denseLayers(String prefix, int from, List<Integer> widths) {
        int width = from;
        for (int i = 0; i < widths.size(); i++) {
            addDense(prefix + "." + i, width, widths.get(i), true, NO_PREPROCESSOR, last);
            width = widths.get(i);
        }
        return width;
    }

    private int convolutionalEncoder() {
        addConvolution("encoder.0", "ConvolutionLayer", config.shape().channels(), 32, true, toImages(config.shape()));
        addConvolution("encoder.1", "ConvolutionLayer", 32, CHANNELS, true, NO_PREPROCESSOR);
        addDense("encoder.2", flat(), 256, true, small("CnnToFeedForwardPreProcessor"), last);
        return 256;
    }

    private void convolutionalDecoder(int latent) {
        addDense("decoder.0", latent, 256, true, NO_PREPROCESSOR, last);
        addDense("decoder.1", 256, flat(), true, NO_PREPROCESSOR, last);
        addConvolution("decoder.2", "Deconvolution2D", CHANNELS, 32, true, small("FeedForwardToCnnPreProcessor"));
        addConvolution(
                GraphDefinition.LOGITS, "Deconvolution2D", 32, config.shape().channels(), false, NO_PREPROCESSOR);
    }

    private void addDense(
            String name, int inputsOfLayer, int outputs, boolean relu, ObjectNode preprocessor, String input) {
        ObjectNode layer =
                layer("DenseLayer", name, inputsOfLayer, outputs, relu).put("hasLayerNorm", false);
        addLayer(name, layer.put("hasBias", true), preprocessor, input);
    }

    private void addConvolution(
            String name, String type, int inputsOfLayer, int outputs, boolean relu, ObjectNode preprocessor) {
        ObjectNode layer = layer(type, name, inputsOfLayer, outputs, relu)
                .put("hasBias", true)
                .put("cnn2dDataFormat", "NCHW")
                .put("convolutionMode", "Truncate")
                .put("cudnnAlgoMode", "PREFER_FASTEST")
                .put("cudnnAllowFallback", true)
                .putNull("cudnnBwdDataAlgo")
                .putNull("cudnnBwdFilterAlgo")
                .putNull("cudnnFwdAlgo");
        layer.putArray("dilation").add(1).add(1);
        layer.putArray("kernelSize").add(4).add(4);
        layer.putArray("padding").add(1).add(1);
        layer.putArray("stride").add(2).add(2);
        addLayer(name, layer, preprocessor, last);
    }

    private void addLoss(String name, ObjectNode loss, ObjectNode preprocessor, String input) {
        ObjectNode layer = layer("LossLayer", name, 0, 0, false);
        layer.set("lossFn", loss);
        addLayer(name, layer, preprocessor, input);
    }

    private void addLayer(String name, ObjectNode layer, ObjectNode preprocessor, String input) {
        ObjectNode inner = layerConfiguration();
        inner.set("layer", layer);
        ArrayNode own = inner.putArray("variables");
        if (layer.path("hasBias").asBoolean()) {
            own.add("W").add("b");
            variables.add(name + "_W").add(name + "_b");
        }
        ObjectNode vertex = typed(VERTICES + "LayerVertex");
        vertex.set("layerConf", inner);
        vertex.put("outputVertex", false);
        vertex.set("preProcessor", preprocessor.isEmpty() ? NODES.nullNode() : preprocessor);
        addVertex(name, vertex, input);
        last = name;
    }

    private void addVertex(String name, ObjectNode vertex, String... from) {
        names.add(name);
        vertices.set(name, vertex);
        inputs.set(name, texts(from));
    }

    private ObjectNode layerConfiguration() {
        return NODES.objectNode()
                .put("cacheMode", "NONE")
                .put("dataType", "FLOAT")
                .put("epochCount", 0)
                .put("iterationCount", 0)
                .put("maxNumLineSearchIterations", 5)
                .put("miniBatch", true)
                .put("minimize", true)
                .put("optimizationAlgo", "STOCHASTIC_GRADIENT_DESCENT")
                .put("seed", config.seed())
                .putNull("stepFunction");
    }

    private static ObjectNode layer(String type, String name, int inputs, int outputs, boolean relu) {
        ObjectNode activation = typed(ACTIVATIONS + (relu ? "ActivationReLU" : "ActivationIdentity"));
        if (relu) {
            activation.putNull("max").putNull("negativeSlope").putNull("threshold");
        }
        ObjectNode layer = typed(LAYERS + type);
        layer.set("activationFn", activation);
        layer.put("biasInit", 0.0)
                .putNull("biasUpdater")
                .putNull("constraints")
                .put("gainInit", 1.0)
                .put("gradientNormalization", "None")
                .put("gradientNormalizationThreshold", 1.0)
                .putNull("idropout");
        ObjectNode adam = typed("org.nd4j.linalg.learning.config.Adam");
        adam.put("beta1", 0.9).put("beta2", 0.999).put("epsilon", 1e-8).put("learningRate", 1e-3);
        layer.set("iupdater", adam);
        layer.put("layerName", name).put("nin", inputs).put("nout", outputs);
        layer.putArray("regularization");
        layer.putArray("regularizationBias");
        layer.putNull("timeDistributedFormat");
        layer.set("weightInitFn", typed("org.deeplearning4j.nn.weights.WeightInitUniform"));
        return layer.putNull("weightNoise");
    }

    /** Between the images themselves and convolutions. */
    private static ObjectNode toImages(ImageShape shape) {
        return sized("FeedForwardToCnnPreProcessor", shape.height(), shape.width(), shape.channels());
    }

    private static ObjectNode toFlat(ImageShape shape) {
        return sized("CnnToFeedForwardPreProcessor", shape.height(), shape.width(), shape.channels());
    }

    /** Between the smallest pictures and dense layers. */
    private ObjectNode small(String type) {
        return sized(type, config.shape().height() / 4, config.shape().width() / 4, CHANNELS);
    }

    private int flat() {
        return CHANNELS * (config.shape().height() / 4) * (config.shape().width() / 4);
    }

    private static ObjectNode sized(String type, int height, int width, int channels) {
        ObjectNode node = typed(PREPROCESSORS + type);
        if (type.equals("CnnToFeedForwardPreProcessor")) {
            node.put("format", "NCHW");
        }
        return node.put("inputHeight", height).put("inputWidth", width).put("numChannels", channels);
    }

    private static ObjectNode typed(String name) {
        return NODES.objectNode().put("@class", name);
    }

    private static ArrayNode texts(String... values) {
        ArrayNode array = NODES.arrayNode();
        Stream.of(values).forEach(array::add);
        return array;
    }
}
