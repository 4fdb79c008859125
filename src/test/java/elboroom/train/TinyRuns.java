package elboroom.train;

import elboroom.data.Catalogue;
import elboroom.data.Dataset;
import elboroom.data.DatasetSource;
import elboroom.data.ImageSet;
import elboroom.data.ImageShape;
import elboroom.data.Shapes;
import elboroom.model.Architecture;
import elboroom.model.Likelihood;
import elboroom.model.VaeConfig;
import java.util.List;

/** Runs that take a moment, on a hundred and fifty shapes. */
public final class TinyRuns {
    static final int EPOCHS = 3;
    /** The last step of an epoch is smaller than the others. */
    static final int STEPS = 5 * EPOCHS;

    static final ImageSet IMAGES = Shapes.DEFAULT.generate("tiny-train", 150, 5);

    private TinyRuns() {}

    static Catalogue catalogue() {
        return new Catalogue(List.of(source()));
    }

    /** The data set {@code tiny}. */
    public static DatasetSource source() {
        return new DatasetSource() {
            @Override
            public Dataset dataset() {
                return new Dataset("tiny", "Tiny", ImageShape.MNIST, List.of(), 150, 40, "a few shapes", "");
            }

            @Override
            public ImageSet train() {
                return IMAGES;
            }

            @Override
            public ImageSet test() {
                return Shapes.DEFAULT.generate("tiny-test", 40, 6);
            }
        };
    }

    static VaeConfig config() {
        return new VaeConfig(
                ImageShape.MNIST, new Architecture.Mlp(List.of(12)), 2, Likelihood.BERNOULLI, 1, 0, false, 0);
    }

    static TrainingPlan plan() {
        return new TrainingPlan(config(), EPOCHS, 32, 1e-2);
    }

    public static RunDescription run() {
        return run(plan());
    }

    static RunDescription run(TrainingPlan plan) {
        return new RunDescription("tiny", 0, "Tiny run", plan);
    }

    /** Weights and moments of a run that nothing disturbed. */
    static Checkpoint trained(TrainingPlan plan, SettingChange... changes) {
        try (Trainer trainer = new Trainer(plan, List.of(changes), IMAGES, null, 2)) {
            while (trainer.stepsTaken() < trainer.steps()) {
                trainer.step();
            }
            return trainer.checkpoint();
        }
    }
}
