package elboroom.data;

/** Shapes of the default ranges; the two splits are drawn from two fixed seeds. */
record ShapesSource() implements DatasetSource {
    private static final int TRAIN_SIZE = 20_000;
    private static final int TEST_SIZE = 5_000;
    private static final long TRAIN_SEED = 1;
    private static final long TEST_SEED = 2;

    @Override
    public Dataset dataset() {
        return new Dataset(
                "shapes",
                "Shapes",
                ImageShape.MNIST,
                Shapes.DEFAULT.classNames(),
                TRAIN_SIZE,
                TEST_SIZE,
                "Discs, squares and triangles whose position, size and angle are known",
                "none needed: drawn by this program");
    }

    @Override
    public ImageSet train() {
        return Shapes.DEFAULT.generate(dataset().trainId(), TRAIN_SIZE, TRAIN_SEED);
    }

    @Override
    public ImageSet test() {
        return Shapes.DEFAULT.generate(dataset().testId(), TEST_SIZE, TEST_SEED);
    }
}
