package elboroom.model.layer;

import java.util.List;

/**
 * Derivatives of a decoder's logits by z, forward: a direction in latent space goes through the layers without their biases,
 * and through a ReLU where the point itself does. d + 1 forward passes for d dimensions; the way back would take one for
 * each of the D logits. Of one worker.
 */
final class Tangents {
    /** Rows at a time. */
    static final int ROWS = 64;

    private final List<Layer> layers;
    private final List<Layer> linear;
    private final int latent;
    private final int size;
    private final NativeFloats input;
    private final List<NativeFloats> points;
    private final List<NativeFloats> directions;

    Tangents(List<Layer> decoder) {
        layers = decoder.stream().map(Layer::sibling).toList();
        linear = decoder.stream().map(Layer::linear).toList();
        latent = layers.get(0).inputs();
        size = layers.get(layers.size() - 1).outputs();
        input = new NativeFloats(ROWS * latent);
        points = results();
        directions = results();
    }

    private List<NativeFloats> results() {
        return layers.stream()
                .map(layer -> new NativeFloats(ROWS * layer.outputs()))
                .toList();
    }

    /** Writes ∂logits/∂z of the rows from {@code from} on, at most {@link #ROWS}, to their places in [n][latent][D]. */
    void jacobian(float[] latents, int from, int rows, float[] jacobian) {
        input.put(0, latents, from * latent, rows * latent);
        NativeFloats x = input;
        for (int i = 0; i < layers.size(); i++) {
            layers.get(i).forward(x, rows, points.get(i));
            x = points.get(i);
        }
        for (int j = 0; j < latent; j++) {
            float[] units = new float[rows * latent];
            for (int row = 0; row < rows; row++) {
                units[row * latent + j] = 1;
            }
            NativeFloats logits = push(units, rows);
            for (int row = 0; row < rows; row++) {
                logits.get(row * size, jacobian, ((from + row) * latent + j) * size, size);
            }
        }
    }

    private NativeFloats push(float[] direction, int rows) {
        input.put(0, direction, 0, direction.length);
        NativeFloats x = input;
        for (int i = 0; i < layers.size(); i++) {
            NativeFloats y = directions.get(i);
            linear.get(i).forward(x, rows, y);
            if (layers.get(i).relu()) {
                Relu.backward(y, points.get(i), rows * layers.get(i).outputs());
            }
            x = y;
        }
        return x;
    }
}
