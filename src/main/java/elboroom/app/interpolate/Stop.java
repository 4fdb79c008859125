package elboroom.app.interpolate;

import com.fasterxml.jackson.annotation.JsonIgnore;
import elboroom.app.explore.Stroke;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * Where a way starts, ends or passes through.
 *
 * @param image index of the input whose posterior mean it is, −1 if it is none
 * @param strokes of the drawing whose posterior mean it is; empty if it is none
 * @param z the place, [d]; empty while the input or drawing is not encoded yet
 * @param words what it is, such as "7 · #123"
 */
record Stop(int image, List<Stroke> strokes, List<Double> z, String words) {
    Stop {
        strokes = List.copyOf(strokes);
        z = List.copyOf(z);
        Objects.requireNonNull(words, "words");
    }

    static Stop image(int index, String words) {
        return new Stop(index, List.of(), List.of(), words);
    }

    static Stop drawn(List<Stroke> strokes) {
        return new Stop(-1, List.copyOf(strokes), List.of(), "drawn");
    }

    static Stop place(double[] z, String words) {
        return new Stop(-1, List.of(), boxed(z), words);
    }

    Stop at(double[] code) {
        return new Stop(image, strokes, boxed(code), words);
    }

    /** Whether it is a place in so many dimensions, and if an image, one of so many. */
    boolean fits(int latents, int images) {
        return image >= -1
                && image < images
                && z.size() == latents
                && z.stream().allMatch(Double::isFinite);
    }

    @JsonIgnore
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
