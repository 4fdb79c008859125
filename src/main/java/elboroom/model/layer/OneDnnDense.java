package elboroom.model.layer;

import org.bytedeco.dnnl.IntMemoryMap;
import org.bytedeco.dnnl.engine;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.dnnl.inner_product_forward;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.post_ops;
import org.bytedeco.dnnl.primitive_attr;
import org.bytedeco.dnnl.reorder;
import org.bytedeco.dnnl.stream;
import org.jspecify.annotations.Nullable;

/**
 * A dense layer's forward pass over many rows by oneDNN's inner product: the weights are arranged once for its kernel, which
 * adds the bias and applies ReLU or logistic function while a result is in a register. 150 GFLOP/s a core with AVX-512, where a product that
 * rearranges the weights each time makes 100 to 130 and leaves bias and ReLU to a further pass.
 */
final class OneDnnDense implements Layer.ManyImages {
    /** A kernel is for a fixed number of rows; those asked for are rounded up to a multiple of this. */
    private static final int ROWS = 16;

    private final int inputs;
    private final int outputs;
    private final int most;
    private final NativeFloats x;
    private final NativeFloats y;
    private final engine processor = new engine(engine.kind.cpu, 0);
    private final stream queue = new stream(processor);
    private final primitive_attr attributes = new primitive_attr();
    /** How the kernel wants the weights. */
    private final memory.desc arrangement;

    private final Numbers weights;
    private final Numbers bias;
    /** For 1·{@value #ROWS}, 2·{@value #ROWS}, … rows, made when first needed. */
    private final @Nullable Kernel[] kernels;

    /** Numbers and what the library knows them by, which does not keep them from being collected. */
    private record Numbers(NativeFloats values, memory handle) {}

    /** @param scratch what the kernel writes to besides */
    private record Kernel(inner_product_forward pass, IntMemoryMap arguments, Numbers scratch) {}

    /**
     * Copies the layer's weights and bias.
     *
     * @param x [rows][inputs], read at every pass
     * @param y [rows][outputs], written at every pass
     * @param logistic whether y is to be the logistic function of what the layer computes
     */
    OneDnnDense(Dense layer, NativeFloats x, NativeFloats y, boolean logistic) {
        inputs = layer.inputs();
        outputs = layer.outputs();
        most = x.length() / inputs;
        this.x = x;
        this.y = y;
        kernels = new Kernel[(most + ROWS - 1) / ROWS];
        // The library's own memory for this would belong to the thread that makes a kernel, and not to the one that
        // uses it.
        attributes.set_scratchpad_mode(dnnl.scratchpad_mode.user);
        post_ops after = new post_ops();
        if (layer.relu()) {
            after.append_eltwise(1, dnnl.algorithm.eltwise_relu, 0, 0);
        }
        if (logistic) {
            after.append_eltwise(1, dnnl.algorithm.eltwise_logistic, 0, 0);
        }
        attributes.set_post_ops(after);
        arrangement =
                description(most, plain(memory.format_tag.any, outputs, inputs)).weights_desc();
        weights = allocate(arrangement);
        memory given = handle(
                plain(memory.format_tag.oi, outputs, inputs), layer.parameters().weights());
        new reorder(given, weights.handle()).execute(queue, given, weights.handle());
        queue._wait();
        NativeFloats copy = NativeFloats.of(layer.parameters().bias().toArray());
        bias = new Numbers(copy, handle(plain(memory.format_tag.x, outputs), copy));
    }

    @Override
    public void forward(int rows) {
        int number = (rows - 1) / ROWS;
        Kernel kernel = kernels[number];
        if (kernel == null) {
            kernel = kernel(Math.min(most, (number + 1) * ROWS));
            kernels[number] = kernel;
        }
        kernel.pass().execute(queue, kernel.arguments());
    }

    private Kernel kernel(int rows) {
        inner_product_forward.primitive_desc description = description(rows, arrangement);
        Numbers scratch = allocate(description.scratchpad_desc());
        IntMemoryMap arguments = new IntMemoryMap();
        arguments.put(dnnl.DNNL_ARG_SRC, handle(description.src_desc(), x));
        arguments.put(dnnl.DNNL_ARG_WEIGHTS, weights.handle());
        arguments.put(dnnl.DNNL_ARG_BIAS, bias.handle());
        arguments.put(dnnl.DNNL_ARG_DST, handle(description.dst_desc(), y));
        arguments.put(dnnl.DNNL_ARG_SCRATCHPAD, scratch.handle());
        return new Kernel(new inner_product_forward(description), arguments, scratch);
    }

    private inner_product_forward.primitive_desc description(int rows, memory.desc weightsOf) {
        return new inner_product_forward.primitive_desc(
                new inner_product_forward.desc(
                        dnnl.prop_kind.forward_inference,
                        plain(memory.format_tag.nc, rows, inputs),
                        weightsOf,
                        plain(memory.format_tag.x, outputs),
                        plain(memory.format_tag.nc, rows, outputs)),
                attributes,
                processor);
    }

    private static memory.desc plain(memory.format_tag format, long... sizes) {
        return new memory.desc(sizes, memory.data_type.f32, format);
    }

    private Numbers allocate(memory.desc description) {
        NativeFloats values =
                new NativeFloats(Math.toIntExact((description.get_size() + Float.BYTES - 1) / Float.BYTES));
        return new Numbers(values, handle(description, values));
    }

    private memory handle(memory.desc description, NativeFloats values) {
        return new memory(
                description, processor, values.pointer(Math.toIntExact(description.get_size() / Float.BYTES)));
    }
}
