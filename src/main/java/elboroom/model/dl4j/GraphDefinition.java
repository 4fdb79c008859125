package elboroom.model.dl4j;

import elboroom.data.ImageShape;
import elboroom.model.Architecture;
import elboroom.model.VaeConfig;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.MergeVertex;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.Deconvolution2D;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.LossLayer;
import org.deeplearning4j.nn.conf.preprocessor.CnnToFeedForwardPreProcessor;
import org.deeplearning4j.nn.conf.preprocessor.FeedForwardToCnnPreProcessor;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.learning.config.Adam;

/**
 * The network of a {@link VaeConfig} as a DL4J graph. Inputs: {@code image} [N][D] and {@code noise} [N][d]. Outputs, the
 * two losses: {@code distortion} (its input is the logits [N][D]) and {@code rate} (its input is means and log variances
 * [N][2d]). With convolutions, DL4J takes and gives images in colour channel by channel, [N][channels][height][width].
 */
final class GraphDefinition {
    static final String IMAGE = "image";
    static final String NOISE = "noise";
    static final String MEAN = "encoder.mean";
    static final String LOG_VARIANCE = "encoder.logVariance";
    static final String POSTERIOR = "posterior";
    static final String LATENT = "z";
    static final String LOGITS = "decoder.logits";
    static final String DISTORTION = "distortion";
    static final String RATE = "rate";

    private static final int CHANNELS = 32;
    private static final int DENSE = 256;

    private final VaeConfig config;
    private final GraphBuilder graph;
    private String last = IMAGE;

    private GraphDefinition(VaeConfig config, DataType type) {
        this.config = config;
        this.graph = new NeuralNetConfiguration.Builder()
                .seed(config.seed())
                .dataType(type)
                .weightInit(WeightInit.UNIFORM)
                .updater(new Adam(1e-3))
                .graphBuilder()
                .addInputs(IMAGE, NOISE);
    }

    static ComputationGraphConfiguration of(VaeConfig config, DataType type) {
        return new GraphDefinition(config, type).build();
    }

    private ComputationGraphConfiguration build() {
        int code;
        if (config.architecture() instanceof Architecture.Mlp mlp) {
            code = dense("encoder", config.shape().size(), mlp.hidden());
        } else {
            code = convolutionalEncoder();
        }
        int latent = config.latentSize();
        String hidden = last;
        graph.addLayer(MEAN, denseLayer(code, latent, Activation.IDENTITY), hidden)
                .addLayer(LOG_VARIANCE, denseLayer(code, latent, Activation.IDENTITY), hidden)
                .addVertex(POSTERIOR, new MergeVertex(), MEAN, LOG_VARIANCE)
                .addVertex(LATENT, new ReparameterizationVertex(config.autoencoder()), MEAN, LOG_VARIANCE, NOISE);
        last = LATENT;
        if (config.architecture() instanceof Architecture.Mlp mlp) {
            List<Integer> widths = new ArrayList<>(mlp.hidden());
            Collections.reverse(widths);
            int width = dense("decoder", latent, widths);
            add(LOGITS, denseLayer(width, config.shape().size(), Activation.IDENTITY));
        } else {
            convolutionalDecoder(latent);
        }
        double beta = config.autoencoder() ? 0 : config.beta();
        double freeBits = config.autoencoder() ? 0 : config.freeBits();
        LossLayer distortion = loss(new DistortionLoss(config.likelihood().toString()));
        if (config.architecture() instanceof Architecture.Mlp) {
            graph.addLayer(DISTORTION, distortion, last);
        } else {
            ImageShape shape = config.shape();
            graph.addLayer(
                    DISTORTION,
                    distortion,
                    new CnnToFeedForwardPreProcessor(shape.height(), shape.width(), shape.channels()),
                    last);
        }
        graph.addLayer(RATE, loss(new RateLoss(beta, freeBits)), POSTERIOR).setOutputs(DISTORTION, RATE);
        return graph.build();
    }

    private int dense(String prefix, int inputs, List<Integer> widths) {
        int from = inputs;
        for (int i = 0; i < widths.size(); i++) {
            add(prefix + "." + i, denseLayer(from, widths.get(i), Activation.RELU));
            from = widths.get(i);
        }
        return from;
    }

    private int smallHeight() {
        return config.shape().height() / 4;
    }

    private int smallWidth() {
        return config.shape().width() / 4;
    }

    private int flat() {
        return 2 * CHANNELS * smallHeight() * smallWidth();
    }

    private int convolutionalEncoder() {
        ImageShape shape = config.shape();
        String first = "encoder.0";
        graph.addLayer(
                first,
                convolution(shape.channels(), CHANNELS),
                new FeedForwardToCnnPreProcessor(shape.height(), shape.width(), shape.channels()),
                last);
        last = first;
        add("encoder.1", convolution(CHANNELS, 2 * CHANNELS));
        String flat = "encoder.2";
        graph.addLayer(
                flat,
                denseLayer(flat(), DENSE, Activation.RELU),
                new CnnToFeedForwardPreProcessor(smallHeight(), smallWidth(), 2 * CHANNELS),
                last);
        last = flat;
        return DENSE;
    }

    private void convolutionalDecoder(int latent) {
        add("decoder.0", denseLayer(latent, DENSE, Activation.RELU));
        add("decoder.1", denseLayer(DENSE, flat(), Activation.RELU));
        String first = "decoder.2";
        graph.addLayer(
                first,
                deconvolution(2 * CHANNELS, CHANNELS, Activation.RELU),
                new FeedForwardToCnnPreProcessor(smallHeight(), smallWidth(), 2 * CHANNELS),
                last);
        last = first;
        add(LOGITS, deconvolution(CHANNELS, config.shape().channels(), Activation.IDENTITY));
    }

    private void add(String name, org.deeplearning4j.nn.conf.layers.Layer layer) {
        graph.addLayer(name, layer, last);
        last = name;
    }

    private static DenseLayer denseLayer(int inputs, int outputs, Activation activation) {
        return new DenseLayer.Builder()
                .nIn(inputs)
                .nOut(outputs)
                .activation(activation)
                .build();
    }

    /** 4×4, stride 2, padding 1: halves each side. */
    private static ConvolutionLayer convolution(int inputs, int outputs) {
        return new ConvolutionLayer.Builder(4, 4)
                .stride(2, 2)
                .padding(1, 1)
                .nIn(inputs)
                .nOut(outputs)
                .activation(Activation.RELU)
                .build();
    }

    /** 4×4, stride 2, padding 1: doubles each side. */
    private static Deconvolution2D deconvolution(int inputs, int outputs, Activation activation) {
        return new Deconvolution2D.Builder(4, 4)
                .stride(2, 2)
                .padding(1, 1)
                .nIn(inputs)
                .nOut(outputs)
                .activation(activation)
                .build();
    }

    private static LossLayer loss(GraphLoss loss) {
        return new LossLayer.Builder(loss).activation(Activation.IDENTITY).build();
    }
}
