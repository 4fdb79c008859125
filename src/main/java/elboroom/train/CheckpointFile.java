package elboroom.train;

import elboroom.data.Npz;
import java.nio.file.Path;

/** A {@link Checkpoint} on disk, as NumPy arrays. */
public final class CheckpointFile {
    private CheckpointFile() {}

    public static void write(Checkpoint checkpoint, Path file) {
        int count = checkpoint.parameters().length;
        new Npz()
                .add("step", new int[] {Math.toIntExact(checkpoint.step())}, 1)
                .add("seconds", new float[] {(float) checkpoint.seconds()}, 1)
                .add("parameters", checkpoint.parameters(), count)
                .add("firstMoment", checkpoint.firstMoment(), count)
                .add("secondMoment", checkpoint.secondMoment(), count)
                .writeUnpacked(file);
    }

    /**
     * Steps taken at a checkpoint, without the rest of it.
     *
     * @throws elboroom.data.InputException if the file is missing or wrong
     */
    static long step(Path file) {
        return Npz.read(file, "step"::equals).ints("step", 1)[0];
    }

    /** @throws elboroom.data.InputException if the file is missing or wrong */
    public static Checkpoint read(Path file) {
        Npz arrays = Npz.read(file);
        int count = arrays.shape("parameters")[0];
        return new Checkpoint(
                arrays.ints("step", 1)[0],
                arrays.floats("parameters", count),
                arrays.floats("firstMoment", count),
                arrays.floats("secondMoment", count),
                arrays.floats("seconds", 1)[0]);
    }
}
