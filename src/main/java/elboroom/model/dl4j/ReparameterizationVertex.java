package elboroom.model.dl4j;

import java.io.Serial;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.api.MaskState;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.memory.LayerMemoryReport;
import org.deeplearning4j.nn.conf.memory.MemoryReport;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.graph.vertex.BaseGraphVertex;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.jspecify.annotations.Nullable;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * The reparameterisation trick: z = mean + exp(½ logVariance) · noise, all [N][d] (Kingma and Welling 2014, section 2.4).
 * The noise is an input of the graph, so that a draw can be repeated, held or replaced by an independent reference.
 * In a plain autoencoder z is the mean itself and no gradient flows to the log variance.
 */
public final class ReparameterizationVertex extends GraphVertex {
    @Serial
    private static final long serialVersionUID = 1L;

    private final boolean noiseless;

    public ReparameterizationVertex(@JsonProperty("noiseless") boolean noiseless) {
        this.noiseless = noiseless;
    }

    @JsonProperty("noiseless")
    public boolean isNoiseless() {
        return noiseless;
    }

    @Override
    public GraphVertex clone() {
        return new ReparameterizationVertex(noiseless);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ReparameterizationVertex that && that.noiseless == noiseless;
    }

    @Override
    public int hashCode() {
        return Boolean.hashCode(noiseless);
    }

    @Override
    public long numParams(boolean backprop) {
        return 0;
    }

    @Override
    public int minVertexInputs() {
        return 3;
    }

    @Override
    public int maxVertexInputs() {
        return 3;
    }

    @Override
    public org.deeplearning4j.nn.graph.vertex.GraphVertex instantiate(
            ComputationGraph graph, String name, int index, INDArray parameters, boolean initialize, DataType type) {
        return new Runtime(graph, name, index, noiseless, type);
    }

    @Override
    public InputType getOutputType(int layerIndex, InputType... inputs) {
        return inputs[0];
    }

    @Override
    public MemoryReport getMemoryReport(InputType... inputs) {
        return new LayerMemoryReport.Builder(null, ReparameterizationVertex.class, inputs[0], inputs[0])
                .standardMemory(0, 0)
                .workingMemory(0, 0, 0, 0)
                .cacheMemory(0, 0)
                .build();
    }

    private static final class Runtime extends BaseGraphVertex {
        private static final int MEAN = 0;
        private static final int LOG_VARIANCE = 1;
        private static final int NOISE = 2;

        private final boolean noiseless;

        Runtime(ComputationGraph graph, String name, int index, boolean noiseless, DataType type) {
            super(graph, name, index, null, null, type);
            this.noiseless = noiseless;
        }

        @Override
        public INDArray doForward(boolean training, LayerWorkspaceMgr workspaces) {
            try (MemoryWorkspace scope = workspaces.notifyScopeBorrowed(ArrayType.ACTIVATIONS)) {
                if (noiseless) {
                    return inputs[MEAN].dup();
                }
                return deviation().muli(inputs[NOISE]).addi(inputs[MEAN]);
            }
        }

        /** dL/dmean = dL/dz; dL/dlogVariance = dL/dz · ½σ·noise; dL/dnoise = dL/dz · σ. */
        @Override
        public Pair<Gradient, INDArray[]> doBackward(boolean truncated, LayerWorkspaceMgr workspaces) {
            try (MemoryWorkspace scope = workspaces.notifyScopeBorrowed(ArrayType.ACTIVATION_GRAD)) {
                INDArray toMean = epsilon.dup();
                if (noiseless) {
                    return new Pair<>(null, new INDArray[] {toMean, epsilon.like(), epsilon.like()});
                }
                INDArray toNoise = deviation().muli(epsilon);
                INDArray toLogVariance = toNoise.mul(inputs[NOISE]).muli(0.5);
                return new Pair<>(null, new INDArray[] {toMean, toLogVariance, toNoise});
            }
        }

        private INDArray deviation() {
            return Transforms.exp(inputs[LOG_VARIANCE].mul(0.5), false);
        }

        @Override
        public boolean hasLayer() {
            return false;
        }

        @Override
        public @Nullable Layer getLayer() {
            return null;
        }

        @Override
        public void setBackpropGradientsViewArray(@Nullable INDArray view) {
            if (view != null) {
                throw new IllegalArgumentException("a reparameterisation has no parameters");
            }
        }

        @Override
        public @Nullable Pair<INDArray, MaskState> feedForwardMaskArrays(
                INDArray @Nullable [] masks, MaskState state, int minibatchSize) {
            return masks == null || masks.length == 0 ? null : new Pair<>(masks[0], state);
        }

        @Override
        public String toString() {
            return "Reparameterization(" + getVertexName() + (noiseless ? ", noiseless)" : ")");
        }
    }
}
