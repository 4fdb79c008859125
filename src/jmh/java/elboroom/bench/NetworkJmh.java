package elboroom.bench;

import elboroom.data.ByteImageSet;
import elboroom.data.ImageShape;
import elboroom.model.Architecture;
import elboroom.model.Likelihood;
import elboroom.model.Posterior;
import elboroom.model.VaeConfig;
import elboroom.model.dl4j.BatchLosses;
import elboroom.model.layer.LayeredNetwork;
import elboroom.model.layer.LayeredVae;
import elboroom.train.Trainer;
import elboroom.train.TrainingPlan;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** A training step on 128 images, and passes through the reference network 784-512-256-2-256-512-784, in microseconds. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(2)
public class NetworkJmh {
    private static final int IMAGES = 60_000;
    private static final int GRID = 900;
    private static final int CHUNK = 1_000;

    /** Threads that a pass or step may take. */
    @Param({"1", "2"})
    public int threads;

    private Trainer trainer;
    private LayeredVae vae;
    private float[] points;
    private float[] point;
    private float[] images;
    private float[] image;

    @Setup
    public void makeNetworks() {
        VaeConfig config = new VaeConfig(
                ImageShape.MNIST, new Architecture.Mlp(List.of(512, 256)), 2, Likelihood.BERNOULLI, 1, 0, false, 0);
        Random random = new Random(0);
        byte[] pixels = new byte[IMAGES * config.shape().size()];
        random.nextBytes(pixels);
        ByteImageSet set = new ByteImageSet("random", config.shape(), List.of(), pixels, new byte[IMAGES]);
        trainer = new Trainer(new TrainingPlan(config, 1_000, 128, 1e-3), set, null, threads);
        vae = new LayeredVae(LayeredNetwork.initial(config), threads);
        points = new float[GRID * 2];
        for (int i = 0; i < points.length; i++) {
            points[i] = (float) random.nextGaussian();
        }
        point = new float[] {points[0], points[1]};
        images = set.images(0, CHUNK);
        image = set.images(0, 1);
    }

    @TearDown
    public void end() {
        trainer.close();
        vae.close();
    }

    @Benchmark
    public BatchLosses trainingStep() {
        return trainer.step();
    }

    @Benchmark
    public float[] decodeOne() {
        return vae.decode(point, 1);
    }

    @Benchmark
    public float[] decode900() {
        return vae.decode(points, GRID);
    }

    @Benchmark
    public Posterior encodeOne() {
        return vae.encode(image, 1);
    }

    @Benchmark
    public Posterior encode1000() {
        return vae.encode(images, CHUNK);
    }
}
