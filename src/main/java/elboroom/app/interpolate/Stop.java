package elboroom.app.interpolate;

import java.util.Arrays;
import java.util.List;

/**
 * Where a way starts, ends or passes through.
 *
 * @param image index of the input whose posterior mean it is, −1 for a place of the latent space
 * @param z the place, [d]; empty while the input is not encoded yet
 * @param words what it is, such as "7 · #123"
 */
record Stop(int image, List<Double> z, String words) {
    static Stop image(int index, String words) {
        return new Stop(index, List.of(), words);
    }

    static Stop place(double[] z, String words) {
        return new Stop(-1, boxed(z), words);
    }

    Stop at(double[] code) {
        return new Stop(image, boxed(code), words);
    }

    boolean isPlaced() {
        return !z.isEmpty();
    }

    double[] latent() {
        return z.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static List<Double> boxed(double[] z) {
        return Arrays.stream(z).boxed().toList();
    }
}
