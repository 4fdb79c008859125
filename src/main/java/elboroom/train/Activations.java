package elboroom.train;

import elboroom.model.layer.Layer;
import elboroom.model.layer.LayeredNetwork;
import elboroom.model.layer.NativeFloats;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a network's layers are given and what comes back, for each row of a minibatch: [rows][values] each.
 *
 * @param inputs what goes into each layer: images, results of the layer before, z
 * @param results of each layer; that of the last one, the logits, becomes its own error in place
 * @param errors dL/d(result) of each layer
 * @param dz dL/dz
 */
record Activations(List<NativeFloats> inputs, List<NativeFloats> results, List<NativeFloats> errors, NativeFloats dz) {
    static Activations of(LayeredNetwork network, int rows) {
        List<Layer> layers = network.layers();
        int last = layers.size() - 1;
        List<NativeFloats> results =
                layers.stream().map(layer -> floats(rows, layer.outputs())).toList();
        List<NativeFloats> errors = IntStream.rangeClosed(0, last)
                .mapToObj(i ->
                        i == last ? results.get(i) : floats(rows, layers.get(i).outputs()))
                .toList();
        List<NativeFloats> inputs = IntStream.rangeClosed(0, last)
                .mapToObj(i -> i == 0 || i == network.heads() + 1
                        ? floats(rows, layers.get(i).inputs())
                        : results.get(i - 1))
                .toList();
        return new Activations(
                inputs,
                results,
                errors,
                floats(rows, layers.get(network.heads() + 1).inputs()));
    }

    private static NativeFloats floats(int rows, int values) {
        return new NativeFloats(Math.multiplyExact(rows, values));
    }

    /** The same memory from one row on. */
    Activations from(int row, LayeredNetwork network) {
        List<Layer> layers = network.layers();
        return new Activations(
                IntStream.range(0, layers.size())
                        .mapToObj(i -> inputs.get(i).from(row * layers.get(i).inputs()))
                        .toList(),
                from(row, layers, results),
                from(row, layers, errors),
                dz.from(row * layers.get(network.heads() + 1).inputs()));
    }

    private static List<NativeFloats> from(int row, List<Layer> layers, List<NativeFloats> outputs) {
        return IntStream.range(0, layers.size())
                .mapToObj(i -> outputs.get(i).from(row * layers.get(i).outputs()))
                .toList();
    }
}
