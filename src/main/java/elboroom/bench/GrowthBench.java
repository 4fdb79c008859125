package elboroom.bench;

import elboroom.data.ImageShape;
import elboroom.model.Architecture;
import elboroom.model.Likelihood;
import elboroom.model.VaeConfig;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How costs grow: of a training step with an MLP's width, depth and latent size, and of a frame of the map with its points. */
public final class GrowthBench {
    private static final int STEPS = 10;
    private static final int WARM_UP = 6;
    private static final int WIDTH = 512;

    private GrowthBench() {}

    /**
     * Milliseconds, by what grows and how far it has grown: of a step on 128 MNIST-sized images by 784-w-w-2-w-w-784 for
     * {@code width} w, by n layers of 512 on either side for {@code depth} n, by 784-512-256-d-256-512-784 for {@code latent} d; of
     * a frame, at the median, for so many {@code points}.
     *
     * @param threads for training
     */
    public static Map<String, Map<Integer, Double>> run(int threads) {
        Map<String, Map<Integer, Double>> costs = new LinkedHashMap<>();
        Map<Integer, Double> byWidth = new LinkedHashMap<>();
        for (int width : new int[] {64, 128, 256, 512, 1024, 2048}) {
            byWidth.put(width, step(List.of(width, width), 2, threads));
        }
        costs.put("width", byWidth);
        Map<Integer, Double> byDepth = new LinkedHashMap<>();
        for (int depth = 1; depth <= 6; depth++) {
            byDepth.put(depth, step(new ArrayList<>(Collections.nCopies(depth, WIDTH)), 2, threads));
        }
        costs.put("depth", byDepth);
        Map<Integer, Double> byLatent = new LinkedHashMap<>();
        for (int latent : new int[] {2, 8, 32, 64}) {
            byLatent.put(latent, step(List.of(WIDTH, WIDTH / 2), latent, threads));
        }
        costs.put("latent", byLatent);
        Map<Integer, Double> byPoints = new LinkedHashMap<>();
        for (int points : new int[] {10_000, 30_000, 100_000, 300_000, 1_000_000}) {
            byPoints.put(points, ScatterBench.run(points).p50());
        }
        costs.put("points", byPoints);
        return costs;
    }

    private static double step(List<Integer> hidden, int latent, int threads) {
        VaeConfig config = new VaeConfig(
                ImageShape.MNIST, new Architecture.Mlp(hidden), latent, Likelihood.BERNOULLI, 1, 0, false, 0);
        return NetworkBench.secondsPerStep(config, threads, STEPS, WARM_UP) * 1e3;
    }
}
